/** When somebody is offered help at a lab. Pure. */

/** Verdicts in a row in which one test fails before help is offered. */
export const FAILURES_IN_A_ROW = 3;
/** Help is offered too when the time spent is this many times the lab's own estimate. */
const OVER_TIME_FACTOR = 2;
/** And at least this much more: twice a lab of five minutes is nothing. */
const OVER_TIME_LEAST_MINUTES = 15;
/** Longest name that an offer is remembered by. */
const ABOUT_LENGTH = 300;

export interface StuckFacts {
  /** Names of the tests that failed in the latest runs and hand-ins, the newest first; nothing in one that passed. */
  verdicts: readonly (readonly string[])[];
  /** Time at work in the lab. */
  activeSeconds: number;
  /** The author's estimate. */
  minutes: number;
  hasPassed: boolean;
  /** Offers that were put away, by `aboutOf`. */
  declined: readonly string[];
}

/** What somebody is stuck with: one test again and again, or the lab as a whole. */
export type Stuck = { kind: "test"; name: string; times: number } | { kind: "time"; minutes: number };

/** What somebody may be stuck with and was not asked about before, or null. An offer, never a judgement. */
export function findStuck({ verdicts, activeSeconds, minutes, hasPassed, declined }: StuckFacts): Stuck | null {
  if (hasPassed) return null;
  const isDeclined = (stuck: Stuck) => declined.includes(aboutOf(stuck));
  for (const name of verdicts[0] ?? []) {
    const times = countRow(verdicts, name);
    const stuck = { kind: "test", name, times } as const;
    if (times >= FAILURES_IN_A_ROW && !isDeclined(stuck)) return stuck;
  }
  const spent = Math.round(activeSeconds / 60);
  const stuck = { kind: "time", minutes: spent } as const;
  return spent >= Math.max(minutes * OVER_TIME_FACTOR, minutes + OVER_TIME_LEAST_MINUTES) && !isDeclined(stuck) ? stuck : null;
}

/** By what an offer is remembered when it was put away. */
export function aboutOf(stuck: Stuck): string {
  return stuck.kind === "time" ? "time" : `test:${stuck.name}`.slice(0, ABOUT_LENGTH);
}

/** Names of the tests of a verdict that neither passed nor were skipped, each once. */
export function listFailing(tests: readonly { name: string; status: string }[]): string[] {
  return [...new Set(tests.flatMap(({ name, status }) => (status === "failed" || status === "errored" ? [name] : [])))];
}

function countRow(verdicts: StuckFacts["verdicts"], name: string): number {
  const end = verdicts.findIndex((failing) => !failing.includes(name));
  return end < 0 ? verdicts.length : end;
}
