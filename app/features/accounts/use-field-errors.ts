import { useMessages } from "../../i18n/use-messages.ts";
import { findErrorText } from "./account-errors.ts";
import { messages } from "./messages.ts";

/** The refused fields of an account's form in words, by field. */
export function useFieldErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  const t = useMessages(messages);
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => {
      const key = findErrorText(code);
      return [field, key === null ? t("formRefused") : t(key, { minutes: 1 })];
    }),
  );
}
