/** What a message of a compiler or a runtime means in plain words. Pure. */
import type { Language } from "../../../sandbox/contract.ts";
import { BASH_RULES, LIMIT_RULES, PYTHON_RULES, SQL_RULES, WEB_RULES } from "./other-rules.ts";
import type { ExplanationKey, Rule } from "./rule.ts";
import { SCRIPT_RULES, TYPE_RULES } from "./script-rules.ts";

export interface Explanation {
  key: ExplanationKey;
  /** What the message names. Hostile text: printed, never interpreted. */
  values: Readonly<Record<string, string>>;
}

/** As much of a message as is looked at. */
const READ_LENGTH = 2_000;
const VALUE_LENGTH = 60;

const RULES: Readonly<Record<Language, readonly Rule[]>> = {
  javascript: [...LIMIT_RULES, ...SCRIPT_RULES],
  typescript: [...LIMIT_RULES, ...TYPE_RULES, ...SCRIPT_RULES],
  python: [...LIMIT_RULES, ...PYTHON_RULES],
  sql: [...LIMIT_RULES, ...SQL_RULES],
  bash: [...LIMIT_RULES, ...BASH_RULES],
  web: [...LIMIT_RULES, ...WEB_RULES, ...SCRIPT_RULES],
};

/** Which explanation fits a message, with its values; null when none is known. It stands beside the message, never for it. */
export function explainMessage(language: Language, message: string): Explanation | null {
  const text = message.slice(0, READ_LENGTH);
  for (const { pattern, key } of RULES[language]) {
    const found = pattern.exec(text);
    if (!found) continue;
    const groups = Object.entries(found.groups ?? {}).flatMap(([name, value]): [string, string][] => (value ? [[name, value.slice(0, VALUE_LENGTH)]] : []));
    const values = Object.fromEntries(groups);
    return { key, values: { ...values, name: values["name"] ?? values["other"] ?? "" } };
  }
  return null;
}
