import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditorPage } from "../features/portfolios/editor-page.tsx";
import { messages } from "../features/portfolios/messages.ts";
import { openEditor } from "../features/portfolios/open-editor.server.ts";
import { portfolioForm } from "../features/portfolios/portfolio-form.ts";
import { savePortfolio } from "../features/portfolios/save-portfolio.server.ts";
import { createT } from "../i18n/messages.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireUser } from "../web/require-user.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `${shown?.title ?? "Rung"} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  return { title: createT(messages, context.locale)("portfolio"), view: await openEditor(context.deps, { user }), origin: siteOrigin(context.deps.settings, request), isJustSaved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id: userId } = requireUser(context, request);
  const form = await readForm(request, portfolioForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  if ((await savePortfolio(context.deps, { userId, form: form.data })) === "saved") return redirect("/portfolio?saved");
  const values = Object.fromEntries(Object.entries(form.data).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  return data({ errors: { slug: "errorTaken" } as Record<string, string>, values }, { status: 409 });
}

export default function PortfolioRoute() {
  const { view, origin, isJustSaved } = useLoaderData<typeof loader>();
  return <EditorPage view={view} origin={origin} isJustSaved={isJustSaved} answer={useActionData<typeof action>() ?? null} />;
}
