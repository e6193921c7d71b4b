import type { ActionFunctionArgs } from "@remix-run/node";
import { runCode } from "../features/submissions/run-code.server.ts";
import { runRequest } from "../features/submissions/work-requests.ts";
import { workRefusals } from "../features/submissions/refusals.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";

/** Runs the visible tests and answers with their result. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireCodeActivity(context, request, params);
  const { files, live } = await requireJson(request, runRequest, context.locale);
  const answer = await runCode(context.deps, { userId: user.id, activity, files, isLive: live === true, signal: request.signal });
  if (answer.kind === "busy") return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: 429, headers: { "Retry-After": String(Math.ceil(answer.retryAfterMs / 1000)) } });
  return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: answer.kind === "refused" ? 400 : 200 });
}
