/** The languages of the interface. A new one is a line here and its texts in every `messages.ts`: the compiler names the missing ones. */
export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** Each in its own language, as a person who looks for it would know it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", es: "Español" };

/** Remembers a visitor's choice; a signed-in person's is stored with them. */
export const LOCALE_COOKIE = "rung-language";

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|yi|ps|sd|dv)(?:-|$)/i;

/** The direction in which a language is written, by its tag (BCP 47), for `dir`. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(tag) ? "rtl" : "ltr";
}

/** The tag by which dates are written: English ones here have the day before the month. */
export function dateTagOf(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}

/**
 * A pseudo language for development and tests (`rung-language=ar-XB`): English texts on mirrored pages, so that a
 * layout that only works from left to right is seen before there is a translation.
 */
export const MIRRORED_TAG = "ar-XB";

/** Whether a visitor's cookie asks for mirrored pages. */
export function asksForMirror(cookieHeader: string | null): boolean {
  return new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=${MIRRORED_TAG}(?:;|$)`).test(cookieHeader ?? "");
}

/** The locale that a tag means (`es-MX` is `es`), or null when the interface does not speak it. */
export function findLocale(tag: string): Locale | null {
  const [language] = tag.trim().toLowerCase().split("-");
  return LOCALES.find((locale) => locale === language) ?? null;
}

/** What was chosen: stored with the person, else in the cookie, else the first that the browser asks for and the interface speaks. */
export function chooseLocale({ stored, cookieHeader, acceptLanguage }: { stored: string | null; cookieHeader: string | null; acceptLanguage: string | null }): Locale {
  const remembered = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([A-Za-z-]{2,20})`).exec(cookieHeader ?? "")?.[1];
  for (const tag of [stored, remembered]) {
    const known = tag ? findLocale(tag) : null;
    if (known) return known;
  }
  return listAccepted(acceptLanguage ?? "").map(findLocale).find((locale) => locale !== null) ?? DEFAULT_LOCALE;
}

/** Language tags of an `Accept-Language` header, the most wanted first (RFC 9110, 12.5.4). */
function listAccepted(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const quality = parameters.find((piece) => piece.startsWith("q="));
      return { tag, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
