/**
 * The sandbox: `createSandbox()` gives the grading function and the pool behind it. It runs from its sources (its workers are
 * files beside this one), so nothing may bundle it.
 */
import { availableParallelism } from "node:os";
import { OUTCOMES } from "./contract.ts";
import type { Busy, GradeRequest, Outcome, Sandbox } from "./contract.ts";
import { bundleRealms } from "./bundle.ts";
import { startProcess } from "./child.ts";
import type { StartChild } from "./child.ts";
import { createGrade } from "./grade.ts";
import type { Enqueue } from "./grade.ts";
import { explainFloor, probeLayers, readVersions } from "./layers.ts";
import type { Versions } from "./layers.ts";
import { Pool } from "./pool.ts";
import type { Run, Verdict } from "./pool.ts";
import { FairQueue } from "./queue.ts";

export interface SandboxOptions {
  /** Processes that grade at the same time; by default one less than the machine has cores, at least one. */
  workers?: number;
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

/** Judge, TypeScript and JavaScript in one number: raise it when a grade could come out differently. */
export const ENGINE_VERSION = "rung-js/1";

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const log = options.log ?? (() => {});
  const versions = options.versions ?? readVersions();
  const floor = explainFloor(versions);
  const queue = new FairQueue<Waiting>(options.maxWaiting ?? 2_000);
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const workers = Math.max(1, Math.trunc(options.workers ?? availableParallelism() - 1));
  let pool: Pool | null = null;
  let failure: string | null = floor;
  let closed = false;
  let active = 0;
  const onIdle: (() => void)[] = [];
  const readyWaiters: (() => void)[] = [];

  const starting = floor === null ? start() : Promise.resolve();

  async function start(): Promise<void> {
    try {
      const [bundles, layers] = await Promise.all([bundleRealms(), probeLayers()]);
      if (closed) return;
      pool = new Pool({ workers, bundles, log, start: options.start ?? startProcess(layers.prefix), onFree: pump });
    } catch (error) {
      failure = "Grading is off: the sandbox could not be started. The log says why.";
      log({ event: "sandbox-start-failed", error: error instanceof Error ? error.stack : String(error) });
      for (const waiting of queue.clear()) waiting.resolve(calledOff(failure));
    }
  }

  function pump(): void {
    for (const wake of readyWaiters.splice(0)) wake();
    while (pool !== null && pool.idle > 0) {
      const waiting = queue.next();
      if (waiting === undefined) return;
      const { request, run, signal, resolve } = waiting;
      const verdict = pool.tryRun(run, signal);
      if (verdict === null) throw new Error("an idle worker refused a run");
      active += 1;
      void verdict.then((result) => {
        active -= 1;
        queue.done(request.owner);
        resolve(result);
        pump();
        if (active === 0) for (const wake of onIdle.splice(0)) wake();
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
    engine: `${ENGINE_VERSION} isolated-vm/${versions.isolatedVm} node/${versions.node}`,
    unusable: () => (closed ? "Grading has been shut down." : failure),
    onOutcome: (outcome) => {
      outcomes[outcome] += 1;
    },
  });

  return {
    grade,
    status: () => ({ workers, idle: pool?.idle ?? 0, running: pool?.running ?? 0, waiting: queue.length, restarts: pool?.restarts ?? 0, outcomes: { ...outcomes } }),
    async ready() {
      await starting;
      for (;;) {
        if (failure !== null) throw new Error(failure);
        if (closed) throw new Error("Grading has been shut down.");
        if ((pool?.idle ?? 0) > 0 || (pool?.running ?? 0) > 0) return;
        if (pool?.isBroken === true) throw new Error("Grading is off: its worker processes can't be started. The log says why.");
        await new Promise<void>((resolve) => {
          readyWaiters.push(resolve);
          setTimeout(resolve, 250).unref();
        });
      }
    },
    async close(graceMs = 5_000) {
      closed = true;
      for (const waiting of queue.clear()) waiting.resolve(calledOff("The server is shutting down."));
      await starting;
      if (active > 0 && graceMs > 0) {
        await new Promise<void>((resolve) => {
          onIdle.push(resolve);
          setTimeout(resolve, graceMs).unref();
        });
      }
      await pool?.close();
    },
  };
}

function calledOff(message: string): Verdict {
  return { outcome: "crashed", score: 0, tests: [], output: "", message };
}
