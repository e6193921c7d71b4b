import { useEffect, useId, type KeyboardEvent } from "react";
import { useKeptText } from "../drafts/use-kept-text.ts";
import { QUESTION_LIMITS } from "./question-rules.ts";

interface KeptAreaProps {
  /** What the text belongs to, in this tab. */
  keptAs: string;
  name: string;
  label: string;
  help?: string;
  error?: string;
  /** What was typed, shown again after a refusal. */
  value?: string;
  rows?: number;
  required?: boolean;
  maxLength?: number;
  /** Texts that were sent from here and arrived: they need not be kept any more. */
  arrived?: readonly string[];
}

const NONE: readonly string[] = [];

/** Room for words that survive a reload until they were sent. */
export function KeptArea({ keptAs, name, label, help, error, value, rows = 6, required = true, maxLength = QUESTION_LIMITS.body, arrived = NONE }: KeptAreaProps) {
  const id = useId();
  const { text, keep, forget } = useKeptText(keptAs, value);
  const hasArrived = text !== "" && arrived.includes(text.replace(/\r\n/g, "\n").trim());
  useEffect(() => {
    if (hasArrived) forget();
  }, [hasArrived, forget]);
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id} name={name} className="input" rows={rows} required={required} maxLength={maxLength} value={text} aria-invalid={error ? true : undefined} aria-describedby={described}
        onChange={(event) => keep(event.target.value)} onKeyDown={onKeyDown}
      />
      {help && <p className="help" id={`${id}-help`}>{help}</p>}
      {error && <p className="error" id={`${id}-error`} role="alert">{error}</p>}
    </div>
  );
}
