import { Send } from "lucide-react";
import { Field, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { useKeptText } from "../../ui/use-kept-text.ts";
import { PROJECT_LIMITS } from "./project-form.ts";

type Kept = ReturnType<typeof useKeptText>;

interface HandInFieldsProps {
  link: Kept;
  message: Kept;
  errors: Readonly<Record<string, string>>;
  isHandingIn: boolean;
  /** Something was handed in before. */
  isAgain: boolean;
  hasTests: boolean;
}

/** What goes with the files: a link, words for the grader, and the button that hands all of it in. */
export function HandInFields({ link, message, errors, isHandingIn, isAgain, hasTests }: HandInFieldsProps) {
  return (
    <fieldset className="hand-in-fields">
      <legend>{isAgain ? "Hand in again" : "Hand in"}</legend>
      <Field label="A link, if there is something to see elsewhere" name="link" type="url" inputMode="url" placeholder="https://" maxLength={PROJECT_LIMITS.link} autoComplete="off" value={link.text} onChange={(event) => link.keep(event.target.value)} error={errors.link} />
      <TextField label="Words for the grader" name="message" rows={3} maxLength={PROJECT_LIMITS.message} value={message.text} onChange={(event) => message.keep(event.target.value)} error={errors.message} help={isAgain ? "What did you change, and why?" : "What should they look at? What were you unsure of?"} />
      {errors.form && <Notice tone="bad" live>{errors.form}</Notice>}
      <p className="hand-in-act">
        <button className="button primary" name="intent" value="hand-in" aria-disabled={isHandingIn}><Send size={16} aria-hidden /> {isHandingIn ? "Handing in…" : isAgain ? "Hand in again" : "Hand in"}</button>
        <span className="small muted">{hasTests ? "All tests are run, and a grader reads it." : "A grader reads it."}</span>
      </p>
    </fieldset>
  );
}
