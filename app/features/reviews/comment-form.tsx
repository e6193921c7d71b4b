import { Form } from "@remix-run/react";
import { useEffect, useId, type KeyboardEvent } from "react";
import { useKeptText } from "../drafts/use-kept-text.ts";
import { REVIEW_TEXT_LIMITS } from "./review.ts";
import type { CommentView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

export interface CommentFormProps {
  submissionId: string;
  commentId: string;
  /** Null: words on the whole. */
  place: { path: string; line: number } | null;
  label: string;
  button: string;
  /** `intent` of the form; the page's own action takes it. */
  intent: string;
  /** Where its action is, when that is not the page itself. */
  action?: string;
  /** Comments of this submission: text that has arrived is forgotten. */
  comments: readonly CommentView[];
  error?: string;
  /** What was typed, shown again after a refusal. */
  value?: string;
  /** Closes the form; without it the form stays. */
  onClose?: () => void;
  /** Address that closes it without scripts. */
  closeHref?: string;
  takesFocus?: boolean;
}

/** Words on a line or on the whole; what is typed stays in this tab until it was sent. */
export function CommentForm({ submissionId, commentId, place, label, button, intent, action, comments, error, value, onClose, closeHref, takesFocus = false }: CommentFormProps) {
  const t = useMessages(messages);
  const id = useId();
  const { text, keep, forget } = useKeptText(`comment:${submissionId}:${place ? `${place.path}:${place.line}` : "whole"}`, value);
  const hasArrived = text !== "" && comments.some((comment) => comment.body === text.replace(/\r\n/g, "\n").trim() && comment.place?.path === place?.path && comment.place?.line === place?.line);
  useEffect(() => {
    if (hasArrived) forget();
  }, [hasArrived, forget]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape" && onClose) {
      event.preventDefault();
      onClose();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.form?.requestSubmit();
    }
  }

  return (
    <Form method="post" action={action} className="comment-form" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="commentId" value={commentId} />
      {place && <input type="hidden" name="path" value={place.path} />}
      {place && <input type="hidden" name="line" value={place.line} />}
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id} name="body" className="input" rows={3} maxLength={REVIEW_TEXT_LIMITS.comment} required
        value={text} autoFocus={takesFocus} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => keep(event.target.value)} onKeyDown={onKeyDown}
      />
      {error && <p className="error" id={`${id}-error`}>{error}</p>}
      <div className="comment-acts">
        <button className="button small">{button} <kbd>Ctrl ↵</kbd></button>
        {closeHref && (
          <a className="button quiet small" href={closeHref} onClick={(event) => { if (onClose) { event.preventDefault(); onClose(); } }}>{t("close")}</a>
        )}
      </div>
    </Form>
  );
}
