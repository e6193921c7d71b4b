/** What the forms of the plan send. Errors are keys of `messages`. */
import { z } from "zod";
import type { ErrorKey } from "./messages.ts";

const says = (key: ErrorKey) => key;
/** An empty field of a form is no answer. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const checked = z.string().optional().transform((value) => value !== undefined);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, says("errorDay"));
const minutes = optional(z.coerce.number(says("errorMinutes")).int(says("errorMinutes")).min(0, says("errorMinutes")).max(16 * 60, says("errorMinutes")));

/** The most hours a week that somebody can plan: no week has more. */
const MOST_HOURS = 112;
const STEP_MINUTES = 5;

export const planForm = z
  .object({
    mode: z.enum(["hours", "target", "block"], says("errorMode")),
    hours: optional(z.coerce.number(says("errorHours")).min(0.25, says("errorHours")).max(MOST_HOURS, says("errorHours"))),
    mostHours: optional(z.coerce.number(says("errorMostHours")).min(0.25, says("errorMostHours")).max(16, says("errorMostHours"))),
    targetDay: optional(day),
    startDay: optional(day),
    timeZone: optional(z.string().max(64)),
    day1: checked, day2: checked, day3: checked, day4: checked, day5: checked, day6: checked, day7: checked,
    minutes1: minutes, minutes2: minutes, minutes3: minutes, minutes4: minutes, minutes5: minutes, minutes6: minutes, minutes7: minutes,
  })
  .transform((form, context) => {
    const days = [form.day1, form.day2, form.day3, form.day4, form.day5, form.day6, form.day7];
    const own = [form.minutes1, form.minutes2, form.minutes3, form.minutes4, form.minutes5, form.minutes6, form.minutes7];
    const refuse = (path: string, key: ErrorKey) => {
      context.addIssue({ code: "custom", path: [path], message: key });
      return z.NEVER;
    };
    const hasOwn = own.some((one) => one !== undefined);
    if (!hasOwn && !days.includes(true)) return refuse("days", "errorDays");
    if (hasOwn && own.every((one) => !one)) return refuse("days", "errorDays");
    if (form.mode === "target" && !form.targetDay) return refuse("targetDay", "errorTarget");
    if (!hasOwn && form.mode !== "target" && form.hours === undefined) return refuse("hours", "errorHours");
    const weekdayMinutes = hasOwn
      ? own.map((one) => one ?? 0)
      : form.mode === "target"
        ? days.map((isStudyDay) => (isStudyDay ? Math.round((form.mostHours ?? 3) * 60) : 0))
        : spreadHours(form.hours ?? 0, days);
    return { mode: form.mode, weekdayMinutes, targetDay: form.mode === "target" ? (form.targetDay ?? null) : null, startDay: form.startDay ?? null, timeZone: form.timeZone ?? null };
  });

export type PlanForm = z.output<typeof planForm>;

/** Hours a week over the chosen days, in steps of five minutes that add up; what does not divide goes to the first days. */
export function spreadHours(hours: number, days: readonly boolean[]): number[] {
  const count = days.filter(Boolean).length;
  const steps = Math.max(count, Math.round((hours * 60) / STEP_MINUTES));
  let given = 0;
  return days.map((isStudyDay) => {
    if (!isStudyDay) return 0;
    const share = Math.floor(steps / count) + (given < steps % count ? 1 : 0);
    given += 1;
    return share * STEP_MINUTES;
  });
}

/** Minutes after midnight from `19:30`, what a time field sends. */
const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, says("errorTime"))
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export const preferencesForm = z.object({
  timeZone: z.string(says("errorTimeZone")).max(64, says("errorTimeZone")),
  studyTime: optional(timeOfDay),
  reminders: checked,
  reminderTime: z.preprocess((value) => (value === "" || value === undefined ? "08:00" : value), timeOfDay),
});
export type PreferencesForm = z.output<typeof preferencesForm>;

export const daysOffForm = z
  .object({ firstDay: day, lastDay: optional(day) })
  .transform(({ firstDay, lastDay }) => ({ firstDay, lastDay: lastDay ?? firstDay }))
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ["lastDay"], message: says("errorDaysOff") });

export const dropDaysOffForm = z.object({ firstDay: day });
