import { useMemo } from "react";
import type { LineMark } from "../../ui/code-editor/editor-types.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";

/** Lines of the learner's files at which a test of this result failed. */
export function useMarks(result: LearnerResult | null): readonly LineMark[] {
  return useMemo(
    () => (result?.tests ?? []).flatMap(({ status, location, message, name }) => (location && status !== "passed" ? [{ ...location, message: message ?? name }] : [])),
    [result],
  );
}
