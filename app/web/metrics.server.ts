/** What a monitoring system reads: numbers of this process in the Prometheus text format. No label holds anything that a person wrote. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { PRIORITIES } from "../../sandbox/contract.ts";
import type { Sandbox, SandboxObserver } from "../../sandbox/contract.ts";

/** Upper ends in seconds: from a warm run of a small lab to the longest wait in a full queue. */
const RUN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 40];
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const LOOP_TICK_MS = 20;

/** Methods as they come are not trusted as labels. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

export interface Metrics extends Required<SandboxObserver> {
  /** Reads pool and queue at each `read`. Once. */
  watchSandbox(sandbox: Pick<Sandbox, "status">): void;
  /** One answered request. `route` is a pattern of the route table, never an address. */
  observeRequest(request: { method: string; route: string; status: number; durationMs: number }): void;
  read(): Promise<{ contentType: string; text: string }>;
  close(): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const runs = new Counter({ name: "rung_sandbox_runs_total", help: "Finished runs.", labelNames: ["language", "priority", "outcome"], registers });
  const waited = new Histogram({ name: "rung_sandbox_wait_seconds", help: "From asking to the start on a worker.", labelNames: ["priority"], buckets: RUN_BUCKETS, registers });
  const graded = new Histogram({ name: "rung_sandbox_run_seconds", help: "On the worker.", labelNames: ["language"], buckets: RUN_BUCKETS, registers });
  const restarts = new Counter({ name: "rung_sandbox_restarts_total", help: "Workers that were replaced.", labelNames: ["engine", "reason"], registers });
  const requests = new Histogram({ name: "rung_http_request_seconds", help: "Answered requests by pattern of the route table.", labelNames: ["method", "route", "status"], buckets: REQUEST_BUCKETS, registers });
  const loop = monitorEventLoopDelay({ resolution: LOOP_TICK_MS });
  loop.enable();
  watchProcess(registry, loop);

  return {
    onRun({ language, priority, outcome, waitedMs, durationMs }) {
      runs.inc({ language, priority, outcome });
      waited.observe({ priority }, waitedMs / 1_000);
      graded.observe({ language }, durationMs / 1_000);
    },
    onRestart: (engine, reason) => restarts.inc({ engine, reason }),
    watchSandbox: (sandbox) => watchSandbox(registry, sandbox),
    observeRequest({ method, route, status, durationMs }) {
      requests.observe({ method: METHODS.has(method) ? method : "other", route, status: `${Math.trunc(status / 100)}xx` }, durationMs / 1_000);
    },
    async read() {
      const text = await registry.metrics();
      // Each reading tells of the time since the one before it.
      loop.reset();
      return { contentType: registry.contentType, text };
    },
    close: () => {
      loop.disable();
    },
  };
}

function watchSandbox(registry: Registry, sandbox: Pick<Sandbox, "status">): void {
  const registers = [registry];
  new Gauge({
    name: "rung_sandbox_slots", help: "Runs that may go on at the same time.", registers,
    // One look at the sandbox for all its gauges: this one is the first, so it is read before the others.
    collect() {
      const status = sandbox.status();
      this.set(status.workers);
      workers.reset();
      memory.reset();
      for (const engine of status.engines) {
        workers.set({ engine: engine.kind, state: "idle" }, engine.idle);
        workers.set({ engine: engine.kind, state: "running" }, engine.running);
        workers.set({ engine: engine.kind, state: "starting" }, Math.max(0, engine.workers - engine.idle - engine.running));
        memory.set({ engine: engine.kind }, engine.memoryMb * 1_048_576);
      }
      for (const priority of PRIORITIES) waiting.set({ priority }, status.queue.waiting[priority]);
      oldest.set(status.queue.oldestMs / 1_000);
    },
  });
  const workers = new Gauge({ name: "rung_sandbox_workers", help: "Worker processes.", labelNames: ["engine", "state"], registers });
  const memory = new Gauge({ name: "rung_sandbox_memory_bytes", help: "Resident memory of the workers.", labelNames: ["engine"], registers });
  const waiting = new Gauge({ name: "rung_sandbox_waiting", help: "Runs that wait for a worker.", labelNames: ["priority"], registers });
  const oldest = new Gauge({ name: "rung_sandbox_oldest_wait_seconds", help: "How long the oldest of them has waited.", registers });
}

function watchProcess(registry: Registry, loop: ReturnType<typeof monitorEventLoopDelay>): void {
  const registers = [registry];
  new Gauge({
    name: "rung_event_loop_delay_seconds", help: "How late the event loop was since the last reading.", labelNames: ["quantile"], registers,
    collect() {
      this.set({ quantile: "0.5" }, toSeconds(loop.percentile(50)));
      this.set({ quantile: "0.99" }, toSeconds(loop.percentile(99)));
      this.set({ quantile: "1" }, toSeconds(loop.max));
    },
  });
  new Gauge({
    name: "rung_process_memory_bytes", help: "Memory of the server's own process.", labelNames: ["kind"], registers,
    collect() {
      const { rss, heapUsed, external } = process.memoryUsage();
      this.set({ kind: "resident" }, rss);
      this.set({ kind: "heap" }, heapUsed);
      this.set({ kind: "external" }, external);
    },
  });
  new Gauge({
    name: "rung_process_cpu_seconds", help: "Processor time of the server's own process since its start.", registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.set((user + system) / 1_000_000);
    },
  });
  new Gauge({ name: "rung_process_uptime_seconds", help: "Since the start of the server.", registers, collect() { this.set(process.uptime()); } });
}

/** What is measured, in nanoseconds, is the time between two ticks; before the first it is no number. */
function toSeconds(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - LOOP_TICK_MS / 1_000) : 0;
}
