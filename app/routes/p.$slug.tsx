import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPortfolio } from "../features/portfolios/open-portfolio.server.ts";
import { PortfolioPage } from "../features/portfolios/portfolio-page.tsx";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [{ title: `${data.view.name} · Rung` }, ...(data.view.headline ? [{ name: "description", content: data.view.headline }] : []), ...(data.view.isListed && data.view.isPublic ? [] : [{ name: "robots", content: "noindex" }])]
    : [{ title: "Not found · Rung" }];

/** Public when its owner switched it on; else there for its owner only. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await openPortfolio(context.deps, { slug: params.slug ?? "", viewerId: context.user?.id ?? null });
  if (!view) throw notFound();
  return { view };
}

export default function PublicPortfolio() {
  return <PortfolioPage view={useLoaderData<typeof loader>().view} />;
}
