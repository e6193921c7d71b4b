import { z } from "zod";
import { CONTEXT_CHARACTERS, MOST_QUOTE } from "./note-rules.ts";

const MOST_BODY = 10_000;
const body = z.string().max(MOST_BODY).transform((text) => text.replace(/\r\n?/g, "\n").trim());
const context = z.string().max(CONTEXT_CHARACTERS * 2).default("");

/** The forms of a page with notes, by their `intent`. */
export const noteForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), body: body.default(""), quote: z.string().max(MOST_QUOTE).default(""), prefix: context, suffix: context }),
  z.object({ intent: z.literal("change"), id: z.string().min(1).max(60), body }),
  z.object({ intent: z.literal("remove"), id: z.string().min(1).max(60) }),
  z.object({ intent: z.literal("bookmark") }),
  z.object({ intent: z.literal("unbookmark") }),
]);
export type NoteForm = z.output<typeof noteForm>;

/** The same as it is posted. Scripts say that they stay on the page; without them the answer leads back to it. */
export const postedNoteForm = noteForm.and(z.object({ stay: z.literal("yes").optional() }));
