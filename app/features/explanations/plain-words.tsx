import { createContext, useContext } from "react";
import type { Language } from "../../../sandbox/contract.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { explainMessage, type Explanation } from "./explain-message.ts";
import { messages } from "./messages.ts";

/** The language that results below are in; null where nothing is explained. */
export const ExplainedLanguage = createContext<Language | null>(null);

/** What a message means in plain words, where that is known. It stands below the message, which stays. */
export function PlainWords({ message, more = "" }: { message: string | null; more?: string | null }) {
  const language = useContext(ExplainedLanguage);
  const t = useMessages(messages);
  if (!language) return null;
  const found = (message ? explainMessage(language, message) : null) ?? (more ? explainMessage(language, more) : null);
  if (!found) return null;
  return <p className="plain-words"><b>{t("title")}:</b> {t(found.key, showValues(found.values))}</p>;
}

function showValues({ name, type, other, wanted, given }: Explanation["values"]): Record<"name" | "type" | "other" | "wanted" | "given", string> {
  const show = (value: string | undefined) => (value === undefined ? "" : showInvisible(value));
  return { name: show(name), type: show(type), other: show(other), wanted: show(wanted), given: show(given) };
}
