/** Talks to the addresses of a course's files from the editor. Every failure is a value. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages as draftMessages } from "../drafts/messages.ts";
import type { DraftReply } from "../drafts/draft-keeper.ts";
import type { DraftState } from "../drafts/draft-rules.ts";
import { messages } from "./file-messages.ts";
import type { FilePreview } from "./preview-file.server.ts";
import type { SaveFileAnswer } from "./save-file.server.ts";
import type { Said } from "../../i18n/saying.ts";

/** What browsers send after the page is gone, bytes; more is only kept in the browser. */
const KEEPALIVE_LIMIT_BYTES = 60_000;

/** Saves, in the words of the draft keeper. */
export async function saveFileOverNetwork(courseId: string, path: string, save: { baseVersion: number; files: Record<string, string> }, { isLeaving }: { isLeaving: boolean }, locale: Locale): Promise<DraftReply> {
  const t = createT(messages, locale);
  const body = JSON.stringify({ path, version: save.baseVersion, text: save.files[path] ?? "" });
  const response = await post(`/teach/${courseId}/file`, body, { keepalive: isLeaving && body.length < KEEPALIVE_LIMIT_BYTES });
  if (!response) return { kind: "offline" };
  if (response.type === "opaqueredirect") return { kind: "refused", message: createT(draftMessages, locale)("signedOut") };
  if (response.status === 413) return { kind: "refused", message: t("tooLarge") };
  if (response.status === 404) return { kind: "refused", message: t("courseClosed") };
  const isOurs = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  const answer = isOurs && response.status < 500 ? ((await response.json().catch(() => null)) as Said<SaveFileAnswer> | null) : null;
  if (answer?.kind === "conflict") return { kind: "conflict", version: answer.version, files: { [path]: answer.text ?? "" } };
  return answer ?? { kind: "trouble" };
}

/** The newest text, or null without an answer. */
export async function fetchNewestFile(courseId: string, path: string): Promise<DraftState | null> {
  const response = await fetch(`/teach/${courseId}/file?path=${encodeURIComponent(path)}`, { redirect: "manual" }).catch(() => null);
  const newest = response?.ok ? ((await response.json().catch(() => null)) as { version: number; text: string } | null) : null;
  return newest && { version: newest.version, files: { [path]: newest.text } };
}

/** What a text looks like and what is wrong in it, or null without an answer. */
export async function fetchPreview(courseId: string, path: string, text: string, signal: AbortSignal): Promise<FilePreview | null> {
  const response = await post(`/teach/${courseId}/preview`, JSON.stringify({ path, text }), { signal });
  return response?.ok ? ((await response.json().catch(() => null)) as FilePreview | null) : null;
}

function post(url: string, body: string, options: RequestInit): Promise<Response | null> {
  return fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body, redirect: "manual", ...options }).catch(() => null);
}
