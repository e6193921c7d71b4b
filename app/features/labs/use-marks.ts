import { useMemo } from "react";
import { retell } from "../../i18n/retell.ts";
import { useLocale } from "../../i18n/use-messages.ts";
import type { LineMark } from "../../ui/code-editor/editor-types.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { verdictMessages } from "../submissions/verdict-messages.ts";

/** Lines of the learner's files at which a test of this result failed. */
export function useMarks(result: LearnerResult | null): readonly LineMark[] {
  const locale = useLocale();
  return useMemo(
    () => (result?.tests ?? []).flatMap(({ status, location, message, name }) => (location && status !== "passed" ? [{ ...location, message: message === null ? name : retell(verdictMessages, locale, message) }] : [])),
    [locale, result],
  );
}
