/** Talks to the draft's address from a page. Every failure is a value. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import type { Said } from "../../i18n/saying.ts";
import type { DraftAnswer } from "./change-draft.server.ts";
import type { DraftReply, RefusalReason } from "./draft-keeper.ts";
import type { DraftRequest } from "./draft-request.ts";
import type { DraftState } from "./draft-rules.ts";
import { messages } from "./messages.ts";

/** What browsers send after the page is gone, bytes; more is only kept in the browser. */
const KEEPALIVE_LIMIT_BYTES = 60_000;

export type DraftCall = { kind: "answer"; answer: Said<DraftAnswer> } | { kind: "refused"; message: string; reason?: RefusalReason } | { kind: "offline" } | { kind: "trouble" };

/** Sends a request to `draftUrl`; what is refused is said in `locale`. */
export async function callDraft(draftUrl: string, request: DraftRequest, locale: Locale, { isLeaving = false } = {}): Promise<DraftCall> {
  const t = createT(messages, locale);
  const body = JSON.stringify(request);
  const keepalive = isLeaving && body.length < KEEPALIVE_LIMIT_BYTES;
  const response = await fetch(draftUrl, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body, keepalive, redirect: "manual" }).catch(() => null);
  if (!response) return { kind: "offline" };
  if (response.type === "opaqueredirect") return { kind: "refused", message: t("signedOut") };
  if (response.status === 413) return { kind: "refused", message: t("tooLarge") };
  const isOurs = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  if (response.ok || (isOurs && response.status < 500)) {
    const answer = (await response.json().catch(() => null)) as Said<DraftAnswer> | null;
    if (answer?.kind === "refused") return answer;
    return answer ? { kind: "answer", answer } : { kind: "trouble" };
  }
  if (response.status === 404) return { kind: "refused", message: t("activityGone") };
  return { kind: "trouble" };
}

/** Saves, in the words of the keeper. */
export async function saveOverNetwork(draftUrl: string, save: { baseVersion: number; files: Record<string, string> }, { locale, isLeaving }: { locale: Locale; isLeaving: boolean }): Promise<DraftReply> {
  const call = await callDraft(draftUrl, { intent: "save", ...save }, locale, { isLeaving });
  if (call.kind !== "answer") return call;
  const { answer } = call;
  if (answer.kind === "saved") return { kind: "saved", version: answer.version };
  return answer.kind === "conflict" ? { kind: "conflict", version: answer.version, files: { ...answer.files } } : { kind: "trouble" };
}

/** The newest draft, or null without an answer. */
export async function fetchNewestDraft(draftUrl: string): Promise<DraftState | null> {
  const response = await fetch(draftUrl, { headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as DraftState | null) : null;
}

/** Keeps a text among the earlier versions and gives the draft of now; null without an answer. */
export async function setAsideOverNetwork(draftUrl: string, files: Record<string, string>, locale: Locale): Promise<DraftState | null> {
  const call = await callDraft(draftUrl, { intent: "set-aside", files }, locale);
  return call.kind === "answer" && call.answer.kind === "set-aside" ? { version: call.answer.version, files: call.answer.files } : null;
}
