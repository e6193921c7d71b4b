import type { messages } from "./messages.ts";

export type ExplanationKey = keyof (typeof messages)["en"];

/** A message that is known by its words; named groups are values of the explanation. */
export interface Rule {
  pattern: RegExp;
  key: ExplanationKey;
}
