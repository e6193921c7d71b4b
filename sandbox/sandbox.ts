/**
 * The sandbox: `createSandbox()` gives the grading function and the pools behind it. It runs from its sources (its workers are
 * files beside this one), so nothing may bundle it.
 */
import { availableParallelism } from "node:os";
import { OUTCOMES, PRIORITIES } from "./contract.ts";
import type { Busy, EngineKind, GradeRequest, Language, Outcome, Priority, Sandbox, SandboxObserver, SandboxStatus } from "./contract.ts";
import type { StartChild } from "./child.ts";
import { findEngine } from "./engines.ts";
import { Fleet } from "./fleet.ts";
import { createGrade } from "./grade.ts";
import type { Enqueue } from "./grade.ts";
import { checkVersions, explainFloor, probeLayers, readVersions } from "./layers.ts";
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
  /** Told of every run and every replaced worker. */
  observers?: readonly SandboxObserver[];
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
  /** By the process's clock, milliseconds. */
  sinceMs: number;
  resolve(verdict: Verdict | Busy): void;
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
  const observers = options.observers ?? [];
  const fleet = new Fleet({
    workers, log, start: options.start, onChange: pump,
    onRestart: (engine, reason) => observers.forEach((observer) => observer.onRestart?.(engine, reason)),
  });
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
      // Asked once for each engine, not for each of a thousand that wait for it.
      const answers = new Map<EngineKind, boolean>();
      const waiting = queue.next(({ run: { engine } }) => {
        const known = answers.get(engine);
        if (known !== undefined) return known;
        const can = fleet.failure(engine) !== null || fleet.canRun(engine);
        answers.set(engine, can);
        return can;
      });
      if (waiting === undefined) return;
      const { request, run, signal, sinceMs, resolve } = waiting;
      const failure = fleet.failure(run.engine);
      const startedAt = performance.now();
      run.timing.waitedMs += startedAt - sinceMs;
      void (failure === null ? fleet.run(run, signal) : Promise.resolve(calledOff(failure))).then((verdict) => {
        run.timing.durationMs += performance.now() - startedAt;
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
        run, request, signal, sinceMs: performance.now(),
        resolve: (verdict) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(verdict);
        },
      };
      const onAbort = (): void => {
        if (queue.remove(waiting)) waiting.resolve(calledOff("The run was called off."));
      };
      queue.displacePreview(request.owner, request.priority ?? "run")?.resolve({ busy: true, reason: "newer", message: "A newer run of yours took its place.", retryAfterMs: 1_000 });
      const refused = queue.add(waiting, request.owner, request.priority ?? "run");
      if (refused !== null) {
        resolve(refused === "owner"
          ? { busy: true, reason: "own", message: "Your last run is still waiting for its turn. Try again when it has finished.", retryAfterMs: 2_000 }
          : { busy: true, reason: "many", message: "Many people are running code just now. Try again in a moment.", retryAfterMs: 5_000 });
        return;
      }
      signal?.addEventListener("abort", onAbort, { once: true });
      pump();
    });

  const grade = createGrade({
    enqueue, log,
    retryAfterMs: options.retryAfterMs ?? 100,
    unusable: () => (closed ? DOWN : floor),
    onRun: (run) => {
      outcomes[run.outcome] += 1;
      observers.forEach((observer) => observer.onRun?.(run));
    },
  });

  function describeQueue(): SandboxStatus["queue"] {
    const waiting = Object.fromEntries(PRIORITIES.map((priority) => [priority, 0])) as Record<Priority, number>;
    const nowMs = performance.now();
    let oldestMs = 0;
    for (const { item, priority } of queue.entries) {
      waiting[priority] += 1;
      oldestMs = Math.max(oldestMs, nowMs - item.sinceMs);
    }
    return { waiting, oldestMs };
  }

  return {
    grade,
    warm,
    status() {
      const { engines, running } = fleet;
      const sum = (field: "idle" | "restarts"): number => engines.reduce((total, engine) => total + engine[field], 0);
      return { workers, idle: sum("idle"), running, waiting: queue.length, queue: describeQueue(), restarts: sum("restarts"), outcomes: { ...outcomes }, engines };
    },
    protection: async () => ({ versions: checkVersions(versions), problem: floor, layers: (await probeLayers()).list }),
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
