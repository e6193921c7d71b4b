import { defineMessages } from "../i18n/messages.ts";

/** How people say when something was. */
export const momentMessages = defineMessages({
  en: {
    justNow: "just now",
    earlyToday: "early today",
    thisPart: "this {part, select, morning {morning} afternoon {afternoon} other {evening}}",
    earlyYesterday: "early yesterday",
    yesterdayPart: "yesterday {part, select, morning {morning} afternoon {afternoon} other {evening}}",
    onDay: "on {day}",
  },
  es: {
    justNow: "ahora mismo",
    earlyToday: "hoy de madrugada",
    thisPart: "{part, select, morning {esta mañana} afternoon {esta tarde} other {esta noche}}",
    earlyYesterday: "ayer de madrugada",
    yesterdayPart: "ayer por la {part, select, morning {mañana} afternoon {tarde} other {noche}}",
    onDay: "el {day}",
  },
});
