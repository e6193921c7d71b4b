import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { answerNoteForm } from "../features/notes/answer-note-form.server.ts";
import { postedNoteForm } from "../features/notes/note-form.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Keeps, changes and removes notes of this person. Pages with scripts stay where they are; others come back to the notes. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  const form = await readForm(request, postedNoteForm);
  if (!form.ok) throw refuseForm(context);
  const kind = await answerNoteForm(context.deps, { userId: user.id, activity, form: form.data });
  if (kind === "not-yours") throw notFound();
  if (form.data.stay) return data({ kind }, { status: kind === "kept" ? 200 : 400 });
  return redirect(`${buildActivityPath(activity)}#your-notes`, 303);
}
