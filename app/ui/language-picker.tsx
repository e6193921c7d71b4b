import { Form, useLocation } from "@remix-run/react";
import { LOCALE_NAMES, LOCALES } from "../i18n/locales.ts";
import { useLocale, useMessages } from "../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** One button a language, each named in itself; choosing one comes back to this page. */
export function LanguagePicker() {
  const t = useMessages(messages);
  const current = useLocale();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" className="language-picker" preventScrollReset>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset>
        <legend className="sr-only">{t("language")}</legend>
        {LOCALES.map((locale) => (
          <button key={locale} className="button quiet small" name="language" value={locale} lang={locale} aria-pressed={locale === current}>{LOCALE_NAMES[locale]}</button>
        ))}
      </fieldset>
    </Form>
  );
}
