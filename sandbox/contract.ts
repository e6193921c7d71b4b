/**
 * What the sandbox is asked and what it answers. Everything else in `sandbox/` is how.
 * The sandbox knows no web, no database and no courses: only files, tests and limits.
 */

/** Declarations of what a JavaScript or TypeScript program finds around it here, besides the language's own library. */
export { GLOBALS as PROGRAM_GLOBALS } from "./languages/types/declarations.ts";

/** Languages of labs. A language that this build has no engine for ends in `crashed`, with a message that says so. */
export const LANGUAGES = ["javascript", "typescript", "python", "sql", "bash", "web"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A worker process has one engine for all its life. JavaScript's runs TypeScript too; `types` only looks for type errors. */
export const ENGINE_KINDS = ["javascript", "types", "python", "sql", "bash", "web"] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/**
 * What a run came to.
 * - `passed`: every declared test reported exactly once, in order, and passed; there was at least one.
 * - `failed`: the learner's program gave a wrong answer.
 * - `errored`: it could not be loaded, or threw outside a test.
 * - `timed-out`, `out-of-memory`, `too-much-output`: a limit was met.
 * - `crashed`: our fault; it was tried again once before it is said.
 */
export const OUTCOMES = ["passed", "failed", "errored", "timed-out", "out-of-memory", "too-much-output", "crashed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type TestStatus = "passed" | "failed" | "errored" | "skipped";
export type TestGroup = "visible" | "hidden";

/** What a run may use. The parent process enforces `wallMs` and `memoryMb` by killing; the isolate only helps. */
export interface Limits {
  /** CPU time of the learner's code, milliseconds. */
  cpuMs: number;
  /** Wall clock from the first byte of the run to its result, milliseconds. */
  wallMs: number;
  /** Memory of the run over that of an idle worker, mebibytes. */
  memoryMb: number;
  /** All console output together, kibibytes. */
  outputKb: number;
}

export const DEFAULT_LIMITS: Limits = { cpuMs: 5_000, wallMs: 10_000, memoryMb: 128, outputKb: 64 };
/** What content may ask for at the most. */
export const LIMIT_CEILINGS: Limits = { cpuMs: 20_000, wallMs: 40_000, memoryMb: 512, outputKb: 1_024 };

/** Sizes above which a request is refused as `errored` before anything is parsed. */
export const SOURCE_LIMITS = { fileBytes: 256 * 1024, totalBytes: 1024 * 1024, files: 64 } as const;

/** Higher first. A learner who waits for a verdict goes before everybody else; a waiting preview makes room for what its owner asks for. */
export const PRIORITIES = ["submit", "run", "preview", "regrade"] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface TestFile {
  /** Path in the flat workspace, e.g. `sum.test.ts`. */
  path: string;
  text: string;
  group: TestGroup;
}

export const TYPE_ERRORS = ["ignore", "explain", "fatal"] as const;
export type TypeErrors = (typeof TYPE_ERRORS)[number];

/** What a compiler says of the learner's own files. Hostile text: it quotes them. */
export interface Diagnostic {
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

export interface GradeRequest {
  language: Language;
  /** The learner's files and the lab's read-only ones: workspace path to text. */
  files: Readonly<Record<string, string>>;
  /** Run in this order. They are never readable from the learner's realm. */
  tests: readonly TestFile[];
  /** The lab's solution, for languages whose judge compares with it (SQL). Only the judge's isolate is given it. */
  reference?: Readonly<Record<string, string>>;
  /**
   * What becomes of TypeScript's type errors: not looked for (the default), reported beside tests that did not pass, or a
   * reason not to pass. Looking for them costs far more than the tests, so a program that passes pays only for `fatal`.
   */
  typeErrors?: TypeErrors;
  /** Runs tests that their file marks as skipped (`test.skip`, `xtest`, bats' `$BATS_RUN_SKIPPED`) like the others. */
  runSkipped?: boolean;
  limits?: Partial<Limits>;
  priority?: Priority;
  /** Whose run this is: one running and one waiting per owner. Left out by command lines and checks. */
  owner?: string;
  /** Makes random draws of the run repeatable. */
  seed?: string;
}

export interface TestReport {
  /** Full name, `describe` titles joined by ` > `. Hostile text when `describe`/`test` names come from data: escape it. */
  name: string;
  group: TestGroup;
  status: TestStatus;
  /** What went wrong, in the judge's words; null when passed. */
  message: string | null;
  /** Printed values of the failed comparison; null where there was none. */
  expected: string | null;
  actual: string | null;
  /** What the learner's code printed during this test, cut to the limit. */
  output: string;
  /** Line of the learner's own file where it broke, when known. */
  location: { path: string; line: number } | null;
  durationMs: number;
  points: number;
}

export interface GradeResult {
  outcome: Outcome;
  /** Points of passed tests over points of all tests, 0 to 1. */
  score: number;
  tests: TestReport[];
  /** Output outside tests (while loading), cut to the limit. */
  output: string;
  /** For the person: why there is no verdict test by test; null when the tests speak for themselves. */
  message: string | null;
  /** Type errors, where they were looked for. */
  diagnostics: Diagnostic[];
  durationMs: number;
  /** Name and version of what graded, so that a grade can be repeated: `rung-js/1 isolated-vm/7.0.1 node/24.21.0`. */
  engine: string;
}

/**
 * Why a request is not taken: a newer one of the same person took its place, the person's last one still waits, or the queue is full.
 */
export type BusyReason = "newer" | "own" | "many";

/** Thrown to nobody: the sandbox answers `Busy` as a value when a queue is full. */
export interface Busy {
  busy: true;
  reason: BusyReason;
  /** For the person: why and what to do. */
  message: string;
  retryAfterMs: number;
}

/** Grades one request. Never throws; always ends within `wallMs` plus one second once it has started. */
export type Grade = (request: GradeRequest, options?: { signal?: AbortSignal }) => Promise<GradeResult | Busy>;

/** What an operator measures of one finished run. Nothing in it was written by a learner. */
export interface RunRecord {
  language: Language;
  priority: Priority;
  outcome: Outcome;
  /** From asking to the start on a worker, milliseconds. */
  waitedMs: number;
  /** On the worker, milliseconds; 0 for what never reached one. */
  durationMs: number;
}

/**
 * Why a worker was replaced.
 * - `limit`: its run met a limit, or was called off.
 * - `crash`: it ended by itself. `protocol`: it sent what no worker of ours sends.
 * - `start`: it did not get ready.
 * - `worn`: it had done its share of runs, or had grown.
 */
export const RESTART_REASONS = ["limit", "crash", "protocol", "start", "worn"] as const;
export type RestartReason = (typeof RESTART_REASONS)[number];

/** Told of what happens in the sandbox, for measurements. Called in the middle of things: it must be quick and not throw. */
export interface SandboxObserver {
  onRun?(run: RunRecord): void;
  onRestart?(engine: EngineKind, reason: RestartReason): void;
}

/** A layer of protection that the operating system gives around a worker. None is required. */
export interface Layer {
  name: "permission model" | "no network" | "resource limits" | "no orphans" | "no privileges" | "another user" | "control group" | "memory watch";
  active: boolean;
  /** What it keeps a worker from doing that broke out of its isolate. */
  stops: string;
  /** How it is done here, or why it is not. */
  detail: string;
  /** What an administrator can do to have it; null where it is active. */
  remedy: string | null;
}

export interface VersionCheck {
  name: "Node" | "isolated-vm";
  version: string;
  /** The oldest that grades. */
  floor: string;
}

/** What protects this machine. */
export interface Protection {
  versions: VersionCheck[];
  /** A sentence when nothing is graded with these versions; null when they will do. */
  problem: string | null;
  layers: Layer[];
}

/** One kind of worker processes. */
export interface EngineStatus {
  kind: EngineKind;
  workers: number;
  idle: number;
  running: number;
  restarts: number;
  /** Resident memory of all its workers, mebibytes; 0 where it can't be read. */
  memoryMb: number;
}

/** State of the pool for health pages. */
export interface SandboxStatus {
  workers: number;
  idle: number;
  running: number;
  waiting: number;
  /** Who waits, and for how long the first of them has. */
  queue: { waiting: Record<Priority, number>; oldestMs: number };
  restarts: number;
  /** Finished runs since start, by outcome. */
  outcomes: Record<Outcome, number>;
  /** Engines that have been started, in the order of `ENGINE_KINDS`. */
  engines: EngineStatus[];
}

export interface Sandbox {
  grade: Grade;
  status(): SandboxStatus;
  /** Resolves when at least one worker of each language (of those started, if none are named) can take a run. Rejects with a sentence when that can't be. */
  ready(languages?: readonly Language[]): Promise<void>;
  /** Starts workers of these languages ahead of need. */
  warm(languages: readonly Language[]): void;
  /** Versions and layers; tries the layers when that has not been done yet. */
  protection(): Promise<Protection>;
  /** Lets running grades finish for up to `graceMs`, then ends every process. */
  close(graceMs?: number): Promise<void>;
}

export function isBusy(answer: GradeResult | Busy): answer is Busy {
  return "busy" in answer;
}
