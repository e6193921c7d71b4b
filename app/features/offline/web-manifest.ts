import { createT } from "../../i18n/messages.ts";
import { directionOf, type Locale } from "../../i18n/locales.ts";
import { messages } from "./messages.ts";

/** Paper and night of the tokens `--ground`, as programs outside the page read colours. */
export const THEME_COLORS = { light: "#fcfaf7", dark: "#0f1217" } as const;

/** The site as something to install, in a language. */
export function buildWebManifest(locale: Locale) {
  const t = createT(messages, locale);
  const shortcut = (name: string, url: string) => ({ name, url, icons: [{ src: "/icon-192.png", sizes: "192x192", type: "image/png" }] });
  return {
    id: "/today",
    name: "Rung",
    short_name: "Rung",
    description: t("appDescription"),
    lang: locale,
    dir: directionOf(locale),
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: THEME_COLORS.light,
    theme_color: THEME_COLORS.light,
    categories: ["education"],
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [shortcut(t("today"), "/today"), shortcut(t("plan"), "/plan"), shortcut(t("courses"), "/courses")],
  };
}
