/** Who may do what with a question, and where its thread stands then. Pure. */
import type { QuestionState } from "../../../db/queries/questions.ts";

/** Longest texts, in characters. */
export const QUESTION_LIMITS = { body: 5_000, quote: 600, test: 300, said: 1_000, path: 200 } as const;
/** Questions and replies that one person may write in an hour: far more than anybody needs. */
export const HOURLY = { questions: 10, replies: 40, staffReplies: 300, reports: 20 } as const;
export const HOUR_MS = 60 * 60_000;

/** How somebody stands to a question. `reader`: in the course, and the thread is shown to all. */
export type Standing = "asker" | "staff" | "reader" | "none";

export function standingOf({ isAsker, isStaff, isInCourse, isShared }: { isAsker: boolean; isStaff: boolean; isInCourse: boolean; isShared: boolean }): Standing {
  if (isStaff) return "staff";
  if (isAsker) return "asker";
  return isShared && isInCourse ? "reader" : "none";
}

/** Where a thread stands after a reply: a teacher's answers it, whoever asked opens it again. */
export function stateAfterReply(standing: "asker" | "staff"): QuestionState {
  return standing === "staff" ? "answered" : "open";
}

export type StateChange = "resolve" | "reopen" | "share" | "unshare";

/** Whoever asked and those who teach resolve and reopen; only those who teach show a thread to all. */
export function mayChange(standing: Standing, change: StateChange): boolean {
  if (standing === "staff") return true;
  return standing === "asker" && (change === "resolve" || change === "reopen");
}

/** Where a thread stands when it is opened again: answered if somebody answered. */
export function stateAfterReopen({ answeredAt }: { answeredAt: Date | null }): QuestionState {
  return answeredAt ? "answered" : "open";
}

/** Whether something was written to whoever asked since they last looked. */
export function isUnseen({ answeredAt, seenAt }: { answeredAt: Date | null; seenAt: Date | null }): boolean {
  return answeredAt !== null && (seenAt === null || answeredAt > seenAt);
}
