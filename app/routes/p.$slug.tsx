import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPortfolio } from "../features/portfolios/open-portfolio.server.ts";
import { PortfolioPage } from "../features/portfolios/portfolio-page.tsx";
import { notFound } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/courses/messages.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? [{ title: `${data.view.name} · Rung` }, ...(data.view.headline ? [{ name: "description", content: data.view.headline }] : []), ...(data.view.isListed && data.view.isPublic ? [] : [{ name: "robots", content: "noindex" }])]
    : [{ title: `${createPageT(messages, matches)("notFound")} · Rung` }];

/** Public when its owner switched it on; else there for its owner only. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await openPortfolio(context.deps, { slug: params.slug ?? "", viewerId: context.user?.id ?? null });
  if (!view) throw notFound();
  return { view };
}

export default function PublicPortfolio() {
  return <PortfolioPage view={useLoaderData<typeof loader>().view} />;
}
