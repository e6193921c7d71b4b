import { z } from "zod";
import type { DraftState } from "./draft-rules.ts";

/** More fields than any form of an activity has. */
const MOST_FIELDS = 2_000;

/** What the page of a quiz or a task sends while its form is filled in: its fields by name, and what they began from. */
export const formRequest = z.object({
  intent: z.literal("save"),
  baseVersion: z.int().min(-1),
  files: z.record(z.string().max(300), z.string().max(100_000)).refine((files) => Object.keys(files).length <= MOST_FIELDS, "too many fields"),
});

export type KeptFormAnswer =
  | { kind: "saved"; version: number }
  /** Another tab or device kept something else meanwhile. */
  | ({ kind: "conflict" } & DraftState)
  /** It was handed in meanwhile: nothing can be kept any more. */
  | { kind: "closed" }
  /** There is none of this person. */
  | { kind: "unknown" };
