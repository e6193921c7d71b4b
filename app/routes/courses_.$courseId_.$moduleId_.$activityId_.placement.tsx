import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { skipParts, unskipParts } from "../features/placement/choose-placement.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Skips the parts that were chosen after a placement test, or takes one back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, course, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "quiz" || activity.places.length === 0 || !enrollment) throw notFound();
  const form = await request.formData().catch(() => new FormData());
  const of = { userId: enrollment.userId, course, quiz: activity };
  const path = buildActivityPath(activity);
  switch (form.get("intent")) {
    case "skip": {
      const skipped = await skipParts(context.deps, { ...of, keys: form.getAll("part").map(String) });
      return redirect(`${path}?skipped=${skipped}#placement`, 303);
    }
    case "undo":
      await unskipParts(context.deps, { ...of, keys: new URL(request.url).searchParams.getAll("part") });
      return redirect(`${path}?undone=1#placement`, 303);
    default:
      throw refuseForm(context);
  }
}
