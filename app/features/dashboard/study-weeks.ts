/** How much somebody studied, week by week. Pure. */
import type { Temporal } from "temporal-polyfill";

export const WEEKS_SHOWN = 8;

export interface StudyWeek {
  /** Its Monday, ISO. */
  firstDay: string;
  minutes: number;
}

/** The Monday of the first week shown; the last one is that of `today`. */
export function findFirstDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: today.dayOfWeek - 1, weeks: WEEKS_SHOWN - 1 });
}

/**
 * Minutes of each week, the earliest first, weeks without any included. Null before anything was measured: an empty
 * chart helps nobody.
 * @param days measured seconds of days, in any order; a day may come several times, once for each course
 */
export function buildStudyWeeks(today: Temporal.PlainDate, days: readonly { day: string; seconds: number }[]): StudyWeek[] | null {
  if (days.length === 0) return null;
  const start = findFirstDay(today);
  return Array.from({ length: WEEKS_SHOWN }, (_, index) => {
    const first = start.add({ weeks: index }).toString();
    const after = start.add({ weeks: index + 1 }).toString();
    // ISO days sort as texts.
    const seconds = days.reduce((sum, { day, seconds: of }) => sum + (day >= first && day < after ? of : 0), 0);
    return { firstDay: first, minutes: Math.round(seconds / 60) };
  });
}
