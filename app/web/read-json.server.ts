import type { z } from "zod";
import type { Locale } from "../i18n/locales.ts";
import { createT } from "../i18n/messages.ts";
import { messages } from "./messages.ts";

/** True when a page's script sends or wants JSON; false for forms and links. */
export function asksForJson({ headers }: Request): boolean {
  return /\bjson\b/.test(`${headers.get("Accept") ?? ""} ${headers.get("Content-Type") ?? ""}`);
}

/** Reads a body of JSON by its schema, or throws a 400 that says so in `locale` to the person; `detail` says to whoever writes a client what is wrong. */
export async function requireJson<Schema extends z.ZodType>(request: Request, schema: Schema, locale: Locale): Promise<z.output<Schema>> {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw Response.json({ kind: "refused", message: createT(messages, locale)("reload"), detail: `${issue?.path.join(".") || "body"}: ${issue?.message ?? "no JSON"}` }, { status: 400 });
}
