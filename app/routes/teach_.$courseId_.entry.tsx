import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { structureForm } from "../features/authoring/authoring-forms.ts";
import { changeStructure } from "../features/authoring/change-structure.server.ts";
import { EntrySettings } from "../features/authoring/entry-settings.tsx";
import { findEntry } from "../features/authoring/find-entry.server.ts";
import type { RefusedForm } from "../features/authoring/new-entry.tsx";
import { Crumbs } from "../ui/crumbs.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.entry.title}, name and place · Rung` : "Not found · Rung" }];

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
  if (!form.ok) return Response.json({ errors: form.errors, values: form.values } satisfies RefusedForm, { status: 400 });
  const answer = await changeStructure(context.deps, visit, form.data);
  if (answer.kind === "changed") return redirect(`/teach/${visit.course.id}`, 303);
  const values = Object.fromEntries(Object.entries(form.data).map(([name, value]) => [name, String(value)]));
  return Response.json({ errors: { [answer.field ?? "form"]: answer.message }, values } satisfies RefusedForm, { status: 400 });
}

export default function EntryPage() {
  const { entry } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  return (
    <div className="page narrow">
      <Crumbs trail={[{ label: "Teach", to: "/teach" }, { label: entry.course.title, to: `/teach/${entry.course.id}` }]} />
      <h1>{entry.title}</h1>
      {refused?.errors.form && <Notice tone="bad" live>{refused.errors.form}</Notice>}
      <EntrySettings entry={entry} refused={refused ?? null} />
    </div>
  );
}
