/** Dates as `date` and `printf '%(…)T'` read and write them, in UTC. Pure. */

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAY_MS = 86_400_000;

/** ISO week and its year. */
function isoWeek(date: Date): { week: number; year: number } {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - (date.getUTCDay() || 7)));
  const year = thursday.getUTCFullYear();
  return { week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS + 1) / 7), year };
}

/** `strftime`. An unknown letter stays as it is. */
export function formatDate(format: string, ms: number): string {
  const date = new Date(ms);
  const dayOfYear = Math.floor((Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
  const number = (value: number, width: number, fill = "0") => ({ text: String(value), width, fill });
  const text = (value: string) => ({ text: value, width: 0, fill: " " });
  const make = (letter: string): { text: string; width: number; fill: string } | null => {
    switch (letter) {
      case "Y": return number(date.getUTCFullYear(), 1);
      case "C": return number(Math.floor(date.getUTCFullYear() / 100), 2);
      case "y": return number(date.getUTCFullYear() % 100, 2);
      case "G": return number(isoWeek(date).year, 1);
      case "m": return number(date.getUTCMonth() + 1, 2);
      case "d": return number(date.getUTCDate(), 2);
      case "e": return number(date.getUTCDate(), 2, " ");
      case "j": return number(dayOfYear, 3);
      case "H": return number(date.getUTCHours(), 2);
      case "k": return number(date.getUTCHours(), 2, " ");
      case "I": return number(date.getUTCHours() % 12 || 12, 2);
      case "l": return number(date.getUTCHours() % 12 || 12, 2, " ");
      case "M": return number(date.getUTCMinutes(), 2);
      case "S": return number(date.getUTCSeconds(), 2);
      case "N": return number(((ms % 1_000) + 1_000) % 1_000 * 1_000_000, 9);
      case "s": return number(Math.floor(ms / 1_000), 1);
      case "u": return number(date.getUTCDay() || 7, 1);
      case "w": return number(date.getUTCDay(), 1);
      case "V": return number(isoWeek(date).week, 2);
      case "U": return number(Math.floor((dayOfYear + 6 - date.getUTCDay()) / 7), 2);
      case "W": return number(Math.floor((dayOfYear + 6 - (date.getUTCDay() + 6) % 7) / 7), 2);
      case "A": return text(DAYS[date.getUTCDay()] ?? "");
      case "a": return text((DAYS[date.getUTCDay()] ?? "").slice(0, 3));
      case "B": return text(MONTHS[date.getUTCMonth()] ?? "");
      case "b": case "h": return text((MONTHS[date.getUTCMonth()] ?? "").slice(0, 3));
      case "p": return text(date.getUTCHours() < 12 ? "AM" : "PM");
      case "P": return text(date.getUTCHours() < 12 ? "am" : "pm");
      case "Z": return text("UTC");
      case "z": return text("+0000");
      case "n": return text("\n");
      case "t": return text("\t");
      case "%": return text("%");
      default: return null;
    }
  };
  const whole = format.replace(/%F/g, "%Y-%m-%d").replace(/%T/g, "%H:%M:%S").replace(/%R/g, "%H:%M").replace(/%D/g, "%m/%d/%y").replace(/%r/g, "%I:%M:%S %p").replace(/%c/g, "%a %b %e %H:%M:%S %Y").replace(/%x/g, "%m/%d/%y").replace(/%X/g, "%H:%M:%S");
  return whole.replace(/%([-_0^#]*)(\d*)([A-Za-z%])/g, (all: string, flags: string, width: string, letter: string) => {
    const made = make(letter);
    if (made === null) return all;
    const size = flags.includes("-") ? 0 : width === "" ? made.width : Number(width);
    const fill = flags.includes("_") ? " " : flags.includes("0") ? "0" : made.fill;
    const padded = made.text.padStart(size, fill);
    return flags.includes("^") ? padded.toUpperCase() : padded;
  });
}

const UNITS: Readonly<Record<string, "second" | "minute" | "hour" | "day" | "week" | "month" | "year">> = { sec: "second", second: "second", min: "minute", minute: "minute", hour: "hour", day: "day", week: "week", fortnight: "week", month: "month", year: "year" };
const indexOf = (names: readonly string[], word: string): number => names.findIndex((name) => name.toLowerCase().startsWith(word) && word.length >= 3);

/** A date as GNU `date -d` reads it; null when this can't. */
export function parseDate(text: string, nowMs: number): number | null {
  const seconds = /^\s*@(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (seconds !== null) return Math.floor(Number(seconds[1]) * 1_000);
  const now = new Date(nowMs);
  let [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  let time: [hours: number, minutes: number, seconds: number, ms: number] = [now.getUTCHours(), now.getUTCMinutes(), now.getUTCSeconds(), now.getUTCMilliseconds()];
  let offsetMinutes = 0;
  let weekday: { index: number; weeks: number } | null = null;
  let absolute = false;
  const added = { second: 0, minute: 0, hour: 0, day: 0, week: 0, month: 0, year: 0 };
  let lastAdded: { unit: keyof typeof added; count: number } | null = null;
  let rest = text.toLowerCase().trim();
  const setDay = (y: number, m: number, d: number): boolean => {
    [year, month, day] = [y, m - 1, d];
    if (!absolute) time = [0, 0, 0, 0];
    absolute = true;
    return m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
  };
  const setTime = (h: number, m: number, s: number, ms: number): boolean => {
    time = [h, m, s, ms];
    absolute = true;
    return h < 24 && m < 60 && s < 61;
  };
  const rules: [RegExp, (found: RegExpExecArray) => boolean][] = [
    [/^[\s,]+/, () => true],
    [/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t(?=\d))?/, ([, y, m, d]) => setDay(Number(y), Number(m), Number(d))],
    [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, ([, m, d, y]) => setDay(Number(y), Number(m), Number(d))],
    [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, y, m, d]) => setDay(Number(y), Number(m), Number(d))],
    [/^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?/, ([, h, m, s, f, half]) => setTime(half === undefined ? Number(h) : Number(h) % 12 + (half === "pm" ? 12 : 0), Number(m), Number(s ?? 0), Math.floor(Number(`0.${f ?? 0}`) * 1_000))],
    [/^(\d{1,2})\s*(am|pm)\b/, ([, h, half]) => setTime(Number(h) % 12 + (half === "pm" ? 12 : 0), 0, 0, 0)],
    [/^(?:utc|gmt|z)\b(?:[+-]0+)?/, () => true],
    [/^([+-])(\d{2}):?(\d{2})(?!\d)(?!\s*[a-z])/, ([, sign, h, m]) => {
      offsetMinutes = (sign === "-" ? -1 : 1) * (Number(h) * 60 + Number(m));
      return true;
    }],
    [/^(\d{1,2})[\s-]+([a-z]{3,9})\.?(?:[\s,-]+(\d{4}))?(?![a-z])/, ([, d, name = "", y]) => {
      const at = indexOf(MONTHS, name);
      return at >= 0 && setDay(Number(y ?? year), at + 1, Number(d));
    }],
    [/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:])/, ([, name = "", d, y]) => {
      const at = indexOf(MONTHS, name);
      return at >= 0 && setDay(Number(y ?? year), at + 1, Number(d));
    }],
    [/^(now|today|yesterday|tomorrow)\b/, ([, word]) => {
      added.day += word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0;
      return true;
    }],
    [/^(?:(next|last|this)|([+-]?)\s*(\d+))?\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b/, ([, word, sign, count, name = ""]) => {
      const unit = UNITS[name] as keyof typeof added;
      const times = (word === "next" ? 1 : word === "last" ? -1 : word === "this" ? 0 : Number(count ?? 1) * (sign === "-" ? -1 : 1)) * (name === "fortnight" ? 2 : 1);
      added[unit] += times;
      lastAdded = { unit, count: times };
      return true;
    }],
    [/^ago\b/, () => {
      if (lastAdded === null) return false;
      added[lastAdded.unit] -= 2 * lastAdded.count;
      return true;
    }],
    [/^(?:(next|last)\s+)?([a-z]{3,9})\.?(?=$|[\s,])/, ([, word, name = ""]) => {
      const at = indexOf(DAYS, name);
      if (at < 0) return false;
      weekday = { index: at, weeks: word === "next" ? 1 : word === "last" ? -1 : 0 };
      if (!absolute) time = [0, 0, 0, 0];
      return true;
    }],
  ];
  while (rest !== "") {
    let taken = 0;
    for (const [rule, act] of rules) {
      const found = rule.exec(rest);
      if (found === null || found[0] === "" || !act(found)) continue;
      taken = found[0].length;
      break;
    }
    if (taken === 0) return null;
    rest = rest.slice(taken);
  }
  if (text.trim() === "") time = [0, 0, 0, 0];
  let ms = Date.UTC(year + added.year, month + added.month, day + added.day + added.week * 7, time[0] + added.hour, time[1] + added.minute - offsetMinutes, time[2] + added.second, time[3]);
  const named = weekday as { index: number; weeks: number } | null;
  if (named !== null && !absolute) {
    const ahead = (named.index - new Date(ms).getUTCDay() + 7) % 7;
    ms += (ahead + (named.weeks > 0 && ahead === 0 ? 7 : named.weeks < 0 ? -7 : 0)) * DAY_MS;
  }
  return Number.isNaN(ms) ? null : ms;
}
