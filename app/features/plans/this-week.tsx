import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { formatDay } from "./format-day.ts";
import { messages } from "./messages.ts";
import type { DayView, WeekView } from "./plan-view.ts";
import { Link } from "../../ui/link.tsx";

/** The plan's week for the first page: a bar a day, what is done and what is planned. @param week null: nothing is planned yet */
export function ThisWeek({ week }: { week: WeekView | null }) {
  const t = useMessages(messages);
  return (
    <section className="sheet panel-part week-panel" aria-labelledby="this-week">
      <div className="row">
        <h2 className="h3" id="this-week">{t("thisWeek")}</h2>
        {week && week.totalMinutes > 0 && <span className="small muted">{t("doneOf", { done: formatMinutes(week.doneMinutes), total: formatMinutes(week.totalMinutes) })}</span>}
      </div>
      {week ? <><WeekBars week={week} />{week.totalMinutes === 0 && <p className="small muted">{t("freeWeek")}</p>}</> : <p className="small muted">{t("noPlanHelp")}</p>}
      <p className="small"><Link to="/plan">{week ? t("openPlan") : t("makePlanLong")}</Link></p>
    </section>
  );
}

/** A bar a day: filled as far as it is done, with a ring where something is planned. The words are there for everybody. */
export function WeekBars({ week }: { week: WeekView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const most = Math.max(30, ...week.days.map(({ doneMinutes, plannedMinutes }) => doneMinutes + plannedMinutes));
  return (
    <ul className="plan-bars">
      {week.days.map((day) => (
        <li key={day.day} className={[day.when, day.plannedMinutes > 0 ? "planned" : "", day.isOff ? "off" : ""].filter(Boolean).join(" ")}>
          {/* A drawing, not a style of the text: attributes of SVG need no inline style. */}
          <svg viewBox="0 0 10 48" preserveAspectRatio="none" aria-hidden="true" className="plan-bar">
            <rect className="plan-bar-done" x="0" width="10" y={48 - share(day.doneMinutes, most)} height={share(day.doneMinutes, most)} />
            <rect className="plan-bar-ahead" x="0" width="10" y={48 - share(day.doneMinutes + day.plannedMinutes, most)} height={share(day.plannedMinutes, most)} />
          </svg>
          <span aria-hidden="true">{formatDay(day.day, locale, "weekdayShort").replace(".", "")}</span>
          <span className="sr-only">{formatDay(day.day, locale, "weekday")}: {sayDay(t, day)}</span>
        </li>
      ))}
    </ul>
  );
}

function share(minutes: number, most: number): number {
  return Math.round((48 * minutes) / most);
}

/** What is to say of a day in a few words. */
export function sayDay(t: ReturnType<typeof useMessages<(typeof messages)["en"]>>, { isOff, doneMinutes, plannedMinutes }: DayView): string {
  if (doneMinutes > 0 && plannedMinutes > 0) return t("doneSome", { done: formatMinutes(doneMinutes), planned: formatMinutes(plannedMinutes) });
  if (doneMinutes > 0) return t("done", { minutes: formatMinutes(doneMinutes) });
  if (plannedMinutes > 0) return t("planned", { minutes: formatMinutes(plannedMinutes) });
  return isOff ? t("dayOff") : "–";
}
