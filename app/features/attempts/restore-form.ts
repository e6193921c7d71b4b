import { z } from "zod";

/** What the page of attempts posts. */
export const restoreForm = z.object({
  intent: z.enum(["restore", "undo"]),
  submissionId: z.string().max(64).default(""),
  version: z.coerce.number().int().min(0).max(1e9).default(0),
  number: z.coerce.number().int().min(0).max(999_999).default(0),
});
