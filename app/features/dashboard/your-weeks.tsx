import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { messages } from "./messages.ts";
import type { StudyWeek } from "./study-weeks.ts";

/** A bar for each of the last weeks, as tall as its minutes. A table underneath the picture says the same. */
export function YourWeeks({ weeks }: { weeks: readonly StudyWeek[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const most = Math.max(60, ...weeks.map(({ minutes }) => minutes));
  const nameDay = (day: string) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  return (
    <section className="sheet panel-part" aria-labelledby="your-weeks">
      <h2 className="h3" id="your-weeks">{t("weeksTitle")}</h2>
      <table className="week-bars">
        <caption className="sr-only">{t("weeksTitle")}</caption>
        <thead className="sr-only"><tr><th scope="col">{t("weekOf", { day: "" })}</th><th scope="col">{t("studied")}</th></tr></thead>
        <tbody>
          {weeks.map(({ firstDay, minutes }, index) => (
            <tr key={firstDay}>
              <th scope="row"><span className="sr-only">{t("weekOf", { day: nameDay(firstDay) })}</span><span aria-hidden className="week-day">{index === weeks.length - 1 ? t("thisWeek") : nameDay(firstDay)}</span></th>
              <td>
                <meter className="week-bar" min={0} max={most} value={minutes} aria-hidden />
                <span className="small">{formatMinutes(minutes)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{t("weeksHelp")}</p>
    </section>
  );
}
