import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field } from "../../ui/field.tsx";
import type { EntryView } from "./find-entry.server.ts";
import { messages } from "./messages.ts";
import type { RefusedForm } from "./new-entry.tsx";

/** Title, address, place, and the end of a module or activity. Nothing reaches learners before it is published. */
export function EntrySettings({ entry, refused }: { entry: EntryView; refused: RefusedForm | null }) {
  const t = useMessages(messages);
  const { kind } = entry;
  const values = refused?.values ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <Form method="post" className="sheet panel-part">
        <input type="hidden" name="intent" value={`rename-${kind}`} />
        <input type="hidden" name="id" value={entry.id} />
        <Field label={t("title")} name="title" required maxLength={120} defaultValue={values.title ?? entry.title} error={errors.title} />
        <Field
          label={t("address")} name="slug" required defaultValue={values.slug ?? entry.slug} error={errors.slug} autoCapitalize="off" autoComplete="off" spellCheck={false}
          help={t("addressHelp")}
        />
        {kind === "activity" && (
          <div className="field">
            <label htmlFor="entry-module">{t("module")}</label>
            <select className="input" id="entry-module" name="moduleId" defaultValue={values.moduleId ?? entry.moduleId}>
              {entry.modules.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
            </select>
          </div>
        )}
        <p className="teach-form-acts">
          <button className="button primary">{t("keepThese")}</button>
          <Link className="button quiet" to={`/teach/${entry.course.id}`}>{t("cancel")}</Link>
        </p>
      </Form>
      <section className="sheet panel-part" aria-labelledby="remove">
        <h2 className="h3" id="remove">{t("removeIt")}</h2>
        {kind === "module" && entry.activities > 0 ? (
          <p>{t("moduleHasActivities", { count: entry.activities })}</p>
        ) : (
          <Form method="post" className="stack">
            <input type="hidden" name="intent" value={`remove-${kind}`} />
            <input type="hidden" name="id" value={entry.id} />
            <p>{t(kind === "activity" ? "removalOfActivity" : "removalOfModule", { count: entry.files })}</p>
            <p><button className="button danger">{t(kind === "activity" ? "removeActivity" : "removeModule")}</button></p>
          </Form>
        )}
      </section>
    </>
  );
}
