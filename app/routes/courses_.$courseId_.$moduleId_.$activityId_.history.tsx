import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryPage, type HistorySaid } from "../features/attempts/history-page.tsx";
import { openHistory } from "../features/attempts/open-history.server.ts";
import { restoreForm } from "../features/attempts/restore-form.ts";
import { restoreAttempt } from "../features/attempts/restore-attempt.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireCodeActivity } from "../web/require-code-activity.server.ts";
import { messages } from "../features/attempts/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: page ? `${page.history.title} · ${t("historyTitle")} · Rung` : `${t("historyTitle")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { user, activity } = await requireCodeActivity(context, request, params);
  const query = new URL(request.url).searchParams;
  const history = await openHistory(context.deps, { userId: user.id, activity, asked: { from: query.get("from"), to: query.get("to") } });
  return { history, said: readSaid(query) };
}

/** Brings an attempt back into the editor, or takes that back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { user, activity } = await requireCodeActivity(context, request, params);
  const form = await readForm(request, restoreForm);
  if (!form.ok) throw refuseForm(context);
  const { intent, submissionId, version, number } = form.data;
  const wanted = intent === "undo" ? ({ kind: "version", version } as const) : ({ kind: "attempt", submissionId } as const);
  const answer = await restoreAttempt(context.deps, { userId: user.id, activity, wanted });
  const page = `${buildActivityPath(activity)}/history`;
  if (answer.kind === "gone") return redirect(`${page}?said=gone`, 303);
  return redirect(intent === "undo" ? `${page}?said=undone` : `${page}?restored=${number}&undo=${answer.undoVersion}`, 303);
}

export default function HistoryRoute() {
  const { history, said } = useLoaderData<typeof loader>();
  return <HistoryPage history={history} said={said} />;
}

/** Addresses are hostile: a number is a number or nothing is said. */
function readSaid(query: URLSearchParams): HistorySaid {
  const said = query.get("said");
  if (said === "gone" || said === "undone") return { kind: said };
  const [number, undo] = [query.get("restored") ?? "", query.get("undo") ?? ""];
  return /^\d{1,6}$/.test(number) && /^\d{1,9}$/.test(undo) ? { kind: "restored", number, undoVersion: Number(undo) } : null;
}
