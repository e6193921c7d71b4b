/** The workers of one engine: kept warm, given one run at a time, watched, ended when they misbehave and replaced. */
import { randomBytes } from "node:crypto";
import type { EngineKind, EngineStatus, GradeResult, Language, Limits, RestartReason, TestFile } from "./contract.ts";
import type { Child, ChildEnd, StartChild } from "./child.ts";
import { memoryMessage, timeMessage } from "./engine.ts";
import type { EngineDescription } from "./engine.ts";
import type { Answer, Material, RunCommand, StopReason } from "./frames.ts";
import { Census, ProtocolError } from "./verdict.ts";

/** What a worker is given to do. */
export interface Run {
  engine: EngineKind;
  language: Language;
  files: Readonly<Record<string, string>>;
  tests: readonly TestFile[];
  reference: Readonly<Record<string, string>>;
  runSkipped: boolean;
  limits: Limits;
  seed: string;
  /** Written by the sandbox, added up over tries: how long it waited and ran, milliseconds. */
  timing: { waitedMs: number; durationMs: number };
}
export type Verdict = Pick<GradeResult, "outcome" | "score" | "tests" | "output" | "message" | "diagnostics">;

const WATCH_MS = 50;
/** More CPU time than allowed that a run may be seen with before it is ended: the kernel counts in steps of 10 ms, and the judge's part is in it. */
const CPU_SLACK_MS = 100;
/** A run that has used this part of its CPU time may be about to meet its limit, and its worker with it. */
const LONG_SHARE = 0.5;
/** How long a pool keeps one worker more after it last lost one, or was about to. */
const SPARE_MS = 60_000;
/** Longest wait for the kernel to end what was killed. */
const END_MS = 3_000;
/**
 * A start costs as much as 40 runs. One that took a worker over could forge what that worker grades later: it may not be there for long.
 */
const RUNS_PER_WORKER = 800;
/** Far below the CPU time at which the kernel would end it. */
const CPU_PER_WORKER_MS = 300_000;
/** A crash in this part of the allowed memory counts as the submission's own doing. */
const CRASH_SHARE = 0.6;

interface Task {
  run: Run;
  resolve(verdict: Verdict): void;
}

export interface PoolOptions {
  engine: EngineDescription;
  material: Material;
  /** Most workers. The first is started at once, more when runs wait. */
  workers: number;
  start: StartChild;
  log(event: object): void;
  /** A worker is free, or has gone: look at the queue again. */
  onChange(): void;
  /** A worker is gone, and another one takes its place. */
  onRestart(engine: EngineKind, reason: RestartReason): void;
}

export class Pool {
  private readonly options: PoolOptions;
  private readonly workers = new Set<Worker>();
  private closed = false;
  private pause: NodeJS.Timeout | undefined;
  private failedStarts = 0;
  /** While it is set, one worker more than `workers` is kept, so that a worker that meets a limit leaves no gap. */
  private spareTimer: NodeJS.Timeout | undefined;
  private readonly dismissed = new Set<Worker>();
  restarts = 0;

  constructor(options: PoolOptions) {
    this.options = options;
    this.hire();
  }

  /** Starts another worker unless there are enough, or one is about to be ready. */
  grow(): void {
    if (this.workers.size < this.options.workers && ![...this.workers].some((worker) => worker.isStarting)) this.hire();
  }

  /** Another worker soon: one has been lost, or is likely to be. */
  private expectLoss(): void {
    if (this.closed || this.options.engine.spare === false) return;
    clearTimeout(this.spareTimer);
    this.spareTimer = setTimeout(() => this.dismissSpare(), SPARE_MS).unref();
    this.fillUp();
  }

  /** One at a time: starts are slower side by side, and runs go on meanwhile. */
  private fillUp(): void {
    if (this.spareTimer !== undefined && this.failedStarts === 0 && this.workers.size <= this.options.workers && ![...this.workers].some((worker) => worker.isStarting)) this.hire();
  }

  private dismissSpare(): void {
    this.spareTimer = undefined;
    const idle = [...this.workers].find((worker) => worker.isIdle);
    if (this.workers.size <= this.options.workers) return;
    if (idle === undefined) return this.expectLoss();
    this.dismissed.add(idle);
    idle.end("worn");
  }

  private replace(): void {
    if (this.workers.size < this.options.workers || this.spareTimer !== undefined) this.hire();
  }

  private hire(): void {
    if (this.closed || this.workers.size > this.options.workers) return;
    const worker = new Worker(this.options, {
      free: () => {
        this.failedStarts = 0;
        this.fillUp();
        this.options.onChange();
      },
      long: () => this.expectLoss(),
      gone: (wasReady, reason) => {
        this.workers.delete(worker);
        if (this.closed || this.dismissed.delete(worker)) return;
        this.restarts += 1;
        this.options.onRestart(this.options.engine.kind, reason);
        if (!wasReady) this.failedStarts += 1;
        // A machine on which workers can't start is not helped by starting them without pause.
        const pauseMs = this.failedStarts === 0 ? 0 : Math.min(10_000, 100 * 2 ** this.failedStarts);
        // Not unreferenced: runs may be waiting for this worker, and nothing else keeps a command line alive until then.
        if (pauseMs > 0) this.pause = setTimeout(() => this.replace(), pauseMs);
        else this.replace();
        if (wasReady && reason !== "worn") this.expectLoss();
        if (this.isBroken) this.options.onChange();
      },
    });
    this.workers.add(worker);
  }

