import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";
import { workRefusals } from "../submissions/refusals.ts";

/** What the server answers to the form of a desk without scripts. */
export const labSayings = defineMessages({
  en: {
    ...workRefusals.en,
    saved: "Saved.",
    starterBack: "The starter is back. Undo reset brings your text back.",
    noReset: "There is no reset to undo.",
    textBack: "Your text is back.",
  },
  es: {
    ...workRefusals.es,
    saved: "Guardado.",
    starterBack: "El punto de partida está de nuevo. Deshacer el reinicio trae tu texto de vuelta.",
    noReset: "No hay ningún reinicio que deshacer.",
    textBack: "Tu texto está de vuelta.",
  },
});

export type LabSaying = Saying<KeyOf<typeof labSayings>>;
