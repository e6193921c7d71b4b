import { z } from "zod";
import { QUESTION_LIMITS } from "./question-rules.ts";

const optional = (limit: number) => z.string().transform((text) => text.trim().slice(0, limit)).default("");
/** Codes of what is wrong: pages say them in words. */
const body = z.string().transform((text) => text.replace(/\r\n/g, "\n").replaceAll("\u0000", "").trim()).pipe(z.string().min(1, "empty").max(QUESTION_LIMITS.body, "long"));

/** What the page for a question posts. */
export const askForm = z.object({
  body,
  quote: optional(QUESTION_LIMITS.quote),
  heading: optional(QUESTION_LIMITS.quote),
  file: optional(QUESTION_LIMITS.path),
  line: z.string().transform((text) => (/^\d{1,6}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null)).default(null),
  test: optional(QUESTION_LIMITS.test),
  said: optional(QUESTION_LIMITS.said),
  withCode: z.string().transform((value) => value === "yes").default(false),
  idempotencyKey: z.string().min(1).max(64),
});
export type AskForm = z.output<typeof askForm>;

/** What the page of a thread posts: a reply, or a change of where it stands. */
export const threadForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reply"), body }),
  z.object({ intent: z.enum(["resolve", "reopen", "share", "unshare"]) }),
]);
