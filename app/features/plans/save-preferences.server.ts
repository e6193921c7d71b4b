import { deleteDaysOff, listDaysOff, putDaysOff } from "../../../db/queries/days-off.ts";
import { putPreferences } from "../../../db/queries/preferences.ts";
import type { Deps } from "../../deps.server.ts";
import { findNextReminder } from "../reminders/next-reminder.ts";
import { isTimeZone, parseDay } from "./local-day.ts";
import type { PreferencesForm } from "./plan-forms.ts";
import { ensurePreferences } from "./save-plan.server.ts";

/** Keeps what somebody said of their days. False: that is no time zone. */
export async function savePreferences(deps: Pick<Deps, "db" | "now" | "newId">, { userId, form }: { userId: string; form: PreferencesForm }): Promise<boolean> {
  const { timeZone, studyTime, reminders, reminderTime } = form;
  if (!isTimeZone(timeZone)) return false;
  await deps.db.write(async (tx) => {
    const known = await ensurePreferences(tx, deps, { userId, timeZone });
    const nextReminderAt = reminders ? findNextReminder(deps.now(), { timeZone, reminderMinute: reminderTime }) : null;
    await putPreferences(tx, { ...known, timeZone, studyMinute: studyTime ?? null, reminders, reminderMinute: reminderTime, nextReminderAt, updatedAt: deps.now() });
  });
  return true;
}

/** More than anybody has holidays; each one is looked at for each day of a plan. */
export const MOST_DAYS_OFF = 100;

/** Adds days on which nothing is planned. False when there are no such days, or too many of them already. */
export async function addDaysOff({ db }: Pick<Deps, "db">, row: { userId: string; firstDay: string; lastDay: string }): Promise<boolean> {
  if (!parseDay(row.firstDay) || !parseDay(row.lastDay)) return false;
  return db.write(async (tx) => {
    if ((await listDaysOff(tx, { userId: row.userId })).length >= MOST_DAYS_OFF) return false;
    await putDaysOff(tx, row);
    return true;
  });
}

export async function removeDaysOff({ db }: Pick<Deps, "db">, row: { userId: string; firstDay: string }): Promise<void> {
  await db.write((tx) => deleteDaysOff(tx, row));
}
