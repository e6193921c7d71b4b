import { data, type ActionFunctionArgs } from "@remix-run/node";
import { keepReadingPosition } from "../features/lessons/keep-reading-position.server.ts";
import { positionForm } from "../features/lessons/lesson-forms.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export function loader() {
  throw notFound();
}

/** The reader's browser says how far they are: 204, or 400 with what is wrong. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "lesson" || !enrollment) throw notFound();
  const form = await readForm(request, positionForm);
  if (!form.ok) throw data({ errors: form.errors }, { status: 400 });
  await keepReadingPosition(context.deps, { userId: enrollment.userId, lesson: activity, position: form.data.position });
  return new Response(null, { status: 204 });
}
