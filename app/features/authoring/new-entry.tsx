import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useId } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field } from "../../ui/field.tsx";
import { NEW_ACTIVITY_KINDS } from "./new-kinds.ts";
import { useKindName } from "../courses/kind-mark.tsx";
import { messages } from "./messages.ts";

/** A form that was refused, to be shown again with what was typed. */
export interface RefusedForm {
  errors: Record<string, string>;
  values: Record<string, string>;
}

export function NewActivity({ moduleId, moduleTitle, refused }: { moduleId: string; moduleTitle: string; refused: RefusedForm | null }) {
  const t = useMessages(messages);
  const languageId = useId();
  const nameKind = useKindName();
  return (
    <details className="teach-new" open={refused !== null}>
      <summary><Plus size={17} aria-hidden /> {t.rich("addActivity", { to: () => <span key="to" className="sr-only">{t("toModule", { title: moduleTitle })}</span> })}</summary>
      <Form method="post" className="stack teach-new-form">
        <input type="hidden" name="intent" value="create-activity" />
        <input type="hidden" name="moduleId" value={moduleId} />
        <Field label={t("title")} name="title" required maxLength={120} defaultValue={refused?.values.title} error={refused?.errors.title} />
        <fieldset className="teach-kinds">
          <legend>{t("kind")}</legend>
          {NEW_ACTIVITY_KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={(refused?.values.kind ?? "lesson") === kind} />
              <span>{nameKind(kind)} <span className="muted small">{t(`kind-${kind}`)}</span></span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={languageId}>{t("codeLanguage")}</label>
          <select className="input" id={languageId} name="language" defaultValue={refused?.values.language ?? "javascript"}>
            <option value="javascript">JavaScript</option>
            <option value="typescript">TypeScript</option>
          </select>
        </div>
        <Field label={t("addressOptional")} name="slug" help={t("addressOptionalHelp")} defaultValue={refused?.values.slug} error={refused?.errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false} />
        <p><button className="button primary">{t("addAndOpen")}</button></p>
      </Form>
    </details>
  );
}

export function NewModule({ refused }: { refused: RefusedForm | null }) {
  const t = useMessages(messages);
  return (
    <details className="sheet teach-new" open={refused !== null}>
      <summary><Plus size={17} aria-hidden /> {t("addModule")}</summary>
      <Form method="post" className="stack teach-new-form">
        <input type="hidden" name="intent" value="create-module" />
        <Field label={t("title")} name="title" required maxLength={120} defaultValue={refused?.values.title} error={refused?.errors.title} />
        <Field label={t("addressOptional")} name="slug" help={t("addressOptionalHelp")} defaultValue={refused?.values.slug} error={refused?.errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false} />
        <p><button className="button primary">{t("addAndOpen")}</button></p>
      </Form>
    </details>
  );
}
