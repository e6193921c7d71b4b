/** Timers of both realms, real or faked. The isolate has none of its own: the worker asks how long to wait and calls `tick`. */

export interface Timer {
  id: number;
  at: number;
  order: number;
  callback: (...args: unknown[]) => unknown;
  args: unknown[];
  /** Milliseconds between calls of an interval; null for a single call. */
  repeatMs: number | null;
  /** The judge's own: nobody's program is waiting for it. */
  internal: boolean;
}

export const realNow = Date.now;
const LONGEST_MS = 2 ** 31 - 1;
const MOST_RUNS = 100_000;

let nextId = 1;
let nextOrder = 1;
const real = new Map<number, Timer>();
let fake: Map<number, Timer> | null = null;
let fakeNow = 0;
let startedAt = realNow();
/** The run's clock starts now: this code may have been evaluated long before. */
export function startClock(): void {
  startedAt = realNow();
}

function toDelay(value: unknown): number {
  const delay = typeof value === "number" || typeof value === "string" ? Number(value) : 0;
  return delay >= 1 && delay <= LONGEST_MS ? Math.trunc(delay) : 0;
}

function earliest(timers: Map<number, Timer>, internal: boolean): Timer | undefined {
  let best: Timer | undefined;
  for (const timer of timers.values()) {
    if (timer.internal && !internal) continue;
    if (best === undefined || timer.at < best.at || (timer.at === best.at && timer.order < best.order)) best = timer;
  }
  return best;
}

function add(to: Map<number, Timer>, now: number, callback: unknown, delay: unknown, repeat: boolean, args: unknown[], internal: boolean): number {
  if (typeof callback !== "function") throw new TypeError("The callback of a timer must be a function");
  const ms = toDelay(delay);
  const id = nextId;
  nextId += 1;
  nextOrder += 1;
  to.set(id, {
    id, at: now + ms, order: nextOrder, callback: callback as Timer["callback"], args, repeatMs: repeat ? Math.max(1, ms) : null, internal,
  });
  return id;
}

/** `setTimeout` and `setInterval` of programs and tests. Returns the timer's number. */
export function setTimer(callback: unknown, delay: unknown, repeat: boolean, args: unknown[]): number {
  return fake === null ? add(real, realNow(), callback, delay, repeat, args, false) : add(fake, fakeNow, callback, delay, repeat, args, false);
}

export function clearTimer(id: unknown): void {
  const key = Number(id);
  real.delete(key);
  fake?.delete(key);
}

/** A timer of the judge itself, on the real clock even when faked. */
export function setInternalTimer(callback: () => void, delayMs: number): number {
  return add(real, realNow(), callback, delayMs, false, [], true);
}

/** A timer of the judge for which the run waits like for a program's own, on the real clock even when faked. */
export function wakeSoon(callback: () => void, delayMs: number): number {
  return add(real, realNow(), callback, delayMs, false, [], false);
}

/** Milliseconds until the program's next real timer; -1 when there is none to wait for. */
export function nextDelayMs(): number {
  const own = earliest(real, false);
  if (own === undefined) return -1;
  const next = earliest(real, true) ?? own;
  return Math.max(0, next.at - realNow());
}

function call(timers: Map<number, Timer>, timer: Timer, now: number): void {
  if (timer.repeatMs === null) {
    timers.delete(timer.id);
  } else {
    nextOrder += 1;
    timer.at = now + timer.repeatMs;
    timer.order = nextOrder;
  }
  timer.callback(...timer.args);
}

/** Runs one real timer that is due. What its callback throws comes out. */
export function runDueTimer(): void {
  const timer = earliest(real, true);
  const now = realNow();
  if (timer !== undefined && timer.at <= now) call(real, timer, now);
}

export function dropTimers(): void {
  for (const timer of real.values()) if (!timer.internal) real.delete(timer.id);
  fake?.clear();
}

/** Time for programs: the faked one while it is faked. */
export function now(): number {
  return fake === null ? realNow() : fakeNow;
}
export function elapsedMs(): number {
  return now() - startedAt;
}
/** Milliseconds of the real clock since the run began. */
export function realElapsedMs(): number {
  return realNow() - startedAt;
}
export function isFaked(): boolean {
  return fake !== null;
}

export function startFaking(at: number): void {
  fake = new Map();
  fakeNow = at;
}
export function stopFaking(): void {
  fake = null;
}
export function setFakeNow(at: number): void {
  fakeNow = at;
}

function requireFake(): Map<number, Timer> {
  if (fake === null) throw new Error("Timers are not mocked: call useFakeTimers() first");
  return fake;
}
export function countFake(): number {
  return requireFake().size;
}
export function clearFake(): void {
  requireFake().clear();
}

/** Calls the next faked timer if it is due by `until`; says whether there was one. */
function step(until: number): boolean {
  const timers = requireFake();
  const timer = earliest(timers, false);
  if (timer === undefined || timer.at > until) return false;
  fakeNow = Math.max(fakeNow, timer.at);
  call(timers, timer, fakeNow);
  return true;
}
function guard(count: number): void {
  if (count > MOST_RUNS) throw new Error(`Aborting after running ${MOST_RUNS} timers: they seem to go on for ever`);
}

export function advance(ms: number): void {
  const until = (requireFake(), fakeNow + ms);
  for (let n = 0; step(until); n += 1) guard(n);
  fakeNow = Math.max(fakeNow, until);
}
export function runAll(): void {
  for (let n = 0; step(Infinity); n += 1) guard(n);
}
/** Until the last timer that is there now; new ones wait. */
function lastPending(): number {
  let last = fakeNow;
  for (const timer of requireFake().values()) last = Math.max(last, timer.at);
  return last;
}
export function runPending(): void {
  advance(lastPending() - fakeNow);
}
export function advanceToNext(steps: number): void {
  for (let n = 0; n < steps && step(Infinity); n += 1) guard(n);
}

/** Lets promises that are ready go on between timers. */
async function settle(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await undefined;
}
export async function advanceAsync(ms: number): Promise<void> {
  const until = (requireFake(), fakeNow + ms);
  await settle();
  for (let n = 0; step(until); n += 1) {
    guard(n);
    await settle();
  }
  fakeNow = Math.max(fakeNow, until);
  await settle();
}
export async function runAllAsync(): Promise<void> {
  await settle();
  for (let n = 0; step(Infinity); n += 1) {
    guard(n);
    await settle();
  }
}
export async function runPendingAsync(): Promise<void> {
  await settle();
  await advanceAsync(lastPending() - fakeNow);
}
export async function advanceToNextAsync(steps: number): Promise<void> {
  await settle();
  for (let n = 0; n < steps && step(Infinity); n += 1) {
    guard(n);
    await settle();
  }
}
