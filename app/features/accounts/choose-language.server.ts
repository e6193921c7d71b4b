import { updateLanguage } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import { LOCALE_COOKIE, type Locale } from "../../i18n/locales.ts";

const KEPT_S = 365 * 24 * 3600;

/** Keeps the language that somebody chose: with the person, and in this browser for after they sign out. Gives the cookie. */
export async function chooseLanguage({ db, settings }: Pick<Deps, "db" | "settings">, { userId, language }: { userId: string | null; language: Locale }): Promise<{ setCookie: string }> {
  if (userId !== null) await db.write((tx) => updateLanguage(tx, { userId, language }));
  const secure = settings.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return { setCookie: `${LOCALE_COOKIE}=${language}; Path=/; Max-Age=${KEPT_S}; HttpOnly; SameSite=Lax${secure}` };
}
