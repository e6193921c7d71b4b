import { Link } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { ForecastWords, PlanWarnings } from "./forecast-words.tsx";
import { formatDay, formatStudyDays } from "./format-day.ts";
import { messages } from "./messages.ts";
import type { CoursePlanView, PlanPageView } from "./open-plan.server.ts";
import type { DayView, PieceView, WeekView } from "./plan-view.ts";
import { SMALLEST_PIECE_MINUTES } from "./sitting.ts";
import { sayDay, WeekBars } from "./this-week.tsx";

/** The calendar of all planned courses. @param weekCount how many weeks are shown after this one */
export function PlanPage({ plan, weekCount }: { plan: PlanPageView; weekCount: number }) {
  const t = useMessages(messages);
  const { week, weeks, courses, unplanned, hasMore } = plan;
  if (courses.length === 0) return <NoPlan unplanned={unplanned} />;
  return (
    <div className="page">
      <header className="row plan-head">
        <h1>{t("yourPlan")}</h1>
        <Link className="button" to="/plan/settings"><CalendarDays size={18} aria-hidden />{t("settings")}</Link>
      </header>
      <div className="plan-columns">
        <section className="sheet plan-week" aria-labelledby="plan-this-week">
          <div className="panel-part">
            <div className="row">
              <h2 id="plan-this-week">{t("thisWeek")}</h2>
              {week.totalMinutes > 0 && <span className="muted">{t("doneOf", { done: formatMinutes(week.doneMinutes), total: formatMinutes(week.totalMinutes) })}</span>}
            </div>
            <WeekBars week={week} />
          </div>
          <WeekList week={week} />
        </section>
        <div className="stack plan-side">
          {courses.map((course) => <PlannedCourseCard key={course.id} course={course} />)}
          {unplanned.length > 0 && <Unplanned courses={unplanned} />}
        </div>
      </div>
      {weeks.length > 0 && (
        <section className="stack" aria-labelledby="weeks-ahead">
          <h2 id="weeks-ahead">{t("weeksAhead")}</h2>
          {weeks.map((one) => <CalendarWeek key={one.days[0]?.day} week={one} />)}
          {hasMore && <p><Link className="button" to={`/plan?weeks=${weekCount + 6}`} preventScrollReset>{t("moreWeeks")}</Link></p>}
        </section>
      )}
      <details className="sheet panel-part plan-how">
        <summary className="font-bold">{t("howComputed")}</summary>
        <p>{t("howText", { minutes: String(SMALLEST_PIECE_MINUTES) })}</p>
        <HowPaced courses={courses} />
      </details>
    </div>
  );
}

