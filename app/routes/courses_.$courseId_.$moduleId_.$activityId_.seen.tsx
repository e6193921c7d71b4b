import type { ActionFunctionArgs } from "@remix-run/node";
import { markProjectReviewsSeen } from "../features/reviews/mark-reviews-seen.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** Said by a project's page once its learner has a decision before them. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "project") throw notFound();
  await markProjectReviewsSeen(context.deps, { userId: user.id, project: activity });
  return new Response(null, { status: 204 });
}
