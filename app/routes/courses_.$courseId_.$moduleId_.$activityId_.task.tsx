import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { formRequest } from "../features/drafts/form-request.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { changeTask } from "../features/tasks/change-task.server.ts";
import { keepTask, readKeptTask } from "../features/tasks/keep-task.server.ts";
import { readTaskForm } from "../features/tasks/task-form.ts";
import { answerKeptForm } from "../web/answer-kept-form.server.ts";
import { asksForJson, requireJson } from "../web/read-json.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

/** What is kept of a task, for a page whose other tab has kept something; else the way to the task. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "task" || !asksForJson(request)) return redirect(buildActivityPath(activity));
  return Response.json(await readKeptTask(context.deps, { userId: user.id, task: activity }));
}

/** Keeps what a task's form holds: as JSON while it is typed, as a form together with what its button says. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "task" || !enrollment) throw notFound();
  if (asksForJson(request)) {
    const { baseVersion, files: fields } = await requireJson(request, formRequest, context.locale);
    return answerKeptForm(context, await keepTask(context.deps, { userId: user.id, task: activity, baseVersion, fields }));
  }
  const form = readTaskForm(await request.formData().catch(() => new FormData()));
  if (!form) throw refuseForm(context);
  const said = await changeTask(context.deps, { userId: user.id, task: activity, form });
  return redirect(`${buildActivityPath(activity)}?said=${said}#said`, 303);
}
