import type { ActionFunctionArgs } from "@remix-run/node";
import { consoleRequest } from "../features/labs/console-session.ts";
import { runConsole } from "../features/labs/run-console.server.ts";
import { workRefusals } from "../features/submissions/refusals.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { requireJson } from "../web/read-json.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** Runs a command of the console of a bash lab and answers with what it printed. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireCodeActivity(context, request, params);
  if (activity.kind !== "lab" || activity.language !== "bash") throw notFound();
  const asked = await requireJson(request, consoleRequest, context.locale);
  const answer = await runConsole(context.deps, { userId: user.id, lab: activity, asked, signal: request.signal });
  if (answer.kind === "busy") return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: 429, headers: { "Retry-After": String(Math.ceil(answer.retryAfterMs / 1000)) } });
  return Response.json(sayAnswer(workRefusals, context.locale, answer), { status: answer.kind === "refused" ? 400 : 200 });
}
