/**
 * The sandbox: `createSandbox()` gives the grading function and the pools behind it. It runs from its sources (its workers are
 * files beside this one), so nothing may bundle it.
 */
import { availableParallelism } from "node:os";
import { OUTCOMES } from "./contract.ts";
import type { Busy, GradeRequest, Language, Outcome, Sandbox } from "./contract.ts";
import type { StartChild } from "./child.ts";
import { findEngine } from "./engines.ts";
import { Fleet } from "./fleet.ts";
import { createGrade } from "./grade.ts";
import type { Enqueue } from "./grade.ts";
import { explainFloor, readVersions } from "./layers.ts";
import type { Versions } from "./layers.ts";
import type { Run, Verdict } from "./pool.ts";
import { FairQueue } from "./queue.ts";

export interface SandboxOptions {
  /** Runs at the same time; by default one less than the machine has cores, at least one. */
  workers?: number;
  /** Started at once; others when they are first needed. By default JavaScript's. */
  languages?: readonly Language[];
  /** Most runs that wait; beyond them the answer is `Busy`. */
  maxWaiting?: number;
  /** Told of what an operator should know, as plain objects with an `event`. */
  log?: (event: object) => void;
  /** Pause before a run that crashed is tried again, milliseconds. */
  retryAfterMs?: number;
  /** For tests. */
  versions?: Versions;
  start?: StartChild;
}

interface Waiting {
  run: Run;
  request: GradeRequest;
  signal: AbortSignal | undefined;
  resolve(verdict: Verdict): void;
}

export { explainFloor, probeLayers, readVersions } from "./layers.ts";

const DOWN = "Grading has been shut down.";

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const log = options.log ?? (() => {});
  const versions = options.versions ?? readVersions();
  const floor = explainFloor(versions);
  const queue = new FairQueue<Waiting>(options.maxWaiting ?? 2_000);
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const workers = Math.max(1, Math.trunc(options.workers ?? availableParallelism() - 1));
  const fleet = new Fleet({ workers, log, start: options.start, onChange: pump });
  const readyWaiters: (() => void)[] = [];
  const onIdle: (() => void)[] = [];
  let closed = false;

  function warm(languages: readonly Language[]): void {
    if (floor !== null) return;
    for (const language of languages) {
      const engine = findEngine(language);
      if (engine !== undefined) fleet.warm(engine.kind);
    }
  }
  warm(options.languages ?? ["javascript"]);

  function pump(): void {
    for (const wake of readyWaiters.splice(0)) wake();
    for (;;) {
      const waiting = queue.next(({ run }) => fleet.failure(run.engine) !== null || fleet.canRun(run.engine));
      if (waiting === undefined) return;
      const { request, run, signal, resolve } = waiting;
      const failure = fleet.failure(run.engine);
      void (failure === null ? fleet.run(run, signal) : Promise.resolve(calledOff(failure))).then((verdict) => {
        queue.done(request.owner);
        resolve(verdict);
        pump();
        if (fleet.running === 0) for (const wake of onIdle.splice(0)) wake();
      });
    }
  }

  const enqueue: Enqueue = (run, request, signal) =>
    new Promise<Verdict | Busy>((resolve) => {
      if (closed || signal?.aborted === true) {
        resolve(calledOff(closed ? "The server is shutting down." : "The run was called off."));
        return;
      }
      const waiting: Waiting = {
        run, request, signal,
        resolve: (verdict) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(verdict);
        },
      };
      const onAbort = (): void => {
        if (queue.remove(waiting)) waiting.resolve(calledOff("The run was called off."));
      };
      const refused = queue.add(waiting, request.owner, request.priority ?? "run");
      if (refused !== null) {
        resolve(refused === "owner"
          ? { busy: true, message: "Your last run is still waiting for its turn. Try again when it has finished.", retryAfterMs: 2_000 }
          : { busy: true, message: "Many people are running code just now. Try again in a moment.", retryAfterMs: 5_000 });
        return;
      }
      signal?.addEventListener("abort", onAbort, { once: true });
      pump();
    });

  const grade = createGrade({
    enqueue, log,
    retryAfterMs: options.retryAfterMs ?? 100,
    unusable: () => (closed ? DOWN : floor),
    onOutcome: (outcome) => {
      outcomes[outcome] += 1;
    },
  });

  return {
    grade,
    warm,
    status: () => ({
      workers, idle: fleet.engines.reduce((sum, engine) => sum + engine.idle, 0), running: fleet.running, waiting: queue.length,
      restarts: fleet.engines.reduce((sum, engine) => sum + engine.restarts, 0), outcomes: { ...outcomes }, engines: fleet.engines,
    }),
    async ready(languages) {
      if (languages !== undefined) warm(languages);
      const kinds = languages?.map((language) => findEngine(language)?.kind) ?? fleet.started;
      for (;;) {
        if (floor !== null) throw new Error(floor);
        if (closed) throw new Error(DOWN);
        const missing = kinds.indexOf(undefined);
        if (missing !== -1) throw new Error(`${String(languages?.[missing])} is not available in this build.`);
        for (const kind of kinds) {
          const failure = kind === undefined ? null : fleet.failure(kind);
          if (failure !== null) throw new Error(failure);
        }
        if (kinds.every((kind) => kind !== undefined && fleet.isReady(kind))) return;
        await new Promise<void>((resolve) => {
          readyWaiters.push(resolve);
          setTimeout(resolve, 250).unref();
        });
      }
    },
    async close(graceMs = 5_000) {
      closed = true;
      for (const waiting of queue.clear()) waiting.resolve(calledOff("The server is shutting down."));
      if (fleet.running > 0 && graceMs > 0) {
        await new Promise<void>((resolve) => {
          onIdle.push(resolve);
          setTimeout(resolve, graceMs).unref();
        });
      }
      await fleet.close();
    },
  };
}

function calledOff(message: string): Verdict {
  return { outcome: "crashed", score: 0, tests: [], output: "", message, diagnostics: [] };
}
