/** Days in words of a language. Pure; days are `2026-03-02`, without a time zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

const STYLES = {
  /** `Monday 2 March` */
  long: { weekday: "long", day: "numeric", month: "long" },
  /** `2 March 2026` */
  date: { day: "numeric", month: "long", year: "numeric" },
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
  return formatOf(locale, style).format(toDate(day));
}

/** `12 – 26 February 2026`; one day when both are the same. */
export function formatDayRange(first: string, last: string, locale: string, style: DayStyle = "date"): string {
  return formatOf(locale, style).formatRange(toDate(first), toDate(last));
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
