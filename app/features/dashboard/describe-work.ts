/** What was left at an activity, in words. Pure. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages } from "./messages.ts";

/** `2 of 5 tests pass.` */
export function describeRun({ passedTests, totalTests }: { passedTests: number; totalTests: number }, locale: Locale): string {
  const t = createT(messages, locale);
  if (totalTests === 0) return t("runNone");
  if (passedTests === totalTests) return t("runAll", { total: totalTests });
  return t("runSome", { passed: String(passedTests), total: String(totalTests) });
}

/** `You are about halfway.`; null at the top, where there is nothing to say. @param position 0 to 1 */
export function describeReading(position: number, locale: Locale): string | null {
  if (position < 0.05) return null;
  return createT(messages, locale)(position < 0.4 ? "read-first" : position < 0.65 ? "read-half" : "read-end");
}
