import type { ActionFunctionArgs } from "@remix-run/node";
import { handInProject } from "../features/projects/hand-in-project.server.ts";
import { handInForm, handInRequest } from "../features/projects/project-form.ts";
import { projectRefusals } from "../features/projects/refusals.ts";
import { sayAnswer, sayErrors } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** Takes in a project: 202 with the submission's id once it is on the disk. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user, enrollment } = await requireActivityVisit(context, request, params);
  // People who only look have nothing to hand in.
  if (activity.kind !== "project" || !enrollment) throw notFound();
  const sent = await requireJson(request, handInRequest, context.locale);
  const form = handInForm.safeParse(sent);
  if (!form.success) {
    const errors = Object.fromEntries(form.error.issues.map((issue) => [String(issue.path[0] ?? "form"), issue.message]));
    return Response.json({ kind: "refused", errors: sayErrors(projectRefusals, context.locale, errors, "notUnderstood") }, { status: 400 });
  }
  const answer = await handInProject(context.deps, form.data, { userId: user.id, project: activity, files: sent.files });
  if (answer.kind === "stored") return Response.json({ kind: "stored", submissionId: answer.submission.id }, { status: 202 });
  if (answer.kind === "too-many") return Response.json(sayAnswer(projectRefusals, context.locale, answer), { status: 429, headers: { "Retry-After": String(Math.ceil(answer.retryAfterMs / 1000)) } });
  return Response.json(sayAnswer(projectRefusals, context.locale, answer), { status: answer.kind === "accepted" ? 409 : 400 });
}
