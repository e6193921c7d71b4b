import type { Outcome } from "../../../sandbox/contract.ts";
import type { messages } from "./messages.ts";

/** What is known of an attempt's result. */
export interface AttemptResult {
  state: "queued" | "running" | "done";
  outcome: Outcome | null;
  passedTests: number | null;
  totalTests: number | null;
}

type Key = keyof (typeof messages)["en"];
const OUTCOMES = {
  errored: "outcomeErrored", "timed-out": "outcomeTime", "out-of-memory": "outcomeMemory", "too-much-output": "outcomeOutput", crashed: "outcomeCrashed",
} as const satisfies Record<Exclude<Outcome, "passed" | "failed">, Key>;

/** Which message says what an attempt came to; `passCount` takes the two counts. Pure. */
export function wordAttempt({ state, outcome }: AttemptResult): "waiting" | "noTests" | "passCount" | (typeof OUTCOMES)[keyof typeof OUTCOMES] {
  if (state !== "done") return "waiting";
  if (outcome === null) return "noTests";
  return outcome === "passed" || outcome === "failed" ? "passCount" : OUTCOMES[outcome];
}
