import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Temporal } from "temporal-polyfill";
import { createT } from "../../i18n/messages.ts";
import type { Locale } from "../../i18n/locales.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { messages as feedMessages } from "./feed-messages.ts";
import { momentAt } from "./local-day.ts";
import type { PieceView } from "./plan-view.ts";

/** Days that a calendar is told ahead. */
export const FEED_DAYS = 180;

export interface FeedGiven {
  userId: string;
  days: readonly { day: Temporal.PlainDate; pieces: readonly PieceView[] }[];
  timeZone: string;
  /** After midnight; null: entries are for the whole day. */
  studyMinute: number | null;
  /** Of the site, e.g. `https://learn.example.org`. */
  origin: string;
  locale: Locale;
  now: Date;
}

/**
 * An iCalendar feed (RFC 5545): one entry a study day and course. Its UID is made of person, course and day, so that a
 * program updates an entry when the plan changes instead of adding one. Times are written in UTC, worked out for each
 * day by the person's clock: that is exact across changes to and from summer time, and needs no VTIMEZONE.
 */
export function buildFeed({ userId, days, timeZone, studyMinute, origin, locale, now }: FeedGiven): string {
  const t = createT(feedMessages, locale);
  const calendar = ical({ name: t("calendar"), prodId: { company: "Rung", product: "Plan", language: locale.toUpperCase() }, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 });
  for (const { day, pieces } of days) {
    let minute = studyMinute ?? 0;
    for (const course of groupByCourse(pieces)) {
      const minutes = course.pieces.reduce((sum, piece) => sum + piece.minutes, 0);
      const start = momentAt(day, minute % (24 * 60), timeZone);
      calendar.createEvent({
        id: `${day.toString()}.${course.id}.${userId}@rung`,
        stamp: now,
        summary: t("entry", { course: course.title, minutes: formatMinutes(minutes) }),
        description: course.pieces.map((piece) => `${piece.title} (${formatMinutes(piece.minutes)})\n${origin}${piece.path}`).join("\n"),
        url: `${origin}/plan`,
        transparency: studyMinute === null ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
        ...(studyMinute === null
          ? { start: toCalendarDay(day), end: toCalendarDay(day.add({ days: 1 })), allDay: true }
          : { start, end: new Date(start.getTime() + minutes * 60_000) }),
      });
      minute += minutes;
    }
  }
  return calendar.toString();
}

/** What the library writes as a date without a time: it reads the date as UTC, wherever this process runs. */
function toCalendarDay(day: Temporal.PlainDate): Date {
  return new Date(Date.UTC(day.year, day.month - 1, day.day));
}

function groupByCourse(pieces: readonly PieceView[]): { id: string; title: string; pieces: PieceView[] }[] {
  const courses = new Map<string, { id: string; title: string; pieces: PieceView[] }>();
  for (const piece of pieces) {
    const course = courses.get(piece.courseId) ?? { id: piece.courseId, title: piece.courseTitle, pieces: [] };
    courses.set(piece.courseId, course);
    course.pieces.push(piece);
  }
  return [...courses.values()];
}
