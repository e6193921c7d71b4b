/** Talks to the draft's address from a page. Every failure is a value. */
import type { DraftAnswer } from "./change-draft.server.ts";
import type { DraftReply } from "./draft-keeper.ts";
import type { DraftRequest } from "./draft-request.ts";
import type { DraftState } from "./draft-rules.ts";

/** What browsers send after the page is gone, bytes; more is only kept in the browser. */
const KEEPALIVE_LIMIT_BYTES = 60_000;

/** Said when an answer is a redirect to the sign-in page. */
export const SIGNED_OUT_MESSAGE = "You are signed out. Sign in in another tab; your text is kept in this browser.";

export type DraftCall = { kind: "answer"; answer: DraftAnswer } | { kind: "refused"; message: string } | { kind: "offline" } | { kind: "trouble" };

/** Sends a request to `draftUrl`. */
export async function callDraft(draftUrl: string, request: DraftRequest, { isLeaving = false } = {}): Promise<DraftCall> {
  const body = JSON.stringify(request);
  const keepalive = isLeaving && body.length < KEEPALIVE_LIMIT_BYTES;
  const response = await fetch(draftUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive, redirect: "manual" }).catch(() => null);
  if (!response) return { kind: "offline" };
  if (response.type === "opaqueredirect") return { kind: "refused", message: SIGNED_OUT_MESSAGE };
  if (response.status === 413) return { kind: "refused", message: "The files are too large together to be saved. Shorten them." };
  const isOurs = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  if (response.ok || (isOurs && response.status < 500)) {
    const answer = (await response.json().catch(() => null)) as DraftAnswer | null;
    return answer ? { kind: "answer", answer } : { kind: "trouble" };
  }
  if (response.status === 404) return { kind: "refused", message: "This activity is no longer there for you. Copy your text before you leave." };
  return { kind: "trouble" };
}

/** Saves, in the words of the keeper. */
export async function saveOverNetwork(draftUrl: string, save: { baseVersion: number; files: Record<string, string> }, options: { isLeaving: boolean }): Promise<DraftReply> {
  const call = await callDraft(draftUrl, { intent: "save", ...save }, options);
  if (call.kind !== "answer") return call;
  const { answer } = call;
  if (answer.kind === "saved") return { kind: "saved", version: answer.version };
  if (answer.kind === "conflict") return { kind: "conflict", version: answer.version, files: { ...answer.files } };
  return answer.kind === "refused" ? { kind: "refused", message: answer.message } : { kind: "trouble" };
}

/** The newest draft, or null without an answer. */
export async function fetchNewestDraft(draftUrl: string): Promise<DraftState | null> {
  const response = await fetch(draftUrl, { redirect: "manual" }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as DraftState | null) : null;
}

/** Keeps a text among the earlier versions and gives the draft of now; null without an answer. */
export async function setAsideOverNetwork(draftUrl: string, files: Record<string, string>): Promise<DraftState | null> {
  const call = await callDraft(draftUrl, { intent: "set-aside", files });
  return call.kind === "answer" && call.answer.kind === "set-aside" ? { version: call.answer.version, files: call.answer.files } : null;
}
