import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openPlan } from "../features/plans/open-plan.server.ts";
import { PlanPage } from "../features/plans/plan-page.tsx";
import { requireUser } from "../web/require-user.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../ui/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("plan")} · Rung` }];

const USUAL_WEEKS = 5;
const MOST_WEEKS = 60;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const asked = Number(new URL(request.url).searchParams.get("weeks"));
  const weekCount = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST_WEEKS) : USUAL_WEEKS;
  return { weekCount, plan: await openPlan(context.deps, { userId: user.id, weekCount }) };
}

export default function PlanRoute() {
  const { plan, weekCount } = useLoaderData<typeof loader>();
  return <PlanPage plan={plan} weekCount={weekCount} />;
}
