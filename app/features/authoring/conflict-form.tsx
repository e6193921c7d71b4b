import { Form } from "@remix-run/react";
import { useId } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { diffTexts } from "./diff-texts.ts";
import { messages } from "./publish-messages.ts";
import type { FileConflict } from "./review-changes.server.ts";
import { TextDiffView } from "./text-diff.tsx";

interface ConflictFormProps {
  path: string;
  conflict: FileConflict;
  /** A decision that was refused, with the text that was typed. */
  answer: { message: string; text: string | null } | null;
}

/** One file that two people changed: what it was, what each made of it, a proposal, and the choice. */
export function ConflictForm({ path, conflict, answer }: ConflictFormProps) {
  const t = useMessages(messages);
  const id = useId();
  const { base, mine, theirs, merged } = conflict;
  const isText = base !== null || mine !== null || theirs !== null;
  const isMergeable = merged !== null && merged.conflicts === 0;
  const choices = [
    ...(isMergeable ? [{ value: "merged", label: t("takeBoth"), help: t("takeBothHelp") }] : []),
    { value: "mine", label: t(mine === null && isText ? "removeAnyway" : "takeMine"), help: t("takeMineHelp") },
    { value: "theirs", label: t(conflict.kind === "gone" ? "letGo" : "takeTheirs"), help: t("takeTheirsHelp") },
    ...(merged ? [{ value: "edited", label: t("takeText"), help: merged.conflicts > 0 ? t("marksToDecide", { count: merged.conflicts, marks: "<<<<<<< … >>>>>>>" }) : t("takeTextHelp") }] : []),
  ];
  const first = answer?.text ? "edited" : merged && !isMergeable ? "edited" : (choices[0]?.value ?? "mine");
  return (
    <section className="sheet teach-conflict" aria-labelledby={id}>
      <h3 className="panel-part teach-change-path" id={id}><bdi>{path}</bdi> <span className="tag attention">{t(conflict.kind === "gone" ? "removedBySomebody" : "changedBySomebody")}</span></h3>
      {answer && <p className="notice bad teach-conflict-said" role="alert">{answer.message}</p>}
      {isText ? (
        <div className="teach-three">
          <Side title={t("onDisk")} base={base} text={theirs} goneWords={t("theyRemoved")} />
          <Side title={t("yours")} base={base} text={mine} goneWords={t("youRemoved")} />
        </div>
      ) : (
        <p className="panel-part small muted">{t("noMerge")}</p>
      )}
      {base !== null && (
        <details className="teach-base panel-part small">
          <summary>{t("before")}</summary>
          <pre tabIndex={0}>{showInvisible(base)}</pre>
        </details>
      )}
      <Form method="post" className="panel-part" preventScrollReset>
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="path" value={path} />
        <input type="hidden" name="version" value={conflict.version} />
        <input type="hidden" name="diskHash" value={conflict.diskHash} />
        <fieldset className="teach-choices">
          <legend className="sr-only">{t("whatBecomes", { path })}</legend>
          {choices.map(({ value, label, help }) => (
            <label key={value} className="choice">
              <input type="radio" name="choice" value={value} defaultChecked={value === first} />
              <span>{label} <span className="muted small">{help}</span></span>
            </label>
          ))}
        </fieldset>
        {merged && (
          <div className="field">
            <label htmlFor={`${id}-text`}>{t("mergedText")}</label>
            <textarea className="input teach-merge" id={`${id}-text`} name="text" rows={14} spellCheck={false} wrap="off" defaultValue={answer?.text ?? merged.text} />
          </div>
        )}
        <p><button className="button primary">{t("decide")}</button></p>
      </Form>
    </section>
  );
}

function Side({ title, base, text, goneWords }: { title: string; base: string | null; text: string | null; goneWords: string }) {
  return (
    <div className="teach-side-text">
      <h4 className="small">{title}</h4>
      {text === null ? <p className="muted">{goneWords}</p> : <TextDiffView diff={diffTexts(base, text)} label={title} />}
    </div>
  );
}
