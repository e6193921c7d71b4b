import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: { calendar: "Rung: study plan", entry: "{course} ({minutes})" },
  es: { calendar: "Rung: plan de estudio", entry: "{course} ({minutes})" },
});
