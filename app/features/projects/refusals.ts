import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";
import { workRefusals } from "../submissions/refusals.ts";

/** Why a project is not handed in. */
export const projectRefusals = defineMessages({
  en: {
    ...workRefusals.en,
    notUnderstood: "That could not be read. Reload the page and try again.",
    acceptedAlready: "This project was accepted: there is nothing left to hand in.",
    linkWrong: "Use an address that begins with https:// or http://, or leave it empty.",
    linkLong: "Use at most 2000 characters.",
    messageLong: "Use at most 5000 characters.",
  },
  es: {
    ...workRefusals.es,
    notUnderstood: "No se pudo leer. Vuelve a cargar la página e inténtalo otra vez.",
    acceptedAlready: "Este proyecto ya se aceptó: no queda nada que entregar.",
    linkWrong: "Usa una dirección que empiece por https:// o http://, o déjala vacía.",
    linkLong: "Usa como mucho 2000 caracteres.",
    messageLong: "Usa como mucho 5000 caracteres.",
  },
});

export type ProjectRefusal = Saying<KeyOf<typeof projectRefusals>>;
