/** When reminders go out. Pure. */
import type { Temporal } from "temporal-polyfill";
import { dayAt, momentAt } from "../plans/local-day.ts";

/** A server that was down at the time of a reminder still sends it for so long; later it would only disturb. */
export const LATEST_AFTER_MS = 4 * 60 * 60_000;

export interface ReminderClock {
  timeZone: string;
  /** After midnight, by the person's clock. */
  reminderMinute: number;
}

/** The next moment after `now` at which it is time for a reminder there. */
export function findNextReminder(now: Date, { timeZone, reminderMinute }: ReminderClock): Date {
  const today = dayAt(now, timeZone);
  const todays = momentAt(today, reminderMinute, timeZone);
  return todays > now ? todays : momentAt(today.add({ days: 1 }), reminderMinute, timeZone);
}

/** The day that a reminder of `dueAt` is for, or null when it is too late for it. */
export function findReminderDay(now: Date, dueAt: Date, { timeZone }: Pick<ReminderClock, "timeZone">): Temporal.PlainDate | null {
  const day = dayAt(dueAt, timeZone);
  const isLate = now.getTime() - dueAt.getTime() > LATEST_AFTER_MS || !dayAt(now, timeZone).equals(day);
  return isLate ? null : day;
}
