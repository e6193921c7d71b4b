import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { parseHintNumber } from "../features/hints/hints-view.ts";
import { openHint } from "../features/hints/open-hint.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireCodeActivity(context, request, params);
  return redirect(`${buildActivityPath(activity)}#hints`);
}

/** Opens the next hint: a form goes back to the page with it, a script gets the ladder as it is now. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { user, course, activity } = await requireCodeActivity(context, request, params);
  const isJson = request.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  const number = parseHintNumber(isJson ? await readNumber(request) : (await request.formData().catch(() => null))?.get("number"));
  if (number === null) throw refuseForm(context);
  const answer = await openHint(context.deps, { userId: user.id, course, activity, number });
  if (isJson) return Response.json(answer, { status: answer.kind === "opened" ? 200 : 409 });
  return redirect(`${buildActivityPath(activity)}#${answer.kind === "opened" ? `hint-${number}` : "hints"}`, 303);
}

async function readNumber(request: Request): Promise<unknown> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === "object" && body !== null && "number" in body ? body.number : null;
}
