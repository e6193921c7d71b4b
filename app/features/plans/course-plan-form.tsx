import { Form } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Field } from "../../ui/field.tsx";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { Notice } from "../../ui/notice.tsx";
import { ForecastWords, PlanWarnings } from "./forecast-words.tsx";
import { formatDay, formatWeekday } from "./format-day.ts";
import { findErrorKey, messages } from "./messages.ts";
import type { CoursePlanPage } from "./open-course-plan.server.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

interface Refused {
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** Study days of somebody who has not chosen any: two evenings and a weekend day. */
const USUAL_DAYS = [true, false, true, false, false, true, false];

/** The form that plans a course: hours a week, a day to be done by, or the weeks of a block. */
export function CoursePlanForm({ page, refused, isSaved }: { page: CoursePlanPage; refused: Refused | null; isSaved: boolean }) {
  const t = useMessages(messages);
  const { course, plan, forecast } = page;
  return (
    <div className="page reading">
      <Crumbs trail={[{ label: t("plan"), to: "/plan" }, { label: course.title, to: `/courses/${course.id}` }]} />
      <header className="stack page-head">
        <h1>{t("planTitle", { course: course.title })}</h1>
        <p className="lead muted">{t("planLead", { left: formatMinutes(course.minutesLeft), total: formatMinutes(course.minutes) })}</p>
      </header>
      {isSaved && !refused && <Notice tone="good" live>{t("saved")}</Notice>}
      {plan && <PlanWarnings warnings={plan.warnings} />}
      {plan && <p><ForecastWords forecast={forecast} /></p>}
      <Form method="post" className="sheet stack plan-form">
        <Ways page={page} refused={refused} />
        <StudyDays page={page} refused={refused} />
        <When page={page} refused={refused} />
        <div className="row"><button className="button primary" name="intent" value="save">{t("save")}</button></div>
      </Form>
      {plan && <Form method="post"><button className="button quiet" name="intent" value="drop">{t("drop")}</button></Form>}
    </div>
  );
}

function useRefusal(refused: Refused | null) {
  const t = useMessages(messages);
  return {
    /** What is wrong with a field, for its `error`. */
    errorOf: (name: string) => {
      const key = findErrorKey(refused?.errors[name]);
      return key ? { error: t(key) } : {};
    },
    valueOf: (name: string, usual: string) => (refused ? (refused.values[name] ?? "") : usual),
  };
}

function Ways({ page: { block, plan }, refused }: { page: CoursePlanPage; refused: Refused | null }) {
  const t = useMessages(messages);
  const { errorOf, valueOf } = useRefusal(refused);
  const mode = valueOf("mode", plan?.choice.mode ?? (block ? "block" : "hours"));
  const most = plan?.choice.mode === "target" ? Math.max(...plan.choice.weekdayMinutes) / 60 : 3;
  const error = errorOf("mode").error;
  return (
    <fieldset className="plan-ways">
      <legend className="h3 font-bold">{t("how")}</legend>
      {block && (
        <Way value="block" mode={mode} label={t("byBlock", { weeks: block.weeks, days: block.days })} help={t("byBlockHelp", { weeks: block.weekMinutes.map(formatMinutes).join(" · ") })} />
      )}
      <Way value="hours" mode={mode} label={t("byHours")} help={t("byHoursHelp")} />
      <Way value="target" mode={mode} label={t("byTarget")} help={t("byTargetHelp")} />
      <div className="plan-way-fields two">
        <Field label={t("targetDay")} name="targetDay" type="date" defaultValue={valueOf("targetDay", plan?.choice.targetDay ?? "")} {...errorOf("targetDay")} />
        <Field label={t("mostHours")} name="mostHours" type="number" inputMode="decimal" min={0.25} max={16} step="any" defaultValue={valueOf("mostHours", String(Number(most.toFixed(2))))} {...errorOf("mostHours")} />
      </div>
      {error && <p className="field"><span className="error">{error}</span></p>}
    </fieldset>
  );
}

function Way({ value, mode, label, help }: { value: string; mode: string; label: string; help: string }) {
  return (
    <div>
      <label className="choice font-bold"><input type="radio" name="mode" value={value} defaultChecked={mode === value} aria-describedby={`way-${value}`} /> {label}</label>
      <p className="small muted plan-way-help" id={`way-${value}`}>{help}</p>
    </div>
  );
}

function StudyDays({ page: { plan, block }, refused }: { page: CoursePlanPage; refused: Refused | null }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { errorOf, valueOf } = useRefusal(refused);
  const chosen = plan?.choice.weekdayMinutes ?? null;
  // Shares of evenly spread hours differ by one step; anything else was typed day by day.
  const held = (chosen ?? []).filter((minutes) => minutes > 0);
  const isUneven = Math.max(...held, 0) - Math.min(...held, Infinity) > 5;
  const error = errorOf("days").error;
  const weekMinutes = plan && plan.choice.mode !== "target" ? plan.choice.weekdayMinutes.reduce((sum, minutes) => sum + minutes, 0) : usualWeekMinutes(block);
  return (
    <fieldset className="stack">
      <legend className="h3 font-bold">{t("yourWeek")}</legend>
      <div className="plan-way-fields">
        <Field label={t("hours")} name="hours" type="number" inputMode="decimal" min={0.25} max={112} step="any" help={t("hoursHelp")} defaultValue={valueOf("hours", String(Math.max(0.25, Math.ceil(weekMinutes / 15) / 4)))} {...errorOf("hours")} />
      </div>
      <div className="plan-weekdays" role="group" aria-label={t("studyDays")}>
        {USUAL_DAYS.map((usual, weekday) => (
          <label key={weekday} className="choice">
            <input type="checkbox" name={`day${weekday + 1}`} defaultChecked={refused ? `day${weekday + 1}` in refused.values : chosen ? (chosen[weekday] ?? 0) > 0 : usual} /> {formatWeekday(weekday, locale, "weekday")}
          </label>
        ))}
      </div>
      {error && <p className="field"><span className="error" role="alert">{error}</span></p>}
      <details open={isUneven || USUAL_DAYS.some((_, weekday) => valueOf(`minutes${weekday + 1}`, "") !== "")}>
        <summary>{t("ownMinutes")}</summary>
        <p className="small muted">{t("ownMinutesHelp")}</p>
        <div className="plan-weekdays">
          {USUAL_DAYS.map((_, weekday) => (
            <Field
              key={weekday}
              label={t("minutesOn", { day: formatWeekday(weekday, locale, "weekday") })}
              name={`minutes${weekday + 1}`}
              type="number"
              inputMode="numeric"
              min={0}
              max={960}
              defaultValue={valueOf(`minutes${weekday + 1}`, isUneven && chosen?.[weekday] ? String(chosen[weekday]) : "")}
              {...errorOf(`minutes${weekday + 1}`)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

/** What is proposed at first: what the fullest week of a block needs, else four hours. */
function usualWeekMinutes(block: CoursePlanPage["block"]): number {
  return block ? Math.max(...block.weekMinutes) : 4 * 60;
}

function When({ page: { block, plan, suggestedStart, timeZone, knowsTimeZone }, refused }: { page: CoursePlanPage; refused: Refused | null }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { errorOf, valueOf } = useRefusal(refused);
  const start = valueOf("startDay", plan?.choice.startDay ?? (block?.start === "date" ? (block.dates[0] ?? suggestedStart) : suggestedStart));
  const error = errorOf("startDay").error;
  return (
    <div className="plan-way-fields two">
      {block?.start === "date" ? (
        <div className="field">
          <label htmlFor="start-day">{t("startDate")}</label>
          <select className="input" id="start-day" name="startDay" defaultValue={start} aria-invalid={error ? true : undefined} aria-describedby={error ? "start-day-error" : undefined}>
            {block.dates.map((day) => <option key={day} value={day}>{formatDay(day, locale, "date")}</option>)}
          </select>
          {error && <p className="error" id="start-day-error">{error}</p>}
        </div>
      ) : (
        <Field label={t("startDay")} name="startDay" type="date" defaultValue={start} {...errorOf("startDay")} />
      )}
      {!knowsTimeZone && <TimeZoneField value={valueOf("timeZone", timeZone)} isKnown={refused !== null} {...(refused?.errors.timeZone ? { error: refused.errors.timeZone } : {})} />}
    </div>
  );
}
