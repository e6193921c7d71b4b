/** What test files import: `describe`, `test`, hooks, `vi` and `jest`. */
import { assert } from "./assert.ts";
import { expect } from "./expect.ts";
import { fakeDate, restoreDate } from "./fake-date.ts";
import { clearAllMocks, createMock, isMock, resetAllMocks, restoreAllMocks, spyOn } from "./mock.ts";
import { print } from "./print.ts";
import { addHook, addSuite, addTest, context, setDefaultTimeout } from "./runner.ts";
import * as timers from "./timers.ts";

type Body = (...args: unknown[]) => unknown;
type Add = (title: string, body: Body | undefined, timeoutMs: number | null) => void;
type Declare = ((title: unknown, ...rest: unknown[]) => void) & Record<string, unknown>;

function titleOf(title: unknown): string {
  if (typeof title === "string") return title;
  return typeof title === "function" ? String((title as { name?: unknown }).name) : String(title);
}
/** `test(name, body, timeout)`, `test(name, { timeout }, body)` and what lies between. */
function declare(add: Add): (title: unknown, ...rest: unknown[]) => void {
  return (title, ...rest) => {
    const body = rest.find((item) => typeof item === "function") as Body | undefined;
    const number = rest.find((item) => typeof item === "number") as number | undefined;
    const options = rest.find((item) => typeof item === "object" && item !== null) as { timeout?: number } | undefined;
    add(titleOf(title), body, number ?? options?.timeout ?? null);
  };
}

/** `%s`, `%i`, `$name` and `$#` in the title of a table's row. */
function formatTitle(title: string, row: unknown, args: unknown[], index: number): string {
  let next = 0;
  const filled = title.replace(/%([sdifjoOp#$%])/g, (whole, kind: string) => {
    if (kind === "%") return "%";
    if (kind === "#") return String(index);
    if (kind === "$") return String(index + 1);
    if (next >= args.length) return whole;
    const value = args[next];
    next += 1;
    if (kind === "s") return typeof value === "string" ? value : print(value, { limit: 200 });
    if (kind === "d" || kind === "f") return String(Number(value));
    if (kind === "i") return String(Math.trunc(Number(value)));
    return print(value, { limit: 200 });
  });
  if (typeof row !== "object" || row === null) return filled;
  return filled.replace(/\$([\w$]+(?:\.[\w$]+)*)/g, (whole, path: string) => {
    if (path === "#") return String(index);
    let at: unknown = row;
    for (const key of path.split(".")) {
      if (typeof at !== "object" || at === null || !(key in at)) return whole;
      at = (at as Record<string, unknown>)[key];
    }
    return typeof at === "string" ? at : print(at, { limit: 200 });
  });
}
/** Rows of `each`: an array, or a template table whose first line names the columns. */
function rowsOf(table: unknown, values: unknown[]): unknown[] {
  if (!Array.isArray(table)) throw new TypeError("each() needs an array of rows");
  if (!("raw" in table)) return table as unknown[];
  const heads = String((table as unknown as string[])[0]).split("|").map((name) => name.trim()).filter((name) => name !== "");
  const rows: unknown[] = [];
  for (let i = 0; i + heads.length <= values.length; i += heads.length) {
    rows.push(Object.fromEntries(heads.map((name, n) => [name, values[i + n]])));
  }
  return rows;
}
function each(add: Add, spread: boolean): (table: unknown, ...values: unknown[]) => (title: unknown, ...rest: unknown[]) => void {
  return (table, ...values) => (title, ...rest) => {
    rowsOf(table, values).forEach((row, index) => {
      const args = spread && Array.isArray(row) ? (row as unknown[]) : [row];
      declare((name, body, timeoutMs) => add(formatTitle(name, row, args, index), body === undefined ? undefined : withArgs(body, args), timeoutMs))(title, ...rest);
    });
  };
}
function withArgs(body: Body, args: unknown[]): Body {
  // Jest gives `done` to a body that takes one argument more than the row has.
  if (body.length === args.length + 1 && !/^async\b/.test(String(body))) return (done) => body(...args, done);
  return () => body(...args, context);
}

function complete(target: Declare, add: (mode: "run" | "skip" | "only" | "todo" | "fails") => Add): Declare {
  const variant = (mode: "run" | "skip" | "only" | "todo" | "fails"): Declare => {
    const made = declare(add(mode)) as Declare;
    made["each"] = each(add(mode), true);
    made["for"] = each(add(mode), false);
    return made;
  };
  for (const [name, mode] of [["skip", "skip"], ["only", "only"], ["todo", "todo"], ["fails", "fails"], ["failing", "fails"],
    ["concurrent", "run"], ["sequential", "run"], ["shuffle", "run"]] as const) {
    const made = variant(mode);
    for (const [inner, innerMode] of [["skip", "skip"], ["only", "only"], ["fails", "fails"], ["failing", "fails"]] as const) made[inner] = variant(innerMode);
    target[name] = made;
  }
  target["each"] = each(add("run"), true);
  target["for"] = each(add("run"), false);
  target["skipIf"] = (condition: unknown) => (condition ? target["skip"] : target);
  target["runIf"] = (condition: unknown) => (condition ? target : target["skip"]);
  target["extend"] = () => {
    throw new Error("test.extend is not available here");
  };
  return target;
}
function makeTest(mode: "run" | "skip" | "only" = "run"): Declare {
  const add = (as: "run" | "skip" | "only" | "todo" | "fails"): Add => (title, body, timeoutMs) => addTest(title, body ?? null, as, timeoutMs);
  return complete(declare(add(mode)) as Declare, add);
}
function makeDescribe(mode: "run" | "skip" | "only" = "run"): Declare {
  const add = (as: "run" | "skip" | "only" | "todo" | "fails"): Add => (title, body) => addSuite(title, body, as);
  return complete(declare(add(mode)) as Declare, add);
}
const hook = (name: "beforeAll" | "beforeEach" | "afterEach" | "afterAll") => (body: Body, timeoutMs?: number) =>
  addHook(name, body, typeof timeoutMs === "number" ? timeoutMs : null);

// ---- vi and jest ----

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
  return vi;
}
export function useRealTimers(): unknown {
  if (timers.isFaked()) {
    timers.stopFaking();
    restoreDate();
    listener.restored();
  }
  return vi;
}
export function unstubAllGlobals(): unknown {
  for (const undo of stubs.splice(0).reverse()) undo();
  return vi;
}
function refuse(name: string, instead: string): () => never {
  return () => {
    throw new Error(`${name} is not available here: ${instead}`);
  };
}
const chained = <A extends unknown[]>(act: (...args: A) => void) => (...args: A): unknown => (act(...args), vi);
const noModules = "modules can't be replaced; pass what the code depends on as an argument, or use spyOn";

