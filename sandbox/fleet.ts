/** The pools of all engines. An engine is started when it is first needed, or ahead of that by `warm`. */
import type { EngineKind, EngineStatus, RestartReason } from "./contract.ts";
import { ENGINE_KINDS } from "./contract.ts";
import { stopBundler } from "./bundle.ts";
import type { StartChild } from "./child.ts";
import { startProcess } from "./child.ts";
import { ENGINES } from "./engines.ts";
import { probeLayers } from "./layers.ts";
import { Pool } from "./pool.ts";
import { bundleProgram } from "./program.ts";
import type { Run, Verdict } from "./pool.ts";

export interface FleetOptions {
  /** Runs at the same time over all engines, and most workers of each. */
  workers: number;
  log(event: object): void;
  /** A worker is free, or an engine can't be had: look at the queue again. */
  onChange(): void;
  onRestart(engine: EngineKind, reason: RestartReason): void;
  /** For tests. */
  start: StartChild | undefined;
}

/** Why an engine can't grade, for the person who waits. */
const UNAVAILABLE = "Grading is off: the sandbox could not be started. The log says why.";

export class Fleet {
  private readonly options: FleetOptions;
  private readonly pools = new Map<EngineKind, Pool>();
  private readonly starts = new Map<EngineKind, Promise<void>>();
  private readonly failures = new Map<EngineKind, string>();
  private bundling = 0;
  private closed = false;

  constructor(options: FleetOptions) {
    this.options = options;
  }

  /** Starts an engine unless that has been done. */
  warm(kind: EngineKind): void {
    if (this.closed || this.starts.has(kind)) return;
    this.starts.set(kind, this.startEngine(kind));
  }

  private async startEngine(kind: EngineKind): Promise<void> {
    const engine = ENGINES.get(kind);
    if (engine === undefined) {
      this.failures.set(kind, `${kind} is not available in this build.`);
      return;
    }
    const { workers, log, onChange, onRestart, start } = this.options;
    this.bundling += 1;
    try {
      const [material, program, layers] = await Promise.all([engine.material(), bundleProgram(), probeLayers()]);
      if (this.closed) return;
      this.pools.set(kind, new Pool({ engine, material, workers, log, start: start ?? startProcess(layers.prefix, engine, program), onChange, onRestart }));
    } catch (error) {
      this.failures.set(kind, UNAVAILABLE);
      log({ event: "engine-start-failed", engine: kind, error: error instanceof Error ? error.stack : String(error) });
    } finally {
      this.bundling -= 1;
      if (this.bundling === 0) await stopBundler();
      onChange();
    }
  }

  /** Can this engine take a run now? When not, it is started or gets another worker. */
  canRun(kind: EngineKind): boolean {
    const pool = this.pools.get(kind);
    if (this.running >= this.options.workers) return false;
    if (pool === undefined) this.warm(kind);
    else if (pool.idle > 0) return true;
    else pool.grow();
    return false;
  }

  /** A sentence when this engine can't be had; null while it can or may. */
  failure(kind: EngineKind): string | null {
    return this.failures.get(kind) ?? (this.pools.get(kind)?.isBroken === true ? "Grading is off: its worker processes can't be started. The log says why." : null);
  }

  /** Runs on an idle worker. Only after `canRun`. */
  run(run: Run, signal: AbortSignal | undefined): Promise<Verdict> {
    const verdict = this.pools.get(run.engine)?.tryRun(run, signal) ?? null;
    if (verdict === null) throw new Error("an idle worker refused a run");
    return verdict;
  }

  isReady(kind: EngineKind): boolean {
    const pool = this.pools.get(kind);
    return pool !== undefined && (pool.idle > 0 || pool.running > 0);
  }
  get started(): EngineKind[] {
    return ENGINE_KINDS.filter((kind) => this.starts.has(kind));
  }
  get running(): number {
    let count = 0;
    for (const pool of this.pools.values()) count += pool.running;
    return count;
  }
  get engines(): EngineStatus[] {
    return ENGINE_KINDS.flatMap((kind) => this.pools.get(kind)?.status ?? []);
  }

  /** Ends every process and resolves when they are gone. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.starts.values());
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}
