import type { BusyReason } from "../../../sandbox/contract.ts";
import { defineMessages } from "../../i18n/messages.ts";
import type { KeyOf, Saying } from "../../i18n/saying.ts";

/** Why the sandbox takes nothing just now; catalogs of refusals take these in. */
export const busyMessages = defineMessages({
  en: {
    "busy-newer": "A newer run of yours took its place.",
    "busy-own": "Your last run is still waiting for its turn. Try again when it has finished.",
    "busy-many": "Many people are running code just now. Try again in a moment.",
  },
  es: {
    "busy-newer": "Una ejecución tuya más nueva ocupó su lugar.",
    "busy-own": "Tu última ejecución todavía espera su turno. Inténtalo otra vez cuando termine.",
    "busy-many": "En este momento mucha gente está ejecutando código. Inténtalo otra vez en un momento.",
  },
});

/** What is said of a request that the sandbox did not take. */
export function sayingOfBusy({ reason }: { reason: BusyReason }): Saying<KeyOf<typeof busyMessages>> {
  return { key: `busy-${reason}` };
}
