import { createT } from "../../i18n/messages.ts";
import type { Locale } from "../../i18n/locales.ts";
import type { GateView } from "./gates.ts";
import { messages } from "./messages.ts";

/** A missing gate in words around its title: `Sums, with at least 80 %`. The title stays apart, so that it can be a link. */
export function wordGate(locale: Locale, gate: GateView, title: string): string {
  const t = createT(messages, locale);
  switch (gate.kind) {
    case "activity":
      return t("gateActivity", { title });
    case "module":
      return t("gateModule", { title, left: gate.left });
    case "score":
      return gate.best === null ? t("gateScore", { title, score: formatShare(locale, gate.score) }) : t("gateScoreBest", { title, score: formatShare(locale, gate.score), best: formatShare(locale, gate.best) });
  }
}

/** `80 %` as the language writes it. @param share 0 to 1 */
export function formatShare(locale: Locale, share: number): string {
  // Rounded down: 79.9 % is not yet the 80 % that were asked for.
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(Math.floor(share * 100 + 1e-9) / 100);
}
