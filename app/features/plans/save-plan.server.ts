import type { Enrollment } from "../../../db/queries/enrollments.ts";
import { deletePlan, putPlan } from "../../../db/queries/plans.ts";
import { findPreferences, putPreferences, type Preferences } from "../../../db/queries/preferences.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { dayAt, FALLBACK_TIME_ZONE, isTimeZone, parseDay } from "./local-day.ts";
import type { ErrorKey } from "./messages.ts";
import type { PlanForm } from "./plan-forms.ts";

export type SavePlanAnswer = { kind: "saved" } | { kind: "refused"; field: string; says: ErrorKey };

/** How long a plan may be made ahead. */
const MOST_DAYS_AHEAD = 2 * 366;

/** Plans a course anew; whoever plans for the first time says with it where their clock is. */
export async function savePlan(deps: Pick<Deps, "db" | "now" | "newId">, { course, enrollment, form }: { course: Course; enrollment: Enrollment; form: PlanForm }): Promise<SavePlanAnswer> {
  const { userId } = enrollment;
  const known = await findPreferences(deps.db, { userId });
  if (form.timeZone !== null && !isTimeZone(form.timeZone)) return { kind: "refused", field: "timeZone", says: "errorTimeZone" };
  const timeZone = known?.timeZone ?? form.timeZone ?? FALLBACK_TIME_ZONE;
  const today = dayAt(deps.now(), timeZone);
  const start = form.startDay === null ? today : parseDay(form.startDay);
  const target = form.targetDay === null ? null : parseDay(form.targetDay);
  if (!start || today.until(start).days > MOST_DAYS_AHEAD) return { kind: "refused", field: "startDay", says: "errorDay" };
  if (form.mode === "target" && (!target || today.until(target).days < 0 || today.until(target).days > MOST_DAYS_AHEAD)) return { kind: "refused", field: "targetDay", says: "errorTargetPast" };
  if (form.mode === "block" && !course.block) return { kind: "refused", field: "mode", says: "errorMode" };
  if (form.mode === "block" && course.block?.start === "date" && !course.block.dates.includes(start.toString())) return { kind: "refused", field: "startDay", says: "errorStartDate" };

  const at = deps.now();
  await deps.db.write(async (tx) => {
    await putPlan(tx, { userId, courseId: course.id, mode: form.mode, weekdayMinutes: form.weekdayMinutes, targetDay: target?.toString() ?? null, startDay: start.toString(), createdAt: at, updatedAt: at });
    await ensurePreferences(tx, deps, { userId, timeZone });
  });
  return { kind: "saved" };
}

/** Preferences as they are, or the first ones. */
export async function ensurePreferences(tx: Queryable, { now, newId }: Pick<Deps, "now" | "newId">, { userId, timeZone }: { userId: string; timeZone: string }): Promise<Preferences> {
  const known = await findPreferences(tx, { userId });
  if (known) return known;
  const first: Preferences = { userId, timeZone, studyMinute: null, reminders: false, reminderMinute: 8 * 60, optOutKey: newId(), nextReminderAt: null, updatedAt: now() };
  await putPreferences(tx, first);
  return first;
}

/** Ends a plan; what was done stays. */
export async function dropPlan({ db }: Pick<Deps, "db">, { userId, courseId }: { userId: string; courseId: string }): Promise<void> {
  await db.write((tx) => deletePlan(tx, { userId, courseId }));
}