function HowPaced({ courses }: { courses: readonly CoursePlanView[] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [first] = courses;
  if (!first) return null;
  const { plan, ownActivities, otherPeople } = first.pace;
  return (
    <>
      <p>{plan === 1 ? t("howStated") : t("howPace", { factor: plan.toLocaleString(locale, { maximumFractionDigits: 1 }), count: ownActivities })}</p>
      <p>{t("howForecast", { people: otherPeople })}</p>
    </>
  );
}

/** Days of this week that have something, one below the other. */
function WeekList({ week }: { week: WeekView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const days = week.days.filter((day) => day.when === "today" || day.pieces.length > 0 || (day.when === "past" && day.doneMinutes > 0) || day.isOff);
  return (
    <ol className="plan-days">
      {days.map((day) => (
        <li key={day.day} className={`panel-part ${day.when}`} {...(day.when === "today" ? { "aria-current": "date" as const } : {})}>
          <div className="row">
            <h3 className="plan-day-name">{formatDay(day.day, locale, "long")}{day.when === "today" && <> <span className="tag good">{t("today")}</span></>}</h3>
            <span className="small muted">{sayDay(t, day)}</span>
          </div>
          {day.pieces.length > 0 ? <PieceList pieces={day.pieces} /> : day.when === "today" && <p className="small muted">{t("nothingToday")}</p>}
        </li>
      ))}
    </ol>
  );
}

function PieceList({ pieces }: { pieces: readonly PieceView[] }) {
  return (
    <ul className="plan-pieces">
      {pieces.map((piece) => (
        <li key={piece.path}>
          <span className="piece-text">
            <Link to={piece.path}>{piece.title}</Link>
            <span className="small muted block">{piece.courseTitle}<PartWords piece={piece} /></span>
          </span>
          <span className="small muted piece-minutes">{formatMinutes(piece.minutes)}</span>
        </li>
      ))}
    </ul>
  );
}

function PartWords({ piece: { part, isLast } }: { piece: PieceView }) {
  const t = useMessages(messages);
  if (part === 1 && isLast) return null;
  return <> · {t(isLast ? "lastPart" : "part", { part: String(part) })}</>;
}

/** A week as a row of days on wide pages, as a list on narrow ones. */
function CalendarWeek({ week }: { week: WeekView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const monday = week.days[0]?.day ?? "";
  const id = `week-${monday}`;
  return (
    <section className="sheet calendar-week" aria-labelledby={id}>
      <div className="row calendar-week-head">
        <h3 id={id}>{t("weekOf", { day: formatDay(monday, locale, "short") })}</h3>
        <span className="small muted">{week.totalMinutes > 0 ? formatMinutes(week.totalMinutes) : t("freeWeek")}</span>
      </div>
      {(week.totalMinutes > 0 || week.days.some(({ isOff }) => isOff)) && <ol className="calendar-days">{week.days.map((day) => <CalendarDay key={day.day} day={day} />)}</ol>}
    </section>
  );
}

function CalendarDay({ day }: { day: DayView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const isEmpty = day.pieces.length === 0 && !day.isOff;
  return (
    <li className={`${isEmpty ? "empty" : ""} ${day.isOff ? "off" : ""}`}>
      <p className="calendar-day-name"><span>{formatDay(day.day, locale, "weekdayShort").replace(".", "")} {Number(day.day.slice(8))}</span>{day.plannedMinutes > 0 && <span className="muted">{formatMinutes(day.plannedMinutes)}</span>}</p>
      {day.isOff && <p className="muted">{t("dayOff")}</p>}
      <ul>
        {day.pieces.map((piece) => (
          <li key={piece.path}><Link to={piece.path}>{piece.title}</Link></li>
        ))}
      </ul>
    </li>
  );
}

function PlannedCourseCard({ course }: { course: CoursePlanView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, title, choice, weekdayMinutes, blockWeek, blockWeeks, warnings, forecast, isDone } = course;
  const hours = formatMinutes(weekdayMinutes.reduce((sum, minutes) => sum + minutes, 0));
  return (
    <article className="sheet panel-part" aria-labelledby={`plan-${id}`}>
      <div className="row">
        <h2 className="h3" id={`plan-${id}`}><Link className="plain-link" to={`/courses/${id}`}>{title}</Link></h2>
        <Link className="small" to={`/courses/${id}/plan`}>{t("change")}<span className="sr-only">: {title}</span></Link>
      </div>
      <ul className="facts small muted">
        {choice.mode === "target" && choice.targetDay && <li>{t("modeTarget", { day: formatDay(choice.targetDay, locale, "date") })}</li>}
        {blockWeek !== null && <li>{t("modeBlock", { week: String(blockWeek), weeks: String(blockWeeks ?? blockWeek) })}</li>}
        <li>{t("modeHours", { hours })}</li>
        <li>{formatStudyDays(weekdayMinutes, locale)}</li>
      </ul>
      {!isDone && <PlanWarnings warnings={warnings} />}
      {course.lastDay && <p className="small">{t("lastDay", { day: formatDay(course.lastDay, locale, "date") })}</p>}
      <p className="small"><ForecastWords forecast={forecast} /></p>
    </article>
  );
}

function Unplanned({ courses }: { courses: PlanPageView["unplanned"] }) {
  const t = useMessages(messages);
  return (
    <section className="sheet panel-part" aria-labelledby="unplanned">
      <h2 className="h3" id="unplanned">{t("withoutPlan")}</h2>
      <ul className="plan-unplanned">
        {courses.map(({ id, title }) => (
          <li key={id} className="row"><span>{title}</span><Link className="button small" to={`/courses/${id}/plan`}>{t("makePlan")}<span className="sr-only">: {title}</span></Link></li>
        ))}
      </ul>
    </section>
  );
}

function NoPlan({ unplanned }: { unplanned: PlanPageView["unplanned"] }) {
  const t = useMessages(messages);
  return (
    <div className="page">
      <section className="sheet empty-state" aria-labelledby="no-plan">
        <h1 id="no-plan">{t("noPlanTitle")}</h1>
        <p className="muted">{t("noPlanHelp")}</p>
        {unplanned.length === 0 && <Link className="button primary" to="/courses">{t("chooseCourse")}</Link>}
      </section>
      {unplanned.length > 0 && <Unplanned courses={unplanned} />}
    </div>
  );
}
