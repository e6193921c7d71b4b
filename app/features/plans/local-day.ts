/** Days and moments by a person's own clock. Pure: the present and the time zone are arguments. */
import { Temporal } from "temporal-polyfill";

/** What is planned in until a person has said where they are. */
export const FALLBACK_TIME_ZONE = "UTC";

/** Which day it is there. @param timeZone IANA name */
export function dayAt(moment: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * The moment of a time of day there. A time that a clock change leaves out is the one as much later; of one that comes
 * twice it is the first. @param minute after midnight
 */
export function momentAt(day: Temporal.PlainDate, minute: number, timeZone: string): Date {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

/** True for a name that the calendar knows, e.g. `America/Lima`; offsets such as `+02:00` keep no summer time and are refused. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** A day from `2026-03-02`, or null. */
export function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}
