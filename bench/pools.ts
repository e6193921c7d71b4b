/** Pools whose processes are known, so that their CPU time and memory can be read. */
import { isBusy } from "../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Language, Sandbox } from "../sandbox/contract.ts";
import type { StartChild } from "../sandbox/child.ts";
import { startProcess } from "../sandbox/child.ts";
import { findEngine } from "../sandbox/engines.ts";
import { probeLayers } from "../sandbox/layers.ts";
import { bundleProgram } from "../sandbox/program.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { listChildren, listTree, readPrivateMb, readTreeCpuMs } from "./cpu.ts";

export interface MeasuredPool {
  sandbox: Sandbox;
  /** From the call to the first worker that is ready. */
  readyMs: number;
  /** CPU time of its workers since they were started, milliseconds. */
  cpuMs(): number;
  /** Memory of its workers that nothing else shares, mebibytes; null where it can't be read. */
  privateMb(): number | null;
  /** Grades and checks that the verdict is `passed`. */
  grade(request: GradeRequest): Promise<GradeResult>;
  /** When every worker has made its next isolate. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A language that this build does not grade. */
export class NotHere extends Error {}

/** Every process that one pool has started, and what its ended ones had used. */
class Workers {
  private readonly live = new Set<number>();
  private endedMs = 0;

  /** `start`, seen from outside: the child that this process has more afterwards is the worker. */
  watch(start: StartChild): StartChild {
    return (events) => {
      const before = new Set(listChildren());
      const child = start(events);
      const pid = listChildren().find((one) => !before.has(one));
      if (pid !== undefined) this.live.add(pid);
      return {
        ...child,
        kill: () => {
          if (pid !== undefined && this.live.delete(pid)) this.endedMs += readTreeCpuMs(pid);
          child.kill();
        },
      };
    };
  }
  cpuMs(): number {
    return [...this.live].reduce((sum, pid) => sum + readTreeCpuMs(pid), this.endedMs);
  }
  privateMb(): number | null {
    const each = [...this.live].flatMap((root) => listTree(root)).map((pid) => readPrivateMb(pid));
    return each.some((mb) => mb === null) ? null : each.reduce<number>((sum, mb) => sum + (mb ?? 0), 0);
  }
}

/** `start`: other workers than the product's own. */
export async function openPool(language: Language, workers: number, start?: StartChild): Promise<MeasuredPool> {
  const engine = findEngine(language);
  if (engine === undefined) throw new NotHere(`this build does not grade ${language}`);
  const { prefix } = await probeLayers();
  const processes = new Workers();
  const startedAt = performance.now();
  const sandbox = createSandbox({ workers, languages: [language], start: processes.watch(start ?? startProcess(prefix, engine, await bundleProgram())) });
  await sandbox.ready([language]);
  const readyMs = performance.now() - startedAt;
  const idle = async (): Promise<void> => {
    for (;;) {
      const status = sandbox.status().engines.find((one) => one.kind === engine.kind);
      if (sandbox.status().running === 0 && status !== undefined && status.idle === status.workers) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  await idle();
  return {
    sandbox, readyMs, idle,
    cpuMs: () => processes.cpuMs(),
    privateMb: () => processes.privateMb(),
    async grade(request) {
      const result = await sandbox.grade(request);
      if (isBusy(result)) throw new Error(result.message);
      if (result.outcome !== "passed") throw new Error(`A right ${language} program was graded ${result.outcome}: ${result.message ?? JSON.stringify(result.tests)}`);
      return result;
    },
    close: () => sandbox.close(1_000),
  };
}

/** Runs `count` gradings, at most `width` at a time, and waits until the pool has prepared for the next. */
export async function gradeMany(pool: MeasuredPool, count: number, width: number, make: () => GradeRequest): Promise<void> {
  let left = count;
  await Promise.all(Array.from({ length: width }, async () => {
    while (left > 0) {
      left -= 1;
      await pool.grade(make());
    }
  }));
  await pool.idle();
}

/** CPU milliseconds of the workers per grading. */
export async function cpuPerGrading(pool: MeasuredPool, count: number, make: () => GradeRequest): Promise<number> {
  const before = pool.cpuMs();
  await gradeMany(pool, count, 1, make);
  return (pool.cpuMs() - before) / count;
}
