import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { structureForm } from "../features/authoring/authoring-forms.ts";
import { changeStructure } from "../features/authoring/change-structure.server.ts";
import { EntrySettings } from "../features/authoring/entry-settings.tsx";
import { findEntry } from "../features/authoring/find-entry.server.ts";
import { messages } from "../features/authoring/messages.ts";
import type { RefusedForm } from "../features/authoring/new-entry.tsx";
import { refusals } from "../features/authoring/refusals.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { say, sayErrors } from "../i18n/saying.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Crumbs } from "../ui/crumbs.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${data ? t("entryTitle", { title: data.entry.title }) : t("notFound")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const asked = new URL(request.url).searchParams;
  const entry = await findEntry(context.deps, visit, { activity: asked.get("activity"), module: asked.get("module") });
  if (!entry) throw notFound();
  return { entry };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const form = await readForm(request, structureForm);
  if (!form.ok) return Response.json({ errors: sayErrors(refusals, context.locale, form.errors, "notUnderstood"), values: form.values } satisfies RefusedForm, { status: 400 });
  const answer = await changeStructure(context.deps, visit, form.data);
  if (answer.kind === "changed") return redirect(`/teach/${visit.course.id}`, 303);
  const values = Object.fromEntries(Object.entries(form.data).map(([name, value]) => [name, String(value)]));
  return Response.json({ errors: { [answer.field ?? "form"]: say(refusals, context.locale, answer.message) }, values } satisfies RefusedForm, { status: 400 });
}

export default function EntryPage() {
  const t = useMessages(messages);
  const { entry } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  return (
    <div className="page narrow">
      <Crumbs trail={[{ label: t("teach"), to: "/teach" }, { label: entry.course.title, to: `/teach/${entry.course.id}` }]} />
      <h1>{entry.title}</h1>
      {refused?.errors.form && <Notice tone="bad" live>{refused.errors.form}</Notice>}
      <EntrySettings entry={entry} refused={refused ?? null} />
    </div>
  );
}
