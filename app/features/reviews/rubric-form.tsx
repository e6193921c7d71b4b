import { Form, useSubmit } from "@remix-run/react";
import { useRef, type FormEvent, type KeyboardEvent } from "react";
import { Notice } from "../../ui/notice.tsx";
import { formatPoints } from "./format-points.ts";
import { buildOutcome, listOpenCriteria, REVIEW_TEXT_LIMITS } from "./review.ts";
import type { ReviewView } from "./review-view.ts";
import { RubricFields } from "./rubric-fields.tsx";
import { useReviewDraft, type ReviewText } from "./use-review-draft.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** What an action without scripts says about this form. */
export interface RubricFormAnswer {
  /** What was typed, with the version that another tab's save has left. */
  conflict?: ReviewText & { version: number; theirs: ReviewText };
  message?: string;
}

/** Rubric, summary and decision of a review that this grader holds. */
export function RubricForm({ review, answer }: { review: ReviewView; answer?: RubricFormAnswer }) {
  const t = useMessages(messages);
  const { rubric, submissionId } = review;
  const draft = useReviewDraft(submissionId, answer?.conflict ?? review);
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const criteria = rubric?.criteria ?? [];
  const outcome = rubric && buildOutcome(rubric, draft.levels);
  const open = rubric ? listOpenCriteria(rubric, draft.levels).length : 0;

  // What is on its way is stored first: otherwise this form would be in conflict with its own page.
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    await draft.settle();
    if (submitter instanceof HTMLButtonElement) submit(submitter, { preventScrollReset: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>(`button[value="${open === 0 ? "accepted" : "changes-asked"}"]`));
  }

  return (
    <Form ref={form} method="post" className="rubric-form" onSubmit={(event) => void onSubmit(event)} onKeyDown={onKeyDown} aria-label={t("yourReview")} id="rubric">
      <input type="hidden" name="version" value={draft.version} />
      {rubric?.notes && <details className="grader-note small"><summary>{t("notes")}</summary><p>{rubric.notes}</p></details>}
      <RubricFields criteria={criteria} levels={draft.levels} onChoose={draft.choose} />
      {outcome && (
        <p className="total" role="status">
          <span>{t("together")}</span> <span>{t.rich("total", { points: formatPoints(outcome.points), max: formatPoints(outcome.maxPoints), b: (words) => <b key="points">{words}</b> })}{open > 0 && <span className="muted">{t("stillOpen", { count: String(open) })}</span>}</span>
        </p>
      )}
      <div className="field">
        <label htmlFor="summary">{t("summaryLabel")}</label>
        <textarea id="summary" name="summary" className="input" rows={6} maxLength={REVIEW_TEXT_LIMITS.summary} value={draft.summary} onChange={(event) => draft.write(event.target.value)} dir="auto" />
      </div>
      <ConflictNotice draft={draft} answer={answer} />
      {answer?.message && <Notice tone="bad" live>{answer.message}</Notice>}
      <p className="small muted save-state" role="status">{t(`saving-${draft.state.kind}`)}</p>
      <div className="decision-acts">
        <button className="button primary" name="intent" value="accepted">{t("accept")}</button>
        <button className="button" name="intent" value="changes-asked">{t("askChanges")}</button>
        <button className="button quiet" name="intent" value="save">{t("save")}</button>
        <button className="button quiet" name="intent" value="release">{t("release")}</button>
      </div>
    </Form>
  );
}

function ConflictNotice({ draft, answer }: { draft: ReturnType<typeof useReviewDraft>; answer?: RubricFormAnswer }) {
  const t = useMessages(messages);
  const theirs = draft.state.kind === "conflict" ? draft.state.theirs : answer?.conflict?.theirs;
  if (!theirs) return null;
  return (
    <Notice tone="attention" live>
      <p><b>{t("otherTab")}</b> {t("otherTabMore")}</p>
      <blockquote className="other-summary">{theirs.summary || t("empty")}</blockquote>
      {draft.state.kind === "conflict" ? (
        <p className="decision-acts">
          <button type="button" className="button small" onClick={draft.keepMine}>{t("keepHere")}</button>
          <button type="button" className="button small" onClick={draft.takeTheirs}>{t("takeOther")}</button>
        </p>
      ) : <p>{t("saveOnceMore")}</p>}
    </Notice>
  );
}
