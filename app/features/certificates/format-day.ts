import type { Locale } from "../../i18n/locales.ts";

/** The day of a certificate, the same for every reader: by UTC, e.g. `March 2, 2026`. */
export function formatCertificateDay(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}
