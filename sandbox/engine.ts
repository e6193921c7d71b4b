/**
 * What a language brings. Each engine is one folder in `languages/`, in two halves: `describe.ts` is read by the server
 * (what a worker of it needs), `engine.ts` by the worker (how it runs). `engines.ts` lists them.
 */
import type { EngineKind, Language } from "./contract.ts";
import type { Material, RunCommand, StopReason } from "./frames.ts";

/** The server's half. */
export interface EngineDescription {
  kind: EngineKind;
  languages: readonly Language[];
  /** Name and version, part of every grade: raise it when a grade could come out differently. E.g. `rung-python/1 pyodide/314.0.7`. */
  version(): string;
  /** Called once per process. */
  material(): Promise<Material>;
  /** Absolute files and folders that a worker may read besides the native module's. */
  readable(): string[];
  /** Flags of V8 for its workers besides those of all (`child.ts`). They hold for every isolate of the process. */
  flags?: readonly string[];
  /** From the start of the process to its first `ready`, at the most, milliseconds. */
  startMs: number;
  /** CPU time of a run that is the runtime's own and not the learner's: compiling it on other threads, the judge's part. Milliseconds. */
  ownCpuMs: number;
  /** An idle worker that has grown by more than this is replaced, mebibytes. */
  idleGrowthMb: number;
  /** `false`: its pool keeps no worker in reserve after one met a limit, since one is too large. */
  spare?: false;
}

/** What the worker gives an engine for one run. */
export interface RunHost {
  /** One report of the judge; see `verdict.ts` for their kinds. The worker adds the run's secret and the next number. */
  report(body: object): void;
  /** A report whose judge has added secret and number itself. With `hold` it goes out with the next one, which must follow at once. */
  send(text: string, hold?: boolean): void;
  /** More was printed than is allowed: ends the run and this process. */
  overflow(): never;
  /** V8 has lost an isolate, out of memory as a rule: ends the run as `out-of-memory` and this process. For `onCatastrophicError`. */
  lost(message: string): never;
}

/** The worker's half. Everything that is not the learner's own code happens in `boot` and `prepare`, before a submission arrives. */
export interface Engine {
  /** Once, before anything else. */
  boot(material: Material): void | Promise<void>;
  /** Makes what the next run starts from: fresh isolates. Called before the first run and after each. */
  prepare(): void | Promise<void>;
  /** Returns when the judge has reported its last test. Throws `Stop`; anything else that it throws is a crash of ours. */
  run(command: RunCommand, host: RunHost): void | Promise<void>;
}

/** Ends a run with another outcome than the tests' own. */
export class Stop extends Error {
  readonly reason: StopReason;
  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export const timeMessage = (cpuMs: number): string => `The program was stopped: it ran for more than ${cpuMs / 1_000} s. Is there a loop that does not end?`;
export const memoryMessage = (memoryMb: number): string => `The program was stopped: it used more than ${memoryMb} MB of memory.`;
