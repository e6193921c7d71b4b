import { z } from "zod";
import { FILE_FIELD } from "./file-field.ts";

/** What the lab's form posts without scripts, apart from the files. */
export const labForm = z.object({
  intent: z.enum(["run", "submit", "save", "reset", "undo"]),
  baseVersion: z.coerce.number().int().min(0),
  idempotencyKey: z.string(),
});
export type LabForm = z.infer<typeof labForm>;

/** The files of a posted form; forms end lines with CR LF. */
export function readFormFiles(form: FormData): Record<string, string> {
  const files: [string, string][] = [];
  for (const [name, value] of form) {
    if (name.startsWith(FILE_FIELD) && typeof value === "string") files.push([name.slice(FILE_FIELD.length), value.replace(/\r\n?/g, "\n")]);
  }
  return Object.fromEntries(files);
}
