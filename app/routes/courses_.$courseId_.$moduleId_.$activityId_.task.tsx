import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { changeTask } from "../features/tasks/change-task.server.ts";
import { readTaskForm } from "../features/tasks/task-form.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Keeps what a task's form holds, then does what its button says. A page's script that only keeps gets 204. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "task" || !enrollment) throw notFound();
  const form = readTaskForm(await request.formData().catch(() => new FormData()));
  if (!form) throw new Response("That was no form of this page.", { status: 400 });
  const said = await changeTask(context.deps, { userId: user.id, task: activity, form });
  if (form.intent === "keep") return new Response(null, { status: 204 });
  return redirect(`${buildActivityPath(activity)}?said=${said}#said`, 303);
}
