import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { ForecastWords } from "../plans/forecast-words.tsx";
import { messages } from "./messages.ts";
import type { CoursePaceView } from "./open-course-pace.server.ts";

/** The hour budget of a course: done, left, and when it may end. */
export function CoursePace({ pace }: { pace: CoursePaceView }) {
  const t = useMessages(messages);
  const { courseId, minutesDone, minutesTotal, forecast, hasPlan, ownActivities, otherPeople } = pace;
  return (
    <section className="sheet panel-part pace-panel" aria-labelledby="pace">
      <div className="row">
        <h2 className="h3" id="pace">{t("title")}</h2>
        <span className="small muted">{t("done", { done: formatMinutes(minutesDone), total: formatMinutes(minutesTotal) })}</span>
      </div>
      {minutesDone < minutesTotal && <p>{t("left", { left: formatMinutes(minutesTotal - minutesDone) })}</p>}
      <p className="small"><ForecastWords forecast={forecast} /></p>
      {forecast.kind === "range" && !forecast.isRough && <p className="small muted">{t("basis", { own: ownActivities, others: otherPeople })}</p>}
      {minutesDone < minutesTotal && <p className="small"><Link to={`/courses/${courseId}/plan`}>{t(hasPlan ? "change" : "make")}</Link></p>}
    </section>
  );
}
