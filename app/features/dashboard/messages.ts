import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    weeksTitle: "Your weeks",
    weeksHelp: "Time in lessons and labs, as the open page measured it. A quiet week is just a quiet week.",
    weekOf: "Week of {day}",
    studied: "Studied",
    thisWeek: "This week",
  },
  es: {
    weeksTitle: "Tus semanas",
    weeksHelp: "Tiempo en lecciones y prácticas, medido por la página abierta. Una semana tranquila es solo una semana tranquila.",
    weekOf: "Semana del {day}",
    studied: "Estudio",
    thisWeek: "Esta semana",
  },
});
