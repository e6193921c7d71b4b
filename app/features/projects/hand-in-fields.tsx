import { Send } from "lucide-react";
import { Field, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { KeptText } from "../drafts/use-kept-text.ts";
import { PROJECT_LIMITS } from "./project-form.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

type Kept = KeptText;

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
  const t = useMessages(messages);
  return (
    <fieldset className="hand-in-fields">
      <legend>{t(isAgain ? "handInAgain" : "handIn")}</legend>
      <Field label={t("linkLabel")} name="link" type="url" inputMode="url" placeholder="https://" maxLength={PROJECT_LIMITS.link} autoComplete="off" value={link.text} onChange={(event) => link.keep(event.target.value)} error={errors.link} />
      <TextField label={t("wordsLabel")} name="message" rows={3} maxLength={PROJECT_LIMITS.message} value={message.text} onChange={(event) => message.keep(event.target.value)} error={errors.message} help={t(isAgain ? "wordsAgain" : "wordsFirst")} />
      {errors.form && <Notice tone="bad" live>{errors.form}</Notice>}
      <p className="hand-in-act">
        <button className="button primary" name="intent" value="hand-in" aria-disabled={isHandingIn}><Send size={16} aria-hidden /> {t(isHandingIn ? "handingIn" : isAgain ? "handInAgain" : "handIn")}</button>
        <span className="small muted">{t(hasTests ? "testsAndGrader" : "graderOnly")}</span>
      </p>
    </fieldset>
  );
}
