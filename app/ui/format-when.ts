/** Moments in words. Pure: the present and the language are arguments. */
import { dateTagOf, type Locale } from "../i18n/locales.ts";
import { createT } from "../i18n/messages.ts";
import { momentMessages } from "./moment-messages.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, the same in every time zone: `just now`, `5 minutes ago`, `3 days ago`. */
export function formatElapsed(at: Date, now: Date, locale: Locale): string {
  const elapsedMs = Math.max(0, now.getTime() - at.getTime());
  const ago = (count: number, unit: "minute" | "hour" | "day" | "month") => new Intl.RelativeTimeFormat(locale).format(-Math.floor(count), unit);
  if (elapsedMs < MINUTE_MS) return createT(momentMessages, locale)("justNow");
  if (elapsedMs < HOUR_MS) return ago(elapsedMs / MINUTE_MS, "minute");
  if (elapsedMs < DAY_MS) return ago(elapsedMs / HOUR_MS, "hour");
  if (elapsedMs < 60 * DAY_MS) return ago(elapsedMs / DAY_MS, "day");
  return ago(elapsedMs / (30 * DAY_MS), "month");
}

/**
 * The same by the clock and calendar of the place where it runs, so for browsers: `this morning`, `yesterday
 * evening`, `on Tuesday`, `on 3 February`. Short times are as in `formatElapsed`.
 */
export function formatLocalMoment(at: Date, now: Date, locale: Locale): string {
  if (now.getTime() - at.getTime() < HOUR_MS) return formatElapsed(at, now, locale);
  const t = createT(momentMessages, locale);
  const part = at.getHours() < 5 ? "early" : at.getHours() < 12 ? "morning" : at.getHours() < 18 ? "afternoon" : "evening";
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days <= 0) return part === "early" ? t("earlyToday") : t("thisPart", { part });
  if (days === 1) return part === "early" ? t("earlyYesterday") : t("yesterdayPart", { part });
  const isThisYear = at.getFullYear() === now.getFullYear();
  const options: Intl.DateTimeFormatOptions = days < 7 ? { weekday: "long" } : { day: "numeric", month: "long", year: isThisYear ? undefined : "numeric" };
  return t("onDay", { day: at.toLocaleDateString(dateTagOf(locale), options) });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
