import type { z } from "zod";

/** What a form sent: data of the schema's type, or one error a field and the text to show again. */
export type FormAnswer<Data> = { ok: true; data: Data } | { ok: false; errors: Record<string, string>; values: Record<string, string> };

/** Fields that are never sent back to the page. */
const SECRET = /password/i;

/**
 * Reads a posted form by its schema. Repeated fields and files count with their last text value.
 * A body that is no form at all is like an empty one.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormAnswer<z.output<Schema>>> {
  const form = await request.formData().catch(() => new FormData());
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return { ok: false, errors, values: Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name))) };
}
