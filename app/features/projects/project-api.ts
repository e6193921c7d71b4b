/** Handing in from the page's scripts. Every failure is a sentence for the person, in the language of the page. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages } from "./messages.ts";

export type HandInReply =
  | { kind: "stored"; submissionId: string }
  | { kind: "problem"; message: string; errors: Record<string, string> }
  /** The server was not reached: it may be kept and sent later under the same key. */
  | { kind: "unreached" };

export interface Posted {
  files: Record<string, string>;
  link: string;
  message: string;
  /** The same key again is the same hand-in: a lost answer makes no second one. */
  idempotencyKey: string;
}

const TRIES = 4;

export async function postHandIn(address: string, posted: Posted, locale: Locale): Promise<HandInReply> {
  const t = createT(messages, locale);
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(posted), redirect: "manual" }).catch(() => null);
    if (response && (response.status < 500 || response.status === 507)) return readReply(response, locale);
    if (!response && (tries === TRIES || !navigator.onLine)) return { kind: "unreached" };
    if (tries === TRIES) return problem(t("apiTrouble"));
    await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tries));
  }
}

async function readReply(response: Response, locale: Locale): Promise<HandInReply> {
  const t = createT(messages, locale);
  if (response.type === "opaqueredirect") return problem(t("apiSignedOut"));
  const isJson = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  const body = isJson ? ((await response.json().catch(() => null)) as { kind?: string; submissionId?: string; message?: string; errors?: Record<string, string> } | null) : null;
  if (body?.kind === "stored" && body.submissionId) return { kind: "stored", submissionId: body.submissionId };
  if (body?.message || body?.errors) return problem(body.message ?? "", body.errors);
  if (response.status === 413) return problem(t("apiTooLarge"));
  if (response.status === 404) return problem(t("apiGone"));
  return problem(t("apiRefused"));
}

function problem(message: string, errors: Record<string, string> = {}): Extract<HandInReply, { kind: "problem" }> {
  return { kind: "problem", message, errors };
}
