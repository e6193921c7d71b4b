import { Form, Link } from "@remix-run/react";
import { Field } from "../../ui/field.tsx";
import { countWords } from "./file-address.ts";
import type { EntryView } from "./find-entry.server.ts";
import type { RefusedForm } from "./new-entry.tsx";

/** Title, address, place, and the end of a module or activity. Nothing reaches learners before it is published. */
export function EntrySettings({ entry, refused }: { entry: EntryView; refused: RefusedForm | null }) {
  const { kind } = entry;
  const values = refused?.values ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <Form method="post" className="sheet panel-part">
        <input type="hidden" name="intent" value={`rename-${kind}`} />
        <input type="hidden" name="id" value={entry.id} />
        <Field label="Title" name="title" required maxLength={120} defaultValue={values.title ?? entry.title} error={errors.title} />
        <Field
          label="Address" name="slug" required defaultValue={values.slug ?? entry.slug} error={errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false}
          help="Lower-case words with hyphens. The former address is kept as an alias: learners keep their progress, and old links work."
        />
        {kind === "activity" && (
          <div className="field">
            <label htmlFor="entry-module">Module</label>
            <select className="input" id="entry-module" name="moduleId" defaultValue={values.moduleId ?? entry.moduleId}>
              {entry.modules.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
            </select>
          </div>
        )}
        <p className="teach-form-acts">
          <button className="button primary">Keep these</button>
          <Link className="button quiet" to={`/teach/${entry.course.id}`}>Cancel</Link>
        </p>
      </Form>
      <section className="sheet panel-part" aria-labelledby="remove">
        <h2 className="h3" id="remove">Remove it</h2>
        {kind === "module" && entry.activities > 0 ? (
          <p>The module has {countWords(entry.activities, "activity", "activities")}. Remove or move them first.</p>
        ) : (
          <Form method="post" className="stack">
            <input type="hidden" name="intent" value={`remove-${kind}`} />
            <input type="hidden" name="id" value={entry.id} />
            <p>
              {countWords(entry.files, "file")} of this {kind} will go when you publish; until then it can be brought back. What learners handed in and finished stays stored.
            </p>
            <p><button className="button danger">Remove this {kind}</button></p>
          </Form>
        )}
      </section>
    </>
  );
}
