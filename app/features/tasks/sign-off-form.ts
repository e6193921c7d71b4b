import { z } from "zod";
import { TASK_LIMITS } from "./task-form.ts";

/** What an instructor decides of a task that was handed in. */
export const signOffForm = z.object({
  intent: z.enum(["sign", "return"]),
  userId: z.string().min(1).max(64),
  activityId: z.string().min(1).max(200),
  /** When it was handed in, in milliseconds: another hand-in since then is looked at first. */
  handedInAt: z.coerce.number(),
  words: z.string().trim().max(TASK_LIMITS.words).default(""),
});
export type SignOffForm = z.output<typeof signOffForm>;

export const DECIDED = ["signed", "returned", "changed", "words"] as const;
export type Decided = (typeof DECIDED)[number];

export function findDecided(value: string | null): Decided | null {
  return DECIDED.find((decided) => decided === value) ?? null;
}
