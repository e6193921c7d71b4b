import { messages } from "./messages.ts";

type Key = keyof (typeof messages)["en"];

/** The text for the code of a refused field, or null for what is no code of these forms. */
export function findErrorText(code: string): Key | null {
  return [`error-${code}`, code].find((key): key is Key => Object.hasOwn(messages.en, key)) ?? null;
}
