import { z } from "zod";

/** What a page asks of a draft, as JSON. `files` are checked by the act, which knows the activity. */
export const draftRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), baseVersion: z.int().min(0), files: z.unknown() }),
  z.object({ intent: z.literal("reset"), baseVersion: z.int().min(0), files: z.unknown() }),
  z.object({ intent: z.literal("restore"), baseVersion: z.int().min(0), files: z.unknown(), version: z.int().min(0) }),
  z.object({ intent: z.literal("set-aside"), files: z.unknown() }),
]);
export type DraftRequest = z.infer<typeof draftRequest>;
