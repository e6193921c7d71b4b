import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { Notice } from "../../ui/notice.tsx";
import { formatDay, formatDayPair } from "./format-day.ts";
import { messages } from "./messages.ts";
import type { ForecastView, WarningView } from "./plan-view.ts";

/** When it may be done, as a range, or why nothing is said. */
export function ForecastWords({ forecast }: { forecast: ForecastView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  if (forecast.kind === "done") return <>{t("finished")}</>;
  if (forecast.kind === "unknown") return <>{t(forecast.reason === "no-weeks-yet" ? "forecastUnknown" : "forecastNoEnd")}</>;
  const days = formatDayPair(forecast.earliest, forecast.latest, locale);
  if (forecast.earliest === forecast.latest) return <>{t("forecastDay", { last: days.last })}</>;
  return <>{t(forecast.isRough ? "forecastRough" : "forecastRange", days)}</>;
}

/** What does not fit in a plan, said plainly. */
export function PlanWarnings({ warnings }: { warnings: readonly WarningView[] }) {
  const say = useWarning();
  const t = useMessages(messages);
  if (warnings.length === 0) return null;
  return (
    <Notice tone="attention">
      <div className="plan-warnings">
      {warnings.map((warning) => <p key={warning.kind === "full-week" ? `week-${warning.week}` : warning.kind}>{say(warning)}</p>)}
      {warnings.some(({ kind }) => kind === "full-week") && <p>{t("warnFullWeekHelp")}</p>}
      </div>
    </Notice>
  );
}

function useWarning(): (warning: WarningView) => string {
  const t = useMessages(messages);
  const locale = useLocale();
  return (warning) => {
    switch (warning.kind) {
      case "no-study-days":
        return t("warnNoDays");
      case "no-end":
        return t("warnNoEnd");
      case "full-week":
        return t("warnFullWeek", { week: String(warning.week), needed: formatMinutes(warning.neededMinutes), chosen: formatMinutes(warning.chosenMinutes) });
      case "target-missed": {
        const target = formatDay(warning.targetDay, locale, "date");
        const last = warning.lastDay === null ? "none" : formatDay(warning.lastDay, locale, "date");
        return warning.neededPerDayMinutes === null ? t("warnTargetNoDays", { target, last }) : t("warnTarget", { target, last, needed: formatMinutes(warning.neededPerDayMinutes) });
      }
    }
  };
}
