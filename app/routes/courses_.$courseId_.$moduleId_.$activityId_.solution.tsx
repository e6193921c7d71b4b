import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openSolution } from "../features/attempts/open-solution.server.ts";
import { SolutionPage } from "../features/attempts/solution-page.tsx";
import { findTaughtCourse } from "../features/authoring/find-taught-course.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { messages } from "../features/attempts/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: data ? `${data.solution.title} · ${t("solutionTitle")} · Rung` : `${t("solutionTitle")} · Rung` }];
};

/** For whoever has not earned it the page does not exist. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { user, course, activity } = await requireCodeActivity(context, request, params);
  if (activity.kind !== "lab") throw notFound();
  const teaches = (await findTaughtCourse(context.deps, user, course.id)) !== null;
  const solution = await openSolution(context.deps, { userId: user.id, lab: activity, teaches });
  if (!solution) throw notFound();
  return { solution, now: context.deps.now() };
}

export default function SolutionRoute() {
  const { solution, now } = useLoaderData<typeof loader>();
  return <SolutionPage solution={solution} now={now} />;
}
