import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useId } from "react";
import { Field } from "../../ui/field.tsx";
import { NEW_ACTIVITY_KINDS } from "./activity-templates.ts";
import { useKindName } from "../courses/kind-mark.tsx";

/** A form that was refused, to be shown again with what was typed. */
export interface RefusedForm {
  errors: Record<string, string>;
  values: Record<string, string>;
}

const KIND_HELP = { lesson: "text to read", lab: "code with tests", project: "work that a grader reviews", quiz: "questions with right answers", survey: "questions without" } as const;

export function NewActivity({ moduleId, moduleTitle, refused }: { moduleId: string; moduleTitle: string; refused: RefusedForm | null }) {
  const languageId = useId();
  const nameKind = useKindName();
  return (
    <details className="teach-new" open={refused !== null}>
      <summary><Plus size={17} aria-hidden /> Add an activity <span className="sr-only">to {moduleTitle}</span></summary>
      <Form method="post" className="stack teach-new-form">
        <input type="hidden" name="intent" value="create-activity" />
        <input type="hidden" name="moduleId" value={moduleId} />
        <Field label="Title" name="title" required maxLength={120} defaultValue={refused?.values.title} error={refused?.errors.title} />
        <fieldset className="teach-kinds">
          <legend>Kind</legend>
          {NEW_ACTIVITY_KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={(refused?.values.kind ?? "lesson") === kind} />
              <span>{nameKind(kind)} <span className="muted small">{KIND_HELP[kind]}</span></span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={languageId}>Language of the code</label>
          <select className="input" id={languageId} name="language" defaultValue={refused?.values.language ?? "javascript"}>
            <option value="javascript">JavaScript</option>
            <option value="typescript">TypeScript</option>
          </select>
        </div>
        <Field label="Address (optional)" name="slug" help="Lower-case words with hyphens. Made from the title when left empty." defaultValue={refused?.values.slug} error={refused?.errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false} />
        <p><button className="button primary">Add and open it</button></p>
      </Form>
    </details>
  );
}

export function NewModule({ refused }: { refused: RefusedForm | null }) {
  return (
    <details className="sheet teach-new" open={refused !== null}>
      <summary><Plus size={17} aria-hidden /> Add a module</summary>
      <Form method="post" className="stack teach-new-form">
        <input type="hidden" name="intent" value="create-module" />
        <Field label="Title" name="title" required maxLength={120} defaultValue={refused?.values.title} error={refused?.errors.title} />
        <Field label="Address (optional)" name="slug" help="Lower-case words with hyphens. Made from the title when left empty." defaultValue={refused?.values.slug} error={refused?.errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false} />
        <p><button className="button primary">Add and open it</button></p>
      </Form>
    </details>
  );
}
