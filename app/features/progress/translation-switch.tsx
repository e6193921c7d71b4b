import { Languages } from "lucide-react";
import { useContext } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Link } from "../../ui/link.tsx";
import { TextLanguageContext } from "../../ui/text-language.tsx";
import { messages } from "./messages.ts";

/** Which language the text is in, a step to the others, and a word when the translation is older than its source. */
export function TranslationSwitch() {
  const t = useMessages(messages);
  const locale = useLocale();
  const shown = useContext(TextLanguageContext);
  if (!shown || (shown.others.length === 0 && !shown.isStale)) return null;
  const nameOf = (tag: string) => new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  return (
    <span className="translation-switch">
      {shown.isStale && <span className="tag attention">{t("translationOlder", { language: nameOf("en") })}</span>}
      {shown.others.map(({ language, path }) => <Link key={language} to={path} hrefLang={language}><Languages size={16} aria-hidden /> {t("readIn", { language: nameOf(language) })}</Link>)}
    </span>
  );
}
