/** Runs and hands in from a page. Every failure is a sentence for the person, in the language of the page. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages as draftMessages } from "../drafts/messages.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { messages } from "./api-messages.ts";

type Files = Record<string, string>;
export type RunReply = { kind: "ran"; result: LearnerResult } | { kind: "problem"; message: string };
/** Without words: nobody asked for this run. */
export type LiveReply = { kind: "ran"; result: LearnerResult } | { kind: "missed"; retryAfterMs: number };
export type SubmitReply =
  | { kind: "stored"; submissionId: string }
  | { kind: "problem"; message: string }
  /** The server was not reached: it may be kept and sent later under the same key. */
  | { kind: "unreached"; idempotencyKey: string };

const SUBMIT_TRIES = 4;
/** Before live results are tried again where the server gave no time. */
const LIVE_RETRY_MS = 5_000;

/** Runs the visible tests. Rejects when `signal` was aborted. */
export async function runLab(path: string, files: Files, locale: Locale, signal: AbortSignal): Promise<RunReply> {
  const answer = await post(`${path}/run`, { files }, signal);
  if (answer.kind === "offline") return { kind: "problem", message: createT(messages, locale)("runOffline") };
  return answer.body?.kind === "ran" ? { kind: "ran", result: answer.body.result as LearnerResult } : toProblem(answer, locale);
}

/** Runs the visible tests while somebody types. Rejects when `signal` was aborted. */
export async function runLive(path: string, files: Files, signal: AbortSignal): Promise<LiveReply> {
  const answer = await post(`${path}/run`, { files, live: true }, signal);
  if (answer.kind === "answer" && answer.body?.kind === "ran") return { kind: "ran", result: answer.body.result as LearnerResult };
  const retryAfterMs = answer.kind === "answer" && typeof answer.body?.retryAfterMs === "number" ? answer.body.retryAfterMs : LIVE_RETRY_MS;
  return { kind: "missed", retryAfterMs };
}

/**
 * Hands in. Tried again with the same key when no answer comes, so that a lost answer makes no second submission.
 */
export async function submitLab(submitUrl: string, files: Files, locale: Locale): Promise<SubmitReply> {
  const idempotencyKey = newKey();
  for (let tries = 1; ; tries += 1) {
    const answer = await post(submitUrl, { files, idempotencyKey });
    if (answer.kind === "answer" && answer.body?.kind === "stored") return { kind: "stored", submissionId: String(answer.body.submissionId) };
    if (answer.kind === "answer" && answer.status < 500) return toProblem(answer, locale);
    if (answer.kind === "offline" && (tries === SUBMIT_TRIES || !navigator.onLine)) return { kind: "unreached", idempotencyKey };
    if (tries === SUBMIT_TRIES) return toProblem(answer, locale);
    await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tries));
  }
}

type Answer = { kind: "answer"; status: number; isSignedOut: boolean; body: { kind?: unknown; message?: unknown; result?: unknown; submissionId?: unknown; retryAfterMs?: unknown } | null } | { kind: "offline" };

/** Sends JSON and reads what came back; a server that was not reached is a value. */
export async function post(url: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body), redirect: "manual", signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return null;
  });
  if (!response) return { kind: "offline" };
  const isJson = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  return { kind: "answer", status: response.status, isSignedOut: response.type === "opaqueredirect", body: isJson ? await response.json().catch(() => null) : null };
}

export function toProblem(answer: Answer, locale: Locale): { kind: "problem"; message: string } {
  const t = createT(messages, locale);
  if (answer.kind === "offline") return { kind: "problem", message: t("noConnection") };
  if (answer.isSignedOut) return { kind: "problem", message: createT(draftMessages, locale)("signedOut") };
  if (typeof answer.body?.message === "string") return { kind: "problem", message: answer.body.message };
  if (answer.status === 413) return { kind: "problem", message: t("tooLarge") };
  if (answer.status === 404) return { kind: "problem", message: t("labGone") };
  return { kind: "problem", message: t("trouble") };
}

/** `crypto.randomUUID` exists on https and localhost only. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
