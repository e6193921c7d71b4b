import type { z } from "zod";

/** Reads a body of JSON by its schema, or throws a 400 that says what is wrong. */
export async function requireJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw Response.json({ kind: "refused", message: `This request is not understood (${issue?.path.join(".") || "body"}: ${issue?.message ?? "no JSON"}). Reload the page and try again.` }, { status: 400 });
}