export const vi: Record<string, unknown> = {
  fn: (implementation?: Body) => createMock(implementation as never),
  spyOn,
  isMockFunction: isMock,
  mocked: (value: unknown) => value,
  clearAllMocks: chained(clearAllMocks),
  resetAllMocks: chained(resetAllMocks),
  restoreAllMocks: chained(restoreAllMocks),
  useFakeTimers,
  useRealTimers,
  isFakeTimers: () => timers.isFaked(),
  setSystemTime: chained((at: number | Date = Date.now()) => {
    if (!timers.isFaked()) useFakeTimers();
    timers.setFakeNow(Number(new Date(at)));
  }),
  getMockedSystemTime: () => (timers.isFaked() ? new Date(timers.now()) : null),
  getRealSystemTime: () => timers.now(),
  advanceTimersByTime: chained(timers.advance),
  advanceTimersByTimeAsync: async (ms: number) => (await timers.advanceAsync(ms), vi),
  runAllTimers: chained(timers.runAll),
  runAllTimersAsync: async () => (await timers.runAllAsync(), vi),
  runOnlyPendingTimers: chained(timers.runPending),
  runOnlyPendingTimersAsync: async () => (await timers.runPendingAsync(), vi),
  advanceTimersToNextTimer: chained((steps: number = 1) => timers.advanceToNext(steps)),
  advanceTimersToNextTimerAsync: async (steps: number = 1) => (await timers.advanceToNextAsync(steps), vi),
  runAllTicks: chained(() => {}),
  getTimerCount: timers.countFake,
  clearAllTimers: chained(timers.clearFake),
  setTimeout: chained(setDefaultTimeout),
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
  unstubAllGlobals,
  waitFor: async (body: Body, options?: { timeout?: number; interval?: number }) => {
    const until = timers.elapsedMs() + (options?.timeout ?? 1_000);
    for (;;) {
      try {
        return await body();
      } catch (error) {
        if (timers.elapsedMs() >= until) throw error;
        await new Promise((resolve) => void timers.setTimer(resolve, options?.interval ?? 50, false, []));
      }
    }
  },
  hoisted: (body: Body) => body(),
  retryTimes: () => vi,
  mock: refuse("vi.mock", noModules),
  doMock: refuse("vi.doMock", noModules),
  unmock: refuse("vi.unmock", noModules),
  unstable_mockModule: refuse("jest.unstable_mockModule", noModules),
  resetModules: refuse("vi.resetModules", noModules),
  importActual: refuse("vi.importActual", noModules),
  requireActual: refuse("jest.requireActual", noModules),
};

const test = makeTest();
const describe = makeDescribe();
const chainless = (): unknown => new Proxy(function () {}, { get: () => chainless(), apply: () => chainless() });

/** Names that test files may import or use as globals. */
export const api: Record<string, unknown> = {
  test, it: test, describe, suite: describe, expect, assert, vi, jest: vi, vitest: vi,
  xtest: test["skip"], xit: test["skip"], fit: test["only"], xdescribe: describe["skip"], fdescribe: describe["only"],
  beforeAll: hook("beforeAll"), beforeEach: hook("beforeEach"), afterEach: hook("afterEach"), afterAll: hook("afterAll"),
  before: hook("beforeAll"), after: hook("afterAll"),
  expectTypeOf: chainless, assertType: () => {},
};
Object.assign(context, { expect });

/** Those of them that are globals too. */
export const GLOBALS = [
  "test", "it", "describe", "expect", "vi", "jest", "xtest", "xit", "fit", "xdescribe", "fdescribe", "beforeAll", "beforeEach", "afterEach", "afterAll",
];
