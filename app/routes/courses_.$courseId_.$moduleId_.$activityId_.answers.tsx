import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { saveAnswers } from "../features/quizzes/save-answers.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Keeps answers of an open attempt while they are given; 409 when it was handed in meanwhile. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "quiz" || !enrollment) throw notFound();
  const form = await request.formData().catch(() => new FormData());
  const answer = await saveAnswers(context.deps, { userId: enrollment.userId, quiz: activity, attemptId: String(form.get("attempt") ?? ""), form });
  if (answer.kind === "unknown") throw notFound();
  return Response.json(answer, { status: answer.kind === "closed" ? 409 : 200 });
}
