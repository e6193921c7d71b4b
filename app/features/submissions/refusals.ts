import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";
import { draftRefusals } from "../drafts/refusals.ts";
import { busyMessages } from "./busy-messages.ts";

/** Why code is not run or not taken in. */
export const workRefusals = defineMessages({
  en: {
    ...draftRefusals.en,
    ...busyMessages.en,
    noVisibleTests: "There are no visible tests to run here. Submit is what counts.",
    noKey: "This hand-in has no usable key. Reload the page and try again.",
    tooMany: "{count} of your submissions are still being graded. Wait for one of them and submit again.",
  },
  es: {
    ...draftRefusals.es,
    ...busyMessages.es,
    noVisibleTests: "Aquí no hay pruebas visibles que ejecutar. Lo que cuenta es entregar.",
    noKey: "Esta entrega no trae una clave válida. Vuelve a cargar la página e inténtalo otra vez.",
    tooMany: "Todavía se están evaluando {count} de tus entregas. Espera a que termine una y vuelve a entregar.",
  },
});

export type WorkRefusal = Saying<KeyOf<typeof workRefusals>>;
