import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { formRequest } from "../features/drafts/form-request.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { keepAnswers, readKeptAnswers } from "../features/quizzes/keep-answers.server.ts";
import { answerKeptForm } from "../web/answer-kept-form.server.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** The answers of now of an open attempt, for a page whose other tab has kept some; else the way to the quiz. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  const attemptId = new URL(request.url).searchParams.get("attempt");
  if (activity.kind !== "quiz" || attemptId === null) return redirect(buildActivityPath(activity));
  const kept = await readKeptAnswers(context.deps, { userId: user.id, quiz: activity, attemptId });
  if (!kept) throw notFound();
  return Response.json(kept);
}

/** Keeps answers of an open attempt while they are given. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "quiz" || !enrollment) throw notFound();
  const { baseVersion, files: fields } = await requireJson(request, formRequest, context.locale);
  const attemptId = new URL(request.url).searchParams.get("attempt") ?? "";
  return answerKeptForm(context, await keepAnswers(context.deps, { userId: enrollment.userId, quiz: activity, attemptId, baseVersion, fields }));
}
