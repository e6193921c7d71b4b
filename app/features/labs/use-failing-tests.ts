import { useCallback, useState } from "react";
import type { LearnerResult, LearnerTest } from "../submissions/learner-result.ts";

export interface FailingTest {
  /** Place in the result's list. */
  index: number;
  test: LearnerTest;
  /** From 1, of `count` that fail. */
  place: number;
  count: number;
}

/** Goes through the failing tests of what is shown, one by one and around again. */
export function useFailingTests(result: LearnerResult | null): { current: FailingTest | null; next: () => FailingTest | null } {
  // With the result that it is of: a place in another one means nothing.
  const [gone, setGone] = useState<{ to: FailingTest | null; of: LearnerResult | null }>({ to: null, of: null });
  const current = gone.of === result ? gone.to : null;

  const next = useCallback(() => {
    const found = findNextFailing(result?.tests ?? [], current?.index ?? -1);
    setGone({ to: found, of: result });
    return found;
  }, [current, result]);

  return { current, next };
}

/** The failing test after `index`, or the first; null when none fails. */
export function findNextFailing(tests: readonly LearnerTest[], index: number): FailingTest | null {
  const failing = tests.flatMap((test, at) => (test.status === "failed" || test.status === "errored" ? [{ test, index: at }] : []));
  const place = Math.max(0, failing.findIndex((one) => one.index > index));
  const found = failing[place];
  return found ? { ...found, place: place + 1, count: failing.length } : null;
}
