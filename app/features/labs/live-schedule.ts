/** When a lab runs by itself while somebody types. A state machine: no timers, no clock, no page. Times are milliseconds. */

/** A pause in typing that is worth a run. */
export const PAUSE_MS = 600;
/** However slow runs are, a pause need not be longer than this. */
const LONGEST_PAUSE_MS = 3_000;
/** A run that takes longer is slow. */
export const SLOW_MS = 2_000;
/** The first slow one may have waited for the language's runtime to start. */
const SLOW_RUNS_TO_STOP = 2;

/** Why live results stand still although they are wanted; they go on when somebody turns them on again. */
export type LiveStop = "slow" | "limit";

export interface LiveState {
  isOn: boolean;
  stop: LiveStop | null;
  /** Run or Submit is under way: nothing runs beside it. */
  isHeld: boolean;
  /** When the text last changed in a way that no run has seen; null when every run is up to date. */
  editedAtMs: number | null;
  /** The run that is under way. */
  running: { id: number; startedAtMs: number } | null;
  /** Not before this: the server was busy. */
  notBeforeMs: number;
  lastTookMs: number;
  slowRuns: number;
  nextId: number;
}

export type LiveEvent =
  | { type: "edited" }
  /** The timer that was asked for is due. */
  | { type: "due" }
  | { type: "answered"; id: number; metLimit: boolean }
  /** No result: the connection or the server. */
  | { type: "missed"; id: number; retryAfterMs: number }
  | { type: "toggled"; isOn: boolean }
  /** Run or Submit begins; what it runs is the text of now. */
  | { type: "held" }
  | { type: "released" };

export type LiveEffect = { type: "wake"; inMs: number } | { type: "run"; id: number } | { type: "abort"; id: number };

export interface LiveStep {
  state: LiveState;
  effects: LiveEffect[];
}

export function createLiveState(isOn: boolean): LiveState {
  return { isOn, stop: null, isHeld: false, editedAtMs: null, running: null, notBeforeMs: 0, lastTookMs: 0, slowRuns: 0, nextId: 1 };
}

/** How long the keys must rest: longer when the last run was. */
export function pauseAfter(lastTookMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, Math.round(lastTookMs * 1.5)));
}

/** One step. `edited` is what every key does, so it only writes down the time: the timer looks at it when it is due. */
export function stepLive(state: LiveState, event: LiveEvent, nowMs: number): LiveStep {
  switch (event.type) {
    case "edited": {
      const isFirst = state.editedAtMs === null;
      const next = { ...state, editedAtMs: nowMs };
      return { state: next, effects: isFirst && isReady(next) ? [{ type: "wake", inMs: pauseAfter(state.lastTookMs) }] : [] };
    }
    case "due":
      return due(state, nowMs);
    case "answered":
      return answered(state, event, nowMs);
    case "missed": {
      if (state.running?.id !== event.id) return { state, effects: [] };
      // What was not seen is still to be seen.
      const next = { ...state, running: null, editedAtMs: state.editedAtMs ?? state.running.startedAtMs, notBeforeMs: nowMs + event.retryAfterMs };
      return { state: next, effects: isReady(next) ? [{ type: "wake", inMs: event.retryAfterMs }] : [] };
    }
    case "toggled": {
      if (!event.isOn) return { state: { ...state, isOn: false, stop: null, running: null }, effects: abort(state) };
      const next: LiveState = { ...state, isOn: true, stop: null, slowRuns: 0, lastTookMs: 0, editedAtMs: state.editedAtMs ?? nowMs };
      return { state: next, effects: isReady(next) ? [{ type: "wake", inMs: 0 }] : [] };
    }
    case "held":
      return { state: { ...state, isHeld: true, running: null, editedAtMs: null }, effects: abort(state) };
    case "released": {
      const next = { ...state, isHeld: false };
      return { state: next, effects: isReady(next) && next.editedAtMs !== null ? [{ type: "wake", inMs: pauseAfter(state.lastTookMs) }] : [] };
    }
  }
}

function isReady({ isOn, stop, isHeld }: LiveState): boolean {
  return isOn && stop === null && !isHeld;
}

function abort({ running }: LiveState): LiveEffect[] {
  return running ? [{ type: "abort", id: running.id }] : [];
}

function due(state: LiveState, nowMs: number): LiveStep {
  if (!isReady(state) || state.editedAtMs === null) return { state, effects: [] };
  const atMs = Math.max(state.editedAtMs + pauseAfter(state.lastTookMs), state.notBeforeMs);
  if (nowMs < atMs) return { state, effects: [{ type: "wake", inMs: atMs - nowMs }] };
  // The one under way runs a text that is gone. Until now it was let be: most end by themselves, and ending one costs the server a process.
  const id = state.nextId;
  const lastTookMs = state.running ? Math.max(state.lastTookMs, nowMs - state.running.startedAtMs) : state.lastTookMs;
  return { state: { ...state, editedAtMs: null, running: { id, startedAtMs: nowMs }, lastTookMs, nextId: id + 1 }, effects: [...abort(state), { type: "run", id }] };
}

function answered(state: LiveState, { id, metLimit }: { id: number; metLimit: boolean }, nowMs: number): LiveStep {
  const { running } = state;
  if (running?.id !== id) return { state, effects: [] };
  const tookMs = nowMs - running.startedAtMs;
  const slowRuns = tookMs > SLOW_MS ? state.slowRuns + 1 : 0;
  const stop = metLimit ? "limit" : slowRuns >= SLOW_RUNS_TO_STOP ? "slow" : null;
  // Time spent in a cold start says nothing of the next run.
  return { state: { ...state, running: null, lastTookMs: Math.min(tookMs, SLOW_MS), slowRuns, stop }, effects: [] };
}
