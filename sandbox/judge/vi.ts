/** `vi` and `jest`: mocks, spies, stubs of globals, fake timers. */
import { observeFailure } from "./book.ts";
import { fakeDate, restoreDate } from "./fake-date.ts";
import { clearAllMocks, createMock, isMock, onRestore, resetAllMocks, restoreAllMocks, spyOn } from "./mock.ts";
import { setDefaultRetry, setDefaultTimeout } from "./registry.ts";
import type { Body } from "./registry.ts";
import * as timers from "./timers.ts";

/** The learner's realm is told when the clock is faked. */
export interface ClockListener {
  faked(tell: () => number): void;
  restored(): void;
  stub(name: string, value: unknown): () => void;
}
let listener: ClockListener = { faked: () => {}, restored: () => {}, stub: () => () => {} };
export function listenToClock(to: ClockListener): void {
  listener = to;
}

const stubs: (() => void)[] = [];
const tell = (): number => timers.now();

function useFakeTimers(options?: { now?: number | Date }): unknown {
  if (timers.isFaked()) {
    timers.stopFaking();
    restoreDate();
    listener.restored();
  }
  const at = options?.now === undefined ? Date.now() : Number(options.now);
  timers.startFaking(at);
  fakeDate(tell);
  listener.faked(tell);
  return vi();
}
export function useRealTimers(): void {
  if (!timers.isFaked()) return;
  timers.stopFaking();
  restoreDate();
  listener.restored();
}
export function unstubAllGlobals(): void {
  for (const undo of stubs.splice(0).reverse()) undo();
}
function refuse(name: string, instead: string): () => never {
  return () => {
    throw new Error(`${name} is not available here: ${instead}`);
  };
}
const chained = <A extends unknown[]>(act: (...args: A) => void) => (...args: A): unknown => (act(...args), vi());
const noModules = "modules can't be replaced; pass what the code depends on as an argument, or use spyOn";

const makeVi = (): Record<string, unknown> => ({
  fn: (implementation?: Body) => createMock(implementation as never),
  spyOn,
  isMockFunction: isMock,
  mocked: (value: unknown) => value,
  clearAllMocks: chained(clearAllMocks),
  resetAllMocks: chained(resetAllMocks),
  restoreAllMocks: chained(restoreAllMocks),
  useFakeTimers,
  useRealTimers: chained(useRealTimers),
  isFakeTimers: () => timers.isFaked(),
  setSystemTime: chained((at: number | Date = Date.now()) => {
    if (!timers.isFaked()) useFakeTimers();
    timers.setFakeNow(Number(new Date(at)));
  }),
  getMockedSystemTime: () => (timers.isFaked() ? new Date(timers.now()) : null),
  getRealSystemTime: () => timers.realNow(),
  now: () => timers.now(),
  getSeed: () => 0,
  replaceProperty,
  advanceTimersByTime: chained(timers.advance),
  advanceTimersByTimeAsync: async (ms: number) => (await timers.advanceAsync(ms), vi()),
  runAllTimers: chained(timers.runAll),
  runAllTimersAsync: async () => (await timers.runAllAsync(), vi()),
  runOnlyPendingTimers: chained(timers.runPending),
  runOnlyPendingTimersAsync: async () => (await timers.runPendingAsync(), vi()),
  advanceTimersToNextTimer: chained((steps: number = 1) => timers.advanceToNext(steps)),
  advanceTimersToNextTimerAsync: async (steps: number = 1) => (await timers.advanceToNextAsync(steps), vi()),
  runAllTicks: chained(() => {}),
  getTimerCount: timers.countFake,
  clearAllTimers: chained(timers.clearFake),
  setTimeout: chained(setDefaultTimeout),
  retryTimes: chained(setDefaultRetry),
  setConfig: chained((config: { testTimeout?: number }) => {
    if (config.testTimeout !== undefined) setDefaultTimeout(config.testTimeout);
  }),
  resetConfig: chained(() => setDefaultTimeout(5_000)),
  stubGlobal: chained((name: string, value: unknown) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
    const unstub = listener.stub(name, value);
    stubs.push(() => {
      unstub();
      if (before === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, before);
    });
  }),
  unstubAllGlobals: chained(unstubAllGlobals),
  waitFor,
  waitUntil: (body: Body, options?: unknown) => waitFor(async () => {
    const value: unknown = await body();
    if (!value) throw new Error("vi.waitUntil: the condition did not come true in time");
    return value;
  }, options),
  hoisted: (body: Body) => body(),
  stubEnv: refuse("vi.stubEnv", "programs here have no environment"),
  dynamicImportSettled: () => Promise.resolve(),
  isolateModules: refuse("jest.isolateModules", noModules),
  createMockFromModule: refuse("jest.createMockFromModule", noModules),
  mock: refuse("vi.mock", noModules),
  doMock: refuse("vi.doMock", noModules),
  unmock: refuse("vi.unmock", noModules),
  unstable_mockModule: refuse("jest.unstable_mockModule", noModules),
  resetModules: refuse("vi.resetModules", noModules),
  importActual: refuse("vi.importActual", noModules),
  requireActual: refuse("jest.requireActual", noModules),
});

let made: Record<string, unknown> | undefined;
/** `vi` and `jest`, made when a test file first asks for it. */
export const vi = (): Record<string, unknown> => (made ??= makeVi());

/** jest's: another value for a property until it is restored. */
function replaceProperty(object: object, key: string | symbol, to: unknown): { restore(): void; replaceValue(to: unknown): unknown } {
  const before = Reflect.getOwnPropertyDescriptor(object, key);
  if (before === undefined || before.configurable === false) throw new TypeError(`replaceProperty: ${String(key)} is not a property that can be replaced`);
  const put = (value: unknown): void => void Reflect.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: before.enumerable ?? true });
  const restore = (): void => void Reflect.defineProperty(object, key, before);
  onRestore(restore);
  put(to);
  return { restore, replaceValue: put };
}

/** Tries until the body no longer throws, or time is up. */
async function waitFor(body: Body, given?: unknown): Promise<unknown> {
  const { timeout = 1_000, interval = 50 } = (typeof given === "number" ? { timeout: given } : given ?? {}) as { timeout?: number; interval?: number };
  const until = timers.realElapsedMs() + timeout;
  for (;;) {
    try {
      return await body();
    } catch (error) {
      if (timers.realElapsedMs() >= until) throw error;
      observeFailure(error);
      if (timers.isFaked()) await timers.advanceAsync(interval);
      else await new Promise((resolve) => void timers.setTimer(resolve, interval, false, []));
    }
  }
}
