/** `node:test`: its `test` with the `t` that bodies are given, and its `mock`. */
import { nodeAssert } from "./assert.ts";
import { currentBook } from "./book.ts";
import { callBody, newContext, setNodeContext } from "./context.ts";
import { makeDescribe, makeHook, makeTest } from "./declare.ts";
import type { Declare } from "./declare.ts";
import { createMock, restoreAllMocks, spyOn, stateOf } from "./mock.ts";
import type { Mock } from "./mock.ts";
import type { Body, Test } from "./registry.ts";
import { vi } from "./vi.ts";

type Vi = Record<string, (...args: unknown[]) => unknown>;

/** A mock whose books are written as `node:test` writes them. */
function nodeMock(made: Mock): Mock {
  const state = stateOf(made) as NonNullable<ReturnType<typeof stateOf>>;
  const books = {
    get calls() {
      return state.calls.map((args, i) => {
        const result = state.results[i];
        return { arguments: args, this: state.contexts[i], result: result?.type === "return" ? result.value : undefined, error: result?.type === "throw" ? result.value : undefined };
      });
    },
    callCount: () => state.calls.length,
    resetCalls: () => void (made["mockClear"] as () => void)(),
    mockImplementation: (to: unknown) => void (made["mockImplementation"] as (to: unknown) => void)(to),
    mockImplementationOnce: (to: unknown) => void (made["mockImplementationOnce"] as (to: unknown) => void)(to),
    restore: () => void (made["mockRestore"] as () => void)(),
  };
  Object.defineProperty(made, "mock", { value: books, configurable: true });
  return made;
}

const isFunction = (value: unknown): value is Body => typeof value === "function";
const mockMethod = (access?: "get" | "set") => (object: unknown, name: string | symbol, to?: unknown): Mock => {
  const made = spyOn(object, name, access);
  if (isFunction(to)) (made["mockImplementation"] as (to: unknown) => void)(to);
  return nodeMock(made);
};
const clock = (): Vi => vi() as unknown as Vi;
const makeMock = (): object => ({
  fn: (original?: unknown, implementation?: unknown) => {
    const made = createMock(isFunction(original) ? (original as never) : undefined);
    if (isFunction(implementation)) (made["mockImplementation"] as (to: unknown) => void)(implementation);
    return nodeMock(made);
  },
  method: mockMethod(), getter: mockMethod("get"), setter: mockMethod("set"),
  reset: restoreAllMocks, restoreAll: restoreAllMocks,
  module: () => {
    throw new Error("mock.module is not available here: modules can't be replaced; pass what the code depends on as an argument");
  },
  timers: {
    enable: (options?: { now?: number | Date }) => void clock()["useFakeTimers"]?.(options),
    reset: () => void clock()["useRealTimers"]?.(),
    tick: (ms = 1) => void clock()["advanceTimersByTime"]?.(ms),
    runAll: () => void clock()["runAllTimers"]?.(),
    setTime: (at: number) => void clock()["setSystemTime"]?.(at),
  },
});
let made: Declare | undefined;
let mocked: object | undefined;
const mock = (): object => (mocked ??= makeMock());

/** Tests inside a test run at once and fail it; they have no line of their own in the result. */
async function runInner(test: Test, title: string, body: Body, hooks: Record<string, Body[]>): Promise<void> {
  const inner = newContext({ ...test, title: `${test.title} > ${title}` });
  for (const hook of hooks["beforeEach"] ?? []) await callBody(hook, inner);
  try {
    await callBody(body, inner);
  } finally {
    for (const hook of hooks["afterEach"] ?? []) await callBody(hook, inner);
    for (const finish of inner.finishers(false)) await finish();
  }
}

setNodeContext((seen, test) => {
  const hooks: Record<string, Body[]> = { beforeEach: [], afterEach: [] };
  const inner = (title: unknown, ...rest: unknown[]): Promise<void> => {
    const body = (rest.find(isFunction) ?? (isFunction(title) ? title : undefined));
    const running = body === undefined ? Promise.resolve() : runInner(test, String(title), body, hooks);
    // A test that forgets to await it fails by it all the same.
    currentBook().pending.push(running);
    running.catch(() => {});
    return running;
  };
  Object.assign(seen, {
    name: test.title, fullName: test.title, mock: mock(), assert: nodeAssert(), test: inner, it: inner,
    diagnostic: () => {},
    todo: () => {},
    plan: (count: number) => {
      currentBook().expected = count;
    },
    before: (hook: Body) => void currentBook().pending.push(Promise.resolve(hook())),
    after: seen["onTestFinished"],
    beforeEach: (hook: Body) => void hooks["beforeEach"]?.push(hook),
    afterEach: (hook: Body) => void hooks["afterEach"]?.push(hook),
  });
});

function makeNodeTest(): Declare {
  const test = makeTest("node");
  const describe = makeDescribe();
  // Node's answer with a promise that a test file may await.
  const settled = (declare: Declare): Declare => Object.assign((...args: [unknown, ...unknown[]]) => {
    declare(...args);
    return Promise.resolve();
  }, declare);
  const whole = settled(test);
  return Object.assign(whole, {
    test: whole, it: whole, describe: settled(describe), suite: settled(describe), mock: mock(), assert: nodeAssert(),
    before: makeHook("beforeAll"), after: makeHook("afterAll"), beforeEach: makeHook("beforeEach"), afterEach: makeHook("afterEach"),
    beforeAll: makeHook("beforeAll"), afterAll: makeHook("afterAll"),
  });
}

/** `node:test`; itself a function, made when a test file first asks for it. */
export const nodeTest = (): Declare => (made ??= makeNodeTest());
