/** Days in words of a language. Pure; days are `2026-03-02`, without a time zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

const STYLES = {
  /** `Monday 2 March` */
  long: { weekday: "long", day: "numeric", month: "long" },
  /** `2 March 2026` */
  date: { day: "numeric", month: "long", year: "numeric" },
  /** `2 March` */
  month: { day: "numeric", month: "long" },
  /** `2` */
  number: { day: "numeric" },
  /** `2 Mar` */
  short: { day: "numeric", month: "short" },
  weekday: { weekday: "long" },
  /** `Mon` */
  weekdayShort: { weekday: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof STYLES;

/** A format is costly to make and used a hundred times a page. */
function formatOf(locale: string, style: DayStyle): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...STYLES[style], timeZone: "UTC" });
  formats.set(key, known);
  return known;
}

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);

export function formatDay(day: string, locale: string, style: DayStyle): string {
  return plainSpaces(formatOf(locale, style).format(toDate(day)));
}

/** Servers and browsers know different widths of spaces; a page must say the same on both. */
function plainSpaces(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** `12 – 26 February 2026`; one day when both are the same. */
export function formatDayRange(first: string, last: string, locale: string, style: DayStyle = "date"): string {
  return plainSpaces(formatOf(locale, style).formatRange(toDate(first), toDate(last)));
}

/** Two days for a sentence, the first without what both share: `12` and `26 February 2026`. */
export function formatDayPair(first: string, last: string, locale: string): { first: string; last: string } {
  const style = first.slice(0, 4) !== last.slice(0, 4) ? "date" : first.slice(0, 7) !== last.slice(0, 7) ? "month" : "number";
  return { first: formatDay(first, locale, style), last: formatDay(last, locale, "date") };
}

/** The name of a weekday. @param weekday 0 is Monday */
export function formatWeekday(weekday: number, locale: string, style: "weekday" | "weekdayShort"): string {
  return formatOf(locale, style).format(new Date(Date.UTC(2024, 0, 1 + weekday)));
}

/** Weekdays with study, e.g. `Mon, Wed and Sat`. */
export function formatStudyDays(weekdayMinutes: readonly number[], locale: string): string {
  const names = weekdayMinutes.flatMap((minutes, index) => (minutes > 0 ? [formatWeekday(index, locale, "weekdayShort")] : []));
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(names);
}
