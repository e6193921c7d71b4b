import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { messages } from "./messages.ts";
import type { TaskView } from "./open-task.server.ts";

/** Where the task stands, and what was said of it. */
export function TaskState({ task }: { task: TaskView }) {
  const t = useMessages(messages);
  const date = useDay();
  const { state, handedInAt, signed } = task;
  const by = signed?.by ?? "none";
  const words = signed?.words ? <p className="task-words">{signed.words}</p> : null;
  if (state === "done" && handedInAt) return <Notice tone="good">{t("stateDone", { date: date(handedInAt) })}</Notice>;
  if (state === "waiting" && handedInAt) return <Notice tone="attention">{t("stateWaiting", { date: date(handedInAt) })}</Notice>;
  if (state === "signed" && signed) return <Notice tone="good"><p>{t("stateSigned", { date: date(signed.at), by })}</p>{words}</Notice>;
  if (state === "returned" && signed) return <Notice tone="attention"><p>{t("stateReturned", { date: date(signed.at), by })}</p>{words}</Notice>;
  return null;
}

/** A day in the page's language; in UTC, so that it is the same before and after scripts run. */
export function useDay(): (at: Date) => string {
  const locale = useLocale();
  return (at) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}
