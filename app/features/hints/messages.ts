import { defineMessages } from "../../i18n/messages.ts";

export const messages = defineMessages({
  en: {
    region: "Hints",
    free: "Open them one by one, whenever you like: a hint costs nothing.",
    hintOf: "Hint {number} of {count}",
    show: "Show hint {number} of {count}",
    opening: "One moment…",
    opened: "Hint {number} of {count} is open.",
    failed: "The hint did not arrive. Try again in a moment.",
    all: "All hints are open.",
  },
  es: {
    region: "Pistas",
    free: "Ábrelas una a una, cuando quieras: una pista no cuesta nada.",
    hintOf: "Pista {number} de {count}",
    show: "Mostrar la pista {number} de {count}",
    opening: "Un momento…",
    opened: "La pista {number} de {count} está abierta.",
    failed: "La pista no ha llegado. Inténtalo de nuevo en un momento.",
    all: "Todas las pistas están abiertas.",
  },
});
