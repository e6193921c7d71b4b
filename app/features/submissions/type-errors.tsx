import { useId } from "react";
import type { Diagnostic } from "../../../sandbox/contract.ts";
import { PlainWords } from "../explanations/plain-words.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { Place } from "./place.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface TypeErrorsProps {
  diagnostics: readonly Diagnostic[];
  onGoTo: ((place: { path: string; line: number }) => void) | undefined;
}

/** What the compiler says of the learner's files. Its words quote them: printed, never interpreted. */
export function TypeErrors({ diagnostics, onGoTo }: TypeErrorsProps) {
  const t = useMessages(messages);
  const heading = useId();
  return (
    <section className="type-errors" aria-labelledby={heading}>
      <p className="type-errors-title" id={heading}>{t("typeErrors")}</p>
      <ul>
        {diagnostics.map(({ path, line, message }, index) => (
          <li key={index}>
            <span className="small muted"><Place location={{ path, line }} onGoTo={onGoTo} /></span>
            <span className="type-error-words">{showInvisible(message)}</span>
            <PlainWords message={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
