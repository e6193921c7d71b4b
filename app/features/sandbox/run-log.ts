import { LANGUAGES, OUTCOMES } from "../../../sandbox/contract.ts";
import type { EngineKind, Language, Outcome, RestartReason, RunRecord, SandboxObserver } from "../../../sandbox/contract.ts";

/** Runs whose times are kept for the percentiles. */
const KEPT_RUNS = 2_000;
const KEPT_RESTARTS = 12;

/** Half of all were quicker than `p50`, 95 of 100 quicker than `p95`. Milliseconds. */
export interface Spread {
  p50: number;
  p95: number;
}

export interface LanguageFigures {
  language: Language;
  /** Since the start of the process. */
  runs: number;
  outcomes: Record<Outcome, number>;
  /** Of the last runs; null when none of them is of this language. */
  waitedMs: Spread | null;
  durationMs: Spread | null;
}

export interface Restart {
  engine: EngineKind;
  reason: RestartReason;
  at: Date;
}

/** What the sandbox did since the start of this process, in memory: a restart of the server begins anew. */
export interface RunLog extends Required<SandboxObserver> {
  readonly since: Date;
  /** One for each language that has run, in the order of `LANGUAGES`. */
  languages(): LanguageFigures[];
  /** Of the last runs of all languages. */
  waitedMs(): Spread | null;
  durationMs(): Spread | null;
  /** The latest first. */
  restarts(): Restart[];
}

export function createRunLog(now: () => Date): RunLog {
  const since = now();
  const counts = new Map<Language, Record<Outcome, number>>();
  const runs: RunRecord[] = [];
  const restarts: Restart[] = [];
  let at = 0;

  const spreadOf = (field: "waitedMs" | "durationMs", language?: Language): Spread | null =>
    measureSpread((language === undefined ? runs : runs.filter((run) => run.language === language)).map((run) => run[field]));

  return {
    since,
    onRun(run) {
      const ofLanguage = counts.get(run.language) ?? noOutcomes();
      ofLanguage[run.outcome] += 1;
      counts.set(run.language, ofLanguage);
      runs[at] = run;
      at = (at + 1) % KEPT_RUNS;
    },
    onRestart(engine, reason) {
      restarts.unshift({ engine, reason, at: now() });
      restarts.length = Math.min(restarts.length, KEPT_RESTARTS);
    },
    languages: () =>
      LANGUAGES.flatMap((language) => {
        const outcomes = counts.get(language);
        if (outcomes === undefined) return [];
        const total = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
        return [{ language, runs: total, outcomes: { ...outcomes }, waitedMs: spreadOf("waitedMs", language), durationMs: spreadOf("durationMs", language) }];
      }),
    waitedMs: () => spreadOf("waitedMs"),
    durationMs: () => spreadOf("durationMs"),
    restarts: () => [...restarts],
  };
}

/** Nearest-rank percentiles; null of nothing. */
export function measureSpread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95) };
}

function noOutcomes(): Record<Outcome, number> {
  return { passed: 0, failed: 0, errored: 0, "timed-out": 0, "out-of-memory": 0, "too-much-output": 0, crashed: 0 };
}
