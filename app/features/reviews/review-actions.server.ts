/** What the forms of the review page post, as an answer to the page: go somewhere, or stay and say why. */
import type { Deps } from "../../deps.server.ts";
import type { Locale } from "../../i18n/locales.ts";
import { say, sayErrors } from "../../i18n/saying.ts";
import { readForm } from "../../web/read-form.server.ts";
import { notFound } from "../../web/require-user.server.ts";
import { commentOnWork } from "./comment-on-work.server.ts";
import type { NotHeld } from "./held-review.server.ts";
import { reviewRefusals, type ReviewRefusal } from "./refusals.ts";
import { commentForm, reviewForm, withdrawForm } from "./review-forms.ts";
import type { ReviewAnswer } from "./review-page.tsx";
import { saveReview } from "./save-review.server.ts";
import { withdrawComment } from "./withdraw-comment.server.ts";

export interface ReviewAction {
  deps: Deps;
  request: Request;
  submissionId: string;
  graderId: string;
  /** In which what was refused is said. */
  locale: Locale;
}

export type ReviewReply = { kind: "go"; to: string } | { kind: "stay"; status: number; says: ReviewAnswer };

/** Stores levels and summary; a decision goes on to its confirmation. */
export async function answerSave(call: ReviewAction, intent: "save" | "accepted" | "changes-asked"): Promise<ReviewReply> {
  const form = await readForm(call.request, reviewForm);
  if (!form.ok) return stay(400, { message: Object.values(sayErrors(reviewRefusals, call.locale, form.errors, "notUnderstood"))[0] });
  const answer = await saveReview(call.deps, form.data, call);
  if (!answer) throw notFound();
  const page = `/review/${call.submissionId}`;
  if (answer.kind === "saved") return { kind: "go", to: intent === "save" ? `${page}#judgement` : `${page}/decide?decision=${intent}` };
  if (answer.kind === "conflict") {
    const { levels, summary } = form.data;
    return stay(409, { conflict: { levels, summary, version: answer.version, theirs: { levels: answer.levels, summary: answer.summary } } });
  }
  return stay(409, { message: say(reviewRefusals, call.locale, describeNotHeld(answer)) });
}

/** Stores a comment, and comes back to its line. */
export async function answerComment(call: ReviewAction): Promise<ReviewReply> {
  const form = await readForm(call.request, commentForm);
  if (!form.ok) return stay(400, { comment: { error: sayErrors(reviewRefusals, call.locale, form.errors, "notUnderstood").body ?? say(reviewRefusals, call.locale, { key: "notUnderstood" }), body: form.values.body ?? "" } });
  const answer = await commentOnWork(call.deps, form.data, call);
  if (!answer) throw notFound();
  if (answer.kind === "stored") return { kind: "go", to: `/review/${call.submissionId}#comment-${form.data.commentId}` };
  return stay(409, { comment: { error: say(reviewRefusals, call.locale, answer.kind === "refused" ? answer.message : describeNotHeld(answer)), body: form.data.body } });
}

export async function answerWithdrawal(call: ReviewAction): Promise<ReviewReply> {
  const form = await readForm(call.request, withdrawForm);
  if (!form.ok) throw notFound();
  const answer = await withdrawComment(call.deps, { ...call, commentId: form.data.commentId });
  if (!answer) throw notFound();
  return answer.kind === "withdrawn" ? { kind: "go", to: `/review/${call.submissionId}#files` } : stay(409, { message: say(reviewRefusals, call.locale, describeNotHeld(answer)) });
}

/** Why nothing could be stored, for the grader. */
export function describeNotHeld(answer: NotHeld): ReviewRefusal {
  return answer.kind === "held-by-other" ? { key: answer.kind, values: { name: answer.graderName } } : { key: answer.kind };
}

function stay(status: number, says: ReviewAnswer): ReviewReply {
  return { kind: "stay", status, says };
}