  get status(): EngineStatus {
    const { workers, idle, running, restarts } = this;
    return { kind: this.options.engine.kind, workers: workers.size, idle, running, restarts, memoryMb: this.memoryMb };
  }
  private get memoryMb(): number {
    let sum = 0;
    for (const worker of this.workers) sum += worker.memoryMb;
    return sum;
  }
  get idle(): number {
    let count = 0;
    for (const worker of this.workers) if (worker.isIdle) count += 1;
    return count;
  }
  get running(): number {
    let count = 0;
    for (const worker of this.workers) if (worker.isRunning) count += 1;
    return count;
  }
  /** Several starts in a row have failed. */
  get isBroken(): boolean {
    return this.failedStarts >= 3;
  }

  /** Runs on an idle worker; null when there is none. The promise always resolves. */
  tryRun(run: Run, signal?: AbortSignal): Promise<Verdict> | null {
    for (const worker of this.workers) if (worker.isIdle) return worker.run(run, signal);
    return null;
  }

  /** Ends every process and resolves when they are gone. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.pause);
    clearTimeout(this.spareTimer);
    const gone = Promise.all([...this.workers].map((worker) => worker.gone));
    for (const worker of this.workers) worker.end("worn");
    const patience = new Promise((resolve) => setTimeout(resolve, END_MS).unref());
    await Promise.race([gone, patience]);
  }
}

interface WorkerEvents {
  free(): void;
  /** Its run has used much of its CPU time: it may end with it. Once for each run. */
  long(): void;
  gone(wasReady: boolean, reason: RestartReason): void;
}

let nextJob = 1;

class Worker {
  private readonly child: Child;
  private readonly options: PoolOptions;
  private readonly on: WorkerEvents;
  /** Resolves when the process is no more. */
  readonly gone: Promise<void>;
  private tellGone: () => void = () => {};
  private ready = false;
  private wasReady = false;
  private dead = false;
  private endReason: RestartReason = "crash";
  private runs = 0;
  private baseRssMb = 0;
  private readonly startTimer: NodeJS.Timeout;
  private current: { task: Task; job: number; census: Census; startedAt: number; baseCpuMs: number; peakMb: number; isLong: boolean; timers: NodeJS.Timeout[] } | null = null;

  constructor(options: PoolOptions, on: WorkerEvents) {
    this.options = options;
    this.on = on;
    this.gone = new Promise((resolve) => {
      this.tellGone = resolve;
    });
    this.child = options.start({
      answer: (answer) => this.receive(answer),
      broken: (problem) => this.fail(problem),
      ended: (end) => this.ended(end),
    });
    const { engine, material } = options;
    this.child.send({ type: "boot", engine: engine.kind, material });
    this.startTimer = setTimeout(() => {
      this.options.log({ event: "worker-slow", engine: engine.kind, afterMs: engine.startMs });
      this.end("start");
    }, engine.startMs);
    this.startTimer.unref();
  }

  get isIdle(): boolean {
    return this.ready && !this.dead && this.current === null;
  }
  get isStarting(): boolean {
    return !this.wasReady && !this.dead;
  }
  get memoryMb(): number {
    return this.dead ? 0 : (this.child.usage()?.rssMb ?? 0);
  }
  get isRunning(): boolean {
    return this.current !== null;
  }

  run(run: Run, signal?: AbortSignal): Promise<Verdict> {
    return new Promise((resolve) => {
      const { limits } = run;
      const job = nextJob;
      nextJob += 1;
      const secret = randomBytes(16).toString("hex");
      const usage = this.child.usage();
      this.ready = false;
      this.runs += 1;
      const abort = (): void => this.conclude("crashed", "The run was called off.");
      signal?.addEventListener("abort", abort, { once: true });
      this.current = {
        task: {
          run,
          resolve: (verdict) => {
            signal?.removeEventListener("abort", abort);
            resolve(verdict);
          },
        },
        job,
        census: new Census({ secret, limits, groups: new Set(run.tests.map((test) => test.group)), paths: new Set(Object.keys(run.files)) }),
        startedAt: performance.now(),
        baseCpuMs: usage?.cpuMs ?? 0,
        peakMb: 0,
        isLong: false,
        timers: [
          setTimeout(() => this.outOfTime(`The program was stopped: it took longer than ${limits.wallMs / 1_000} s.`), limits.wallMs),
          setInterval(() => this.watch(limits), WATCH_MS),
        ],
      };
      const command: RunCommand = {
        type: "run", job, secret, seed: run.seed, language: run.language, files: { ...run.files }, reference: { ...run.reference }, runSkipped: run.runSkipped,
        tests: run.tests.map(({ path, text, group }) => ({ path, text, group })),
        cpuMs: limits.cpuMs, stretchMs: usage === null ? limits.cpuMs : limits.wallMs, memoryMb: limits.memoryMb, outputKb: limits.outputKb,
      };
      this.child.send(command);
    });
  }

