import { useId, type InputHTMLAttributes, type TextareaHTMLAttributes } from "react";

interface FieldProps {
  label: string;
  name: string;
  help?: string;
  /** What is wrong with the value and what to do; announced with the field. */
  error?: string;
}

/** A labelled input with its help and error tied to it. */
export function Field({ label, name, help, error, ...input }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { id, described, notes } = useFieldNotes(help, error);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="input" id={id} name={name} aria-describedby={described} aria-invalid={error ? true : undefined} {...input} />
      {notes}
    </div>
  );
}

/** The same with room for several lines. */
export function TextField({ label, name, help, error, ...area }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { id, described, notes } = useFieldNotes(help, error);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea className="input" id={id} name={name} aria-describedby={described} aria-invalid={error ? true : undefined} {...area} />
      {notes}
    </div>
  );
}

function useFieldNotes(help?: string, error?: string) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const notes = (
    <>
      {help && <p className="help" id={helpId}>{help}</p>}
      {error && <p className="error" id={errorId}>{error}</p>}
    </>
  );
  return { id, described: [helpId, errorId].filter(Boolean).join(" ") || undefined, notes };
}
