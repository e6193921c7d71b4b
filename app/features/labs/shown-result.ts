/** Which result the desk shows: of Run and Submit, or the live one. Pure. */
import type { LearnerResult } from "../submissions/learner-result.ts";
import type { LabWork } from "./use-lab-work.ts";

/** `side` is the other of the two, which a button shows. */
export type Shown =
  | { kind: "work"; side: LearnerResult | null }
  | { kind: "live"; result: LearnerResult; side: LabWork | null };

/**
 * A live result is always newer than what stood there. It takes the place of a run, but that of a submission only with a
 * word of it, and that of a passed one only when it is asked for.
 * @param wish what the person chose since the last run or submission; null when nothing
 */
export function chooseShown(work: LabWork, live: LearnerResult | null, wish: "live" | "work" | null): Shown {
  if (live === null || work.kind === "running" || work.kind === "submitting") return { kind: "work", side: null };
  const isSubmission = work.kind === "result" && work.from === "submit";
  const usual = isSubmission && work.result.outcome === "passed" ? "work" : "live";
  if ((wish ?? usual) === "work") return { kind: "work", side: live };
  return { kind: "live", result: live, side: isSubmission ? work : null };
}