  private watch(limits: Limits): void {
    const usage = this.child.usage();
    const current = this.current;
    if (usage === null || current === null) return;
    const usedMb = usage.rssMb - this.baseRssMb;
    current.peakMb = Math.max(current.peakMb, usedMb);
    const usedCpuMs = usage.cpuMs - current.baseCpuMs;
    if (usedMb > limits.memoryMb) this.conclude("out-of-memory", memoryMessage(limits.memoryMb));
    else if (usedCpuMs > limits.cpuMs + CPU_SLACK_MS + this.options.engine.ownCpuMs) this.outOfTime(timeMessage(limits.cpuMs));
    else if (!current.isLong && usedCpuMs > limits.cpuMs * LONG_SHARE + this.options.engine.ownCpuMs) {
      current.isLong = true;
      this.on.long();
    }
  }

  /** Time is up; where memory was nearly used up too, an isolate that V8 has lost is what hangs. */
  private outOfTime(message: string): void {
    const { current } = this;
    if (current === null) return;
    const { memoryMb } = current.task.run.limits;
    const usedMb = (this.child.usage()?.rssMb ?? 0) - this.baseRssMb;
    if (usedMb > memoryMb * 0.9) this.conclude("out-of-memory", memoryMessage(memoryMb));
    else this.conclude("timed-out", message);
  }

  private receive(answer: Answer): void {
    const { current } = this;
    if (this.dead) return;
    if (answer.type === "ready") {
      if (current !== null || this.ready) return this.fail("ready out of turn");
      return this.becomeIdle();
    }
    if (current === null || answer.job !== current.job) return this.fail("an answer for no run of this worker");
    try {
      if (answer.type === "report") current.census.report(answer.text);
      else if (answer.type === "end") this.settle(current.census.conclude());
      else if (answer.reason === "errored") this.settle(current.census.interrupt("errored", answer.message));
      else this.conclude(answer.reason, answer.message);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.fail(error.message);
    }
  }

  private becomeIdle(): void {
    clearTimeout(this.startTimer);
    const usage = this.child.usage();
    const rssMb = usage?.rssMb ?? 0;
    if (!this.wasReady) this.baseRssMb = rssMb;
    this.wasReady = true;
    if (this.runs >= RUNS_PER_WORKER || (usage?.cpuMs ?? 0) > CPU_PER_WORKER_MS || rssMb - this.baseRssMb > this.options.engine.idleGrowthMb) {
      this.end("worn");
      return;
    }
    this.baseRssMb = Math.max(this.baseRssMb, rssMb);
    this.ready = true;
    this.on.free();
  }

  /** It did what no worker of ours does. */
  private fail(problem: string): void {
    if (this.dead) return;
    this.options.log({ event: "worker-broke-protocol", engine: this.options.engine.kind, problem });
    this.conclude("crashed", "The grader was disturbed.", "protocol");
  }

  private settle(verdict: Verdict): void {
    const { current } = this;
    if (current === null) return;
    for (const timer of current.timers) clearTimeout(timer);
    this.current = null;
    current.task.resolve(verdict);
  }

  /** Ends the run for a reason and this worker with it. */
  private conclude(reason: StopReason, message: string, why: RestartReason = "limit"): void {
    const { current } = this;
    this.end(why);
    if (current !== null) this.settle(current.census.interrupt(reason, message));
  }

  /** Kills the process. It is never used again. */
  end(reason: RestartReason): void {
    if (this.dead) return;
    this.dead = true;
    this.endReason = reason;
    this.ready = false;
    clearTimeout(this.startTimer);
    this.child.kill();
  }

  private ended(end: ChildEnd): void {
    const { current } = this;
    const expected = this.dead;
    this.dead = true;
    if (!expected) this.endReason = this.wasReady ? "crash" : "start";
    clearTimeout(this.startTimer);
    if (!expected) this.options.log({ event: "worker-died", engine: this.options.engine.kind, code: end.code, signal: end.signal, stderr: end.stderr });
    if (current !== null) {
      const { memoryMb } = current.task.run.limits;
      const grown = current.peakMb > memoryMb * CRASH_SHARE;
      if (grown && !expected) this.endReason = "limit";
      this.settle(grown
        ? current.census.interrupt("out-of-memory", memoryMessage(memoryMb))
        : current.census.interrupt("crashed", "The grader crashed."));
    }
    this.tellGone();
    this.on.gone(this.wasReady, this.endReason);
  }
}
