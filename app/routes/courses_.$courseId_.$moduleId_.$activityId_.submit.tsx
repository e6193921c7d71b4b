import type { ActionFunctionArgs } from "@remix-run/node";
import { submitWork } from "../features/submissions/submit-work.server.ts";
import { submitRequest } from "../features/submissions/work-requests.ts";
import { workRefusals } from "../features/submissions/refusals.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** Takes in a lab: 202 with the submission's id once it is on the disk; its result comes from `/submissions/:id/events`. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireCodeActivity(context, request, params);
  // A project is handed in by the form of its own page, with a link and words.
  if (activity.kind !== "lab") throw notFound();
  const { files, idempotencyKey } = await requireJson(request, submitRequest, context.locale);
  const answer = await submitWork(context.deps, { userId: user.id, activity, files, idempotencyKey });
  if (answer.kind === "stored") return Response.json({ kind: "stored", submissionId: answer.submission.id }, { status: 202 });
  if (answer.kind === "refused") return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: 400 });
  return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: 429, headers: { "Retry-After": String(Math.ceil(answer.retryAfterMs / 1000)) } });
}
