import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import type { LearnerResult } from "./learner-result.ts";
import { messages } from "./messages.ts";

/** One line: `3 of 5 pass · 11 ms`. */
export function describeResult(result: LearnerResult, locale: Locale): string {
  const t = createT(messages, locale);
  const { outcome, passedTests, totalTests, durationMs } = result;
  const time = `${Math.max(1, Math.round(durationMs))} ms`;
  if (outcome === "passed") return t("allPass", { total: totalTests, time });
  if (outcome === "failed") return t("somePass", { passed: String(passedTests), total: String(totalTests), time });
  return isRefusedForTypes(result) ? t("refusedTypes") : t(`title-${outcome}`);
}

/** The tests had nothing to say against it; the lab takes no type errors. */
export function isRefusedForTypes({ outcome, diagnostics, passedTests, totalTests }: Pick<LearnerResult, "outcome" | "diagnostics" | "passedTests" | "totalTests">): boolean {
  return outcome === "errored" && diagnostics.length > 0 && totalTests > 0 && passedTests === totalTests;
}

/** What an outcome means and what to do next; null when the tests speak for themselves. */
export function adviseOn(result: LearnerResult, locale: Locale): string | null {
  const t = createT(messages, locale);
  if (isRefusedForTypes(result)) return t("advice-types");
  const { outcome } = result;
  return outcome === "passed" || outcome === "failed" ? null : t(`advice-${outcome}`);
}
