import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeAdministrator } from "../features/people/change-administrator.server.ts";
import { changeRole } from "../features/people/change-role.server.ts";
import { openPerson } from "../features/people/open-person.server.ts";
import { administratorForm, roleForm } from "../features/people/people-forms.ts";
import { PersonPage } from "../features/people/person-page.tsx";
import { readForm } from "../web/read-form.server.ts";
import { notFound, requireAdministrator } from "../web/require-user.server.ts";
import { createT } from "../i18n/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/people/messages.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${view?.person.name ?? t("notFound")} · ${t("title")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { id } = requireAdministrator(context, request);
  const view = await openPerson(context.deps, { userId: params.userId ?? "" });
  if (!view) throw notFound();
  const confirm = new URL(request.url).searchParams.get("confirm");
  return { ...view, isSelf: view.person.id === id, asksFor: confirm === "administrator" ? (view.person.isAdministrator ? ("take" as const) : ("give" as const)) : null };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { id: byUserId } = requireAdministrator(context, request);
  const t = createT(messages, context.locale);
  const userId = params.userId ?? "";
  const page = `/people/${encodeURIComponent(userId)}`;
  const intent = new URL(request.url).searchParams.get("form");
  if (intent === "role") {
    const form = await readForm(request, roleForm);
    if (!form.ok) return data({ message: t("notRead") }, { status: 400 });
    if (!(await changeRole(context.deps, form.data, { userId, byUserId }))) throw notFound();
    return redirect(page);
  }
  if (intent === "administrator") {
    const form = await readForm(request, administratorForm);
    if (!form.ok) return data({ message: t("notConfirmed") }, { status: 400 });
    const answer = await changeAdministrator(context.deps, form.data, { userId, byUserId });
    if (!answer) throw notFound();
    if (answer.kind === "refused") return data({ message: t("lastAdministrator") }, { status: 409 });
    return redirect(userId === byUserId && form.data.change === "take" ? "/today" : page);
  }
  throw notFound();
}

export default function Person() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PersonPage view={view} message={answer?.message} />;
}
