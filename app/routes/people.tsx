import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchForm } from "../features/people/people-forms.ts";
import { PeopleListPage } from "../features/people/people-list-page.tsx";
import { searchPeople } from "../features/people/search-people.server.ts";
import { requireAdministrator } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/people/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireAdministrator(context, request);
  const { searchParams } = new URL(request.url);
  const { q } = searchForm.parse({ q: searchParams.get("q") ?? "" });
  return searchPeople(context.deps, { text: q, page: searchParams.get("page") });
}

export default function People() {
  return <PeopleListPage list={useLoaderData<typeof loader>()} />;
}
