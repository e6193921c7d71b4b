import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "../features/search/messages.ts";
import { searchMaterial } from "../features/search/search-material.server.ts";
import { SearchPage } from "../features/search/search-page.tsx";
import { createT } from "../i18n/messages.ts";
import { requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Rung"} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { title: createT(messages, context.locale)("title"), view: await searchMaterial(context.deps, { user, query, language: context.locale }) };
}

export default function SearchRoute() {
  return <SearchPage view={useLoaderData<typeof loader>().view} />;
}
