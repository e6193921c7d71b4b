/** `vi.fn`, `vi.spyOn` and their like. A mock's books are the judge's: learners' code can call it and do nothing else to it. */
import { membrane } from "./realm.ts";
import { printAs } from "./print.ts";

export interface MockResult {
  type: "return" | "throw" | "incomplete";
  value: unknown;
}
export interface MockState {
  calls: unknown[][];
  results: MockResult[];
  settledResults: { type: "fulfilled" | "rejected" | "incomplete"; value: unknown }[];
  instances: unknown[];
  contexts: unknown[];
  invocationCallOrder: number[];
  readonly lastCall: unknown[] | undefined;
}
type AnyFunction = (...args: never[]) => unknown;
type Implementation = (this: unknown, ...args: unknown[]) => unknown;

export interface Mock {
  (...args: unknown[]): unknown;
  mock: MockState;
  [name: string]: unknown;
}

interface Entry {
  state: MockState;
  reset(): void;
  restore(): void;
  clear(): void;
}

const entries = new WeakMap<object, Entry>();
let alive: Entry[] = [];
let order = 0;

export function isMock(value: unknown): value is Mock {
  return typeof value === "function" && entries.has(value);
}
export function stateOf(value: unknown): MockState | undefined {
  return typeof value === "function" ? entries.get(value)?.state : undefined;
}

/** Puts a function of the judge in the learner's realm in place of a built-in (`Math.random`); undoes it when called. */
export type Mirror = (object: object, key: string | symbol, value: unknown) => (() => void) | undefined;
let mirror: Mirror = () => undefined;
export function mirrorBuiltIns(by: Mirror): void {
  mirror = by;
}

function newState(): MockState {
  const state: MockState = {
    calls: [], results: [], settledResults: [], instances: [], contexts: [], invocationCallOrder: [],
    get lastCall() {
      return state.calls.at(-1);
    },
  };
  return state;
}

export function createMock(original?: AnyFunction, undo: () => void = () => {}): Mock {
  const base = original as Implementation | undefined;
  let implementation: Implementation | undefined = base;
  let once: Implementation[] = [];
  let name = base?.name !== undefined && base.name !== "" ? base.name : "mock";
  const state = newState();

  const mock = function (this: unknown, ...args: unknown[]): unknown {
    const isNew = new.target !== undefined;
    order += 1;
    state.calls.push(args);
    state.contexts.push(this);
    state.instances.push(this);
    state.invocationCallOrder.push(order);
    const result: MockResult = { type: "incomplete", value: undefined };
    state.results.push(result);
    const at = state.settledResults.push({ type: "incomplete", value: undefined }) - 1;
    const run = once.shift() ?? implementation;
    try {
      let value: unknown;
      if (run !== undefined) {
        value = isNew && isConstructible(run) ? Reflect.construct(run, args, new.target) : Reflect.apply(run, this, args);
      }
      // What `new` answers with is the object that the implementation made.
      if (isNew && typeof value === "object" && value !== null) state.instances[at] = state.contexts[at] = value;
      result.type = "return";
      result.value = value;
      if (value instanceof Promise) {
        value.then(
          (settled: unknown) => { state.settledResults[at] = { type: "fulfilled", value: settled }; },
          (reason: unknown) => { state.settledResults[at] = { type: "rejected", value: reason }; },
        );
      } else {
        state.settledResults[at] = { type: "fulfilled", value };
      }
      return value;
    } catch (error) {
      result.type = "throw";
      result.value = error;
      throw error;
    }
  } as unknown as Mock;

  const entry: Entry = {
    state,
    clear() {
      state.calls = [];
      state.results = [];
      state.settledResults = [];
      state.instances = [];
      state.contexts = [];
      state.invocationCallOrder = [];
    },
    reset() {
      entry.clear();
      once = [];
      implementation = base;
    },
    restore() {
      entry.reset();
      undo();
    },
  };
  entries.set(mock, entry);
  alive.push(entry);
  membrane.hideProperties(mock);
  printAs(mock, () => `[Mock ${name}]`);

  const methods: Record<string, (...args: never[]) => unknown> = {
    getMockName: () => name,
    mockName: (to: string) => ((name = to), mock),
    getMockImplementation: () => once[0] ?? implementation,
    mockImplementation: (to: Implementation) => ((implementation = to), mock),
    mockImplementationOnce: (to: Implementation) => (once.push(to), mock),
    withImplementation: (to: Implementation, during: () => unknown) => {
      const before = implementation;
      implementation = to;
      const after = (value: unknown): unknown => ((implementation = before), value);
      const value = during();
      return value instanceof Promise ? value.then(() => after(mock)) : after(mock);
    },
    mockReturnThis: () => ((implementation = function (this: unknown) { return this; }), mock),
    mockReturnValue: (value: unknown) => ((implementation = () => value), mock),
    mockReturnValueOnce: (value: unknown) => (once.push(() => value), mock),
    mockResolvedValue: (value: unknown) => ((implementation = () => Promise.resolve(value)), mock),
    mockResolvedValueOnce: (value: unknown) => (once.push(() => Promise.resolve(value)), mock),
    mockRejectedValue: (value: unknown) => ((implementation = () => Promise.reject(value as Error)), mock),
    mockRejectedValueOnce: (value: unknown) => (once.push(() => Promise.reject(value as Error)), mock),
    mockThrow: (value: unknown) => ((implementation = () => { throw value; }), mock),
    mockClear: () => (entry.clear(), mock),
    mockReset: () => (entry.reset(), mock),
    mockRestore: () => (entry.restore(), mock),
  };
  for (const [key, value] of Object.entries(methods)) Object.defineProperty(mock, key, { value, configurable: true, writable: true });
  Object.defineProperty(mock, "mock", { get: () => state, configurable: true });
  return mock;
}

function isConstructible(value: Implementation): boolean {
  try {
    Reflect.construct(Object, [], value);
    return true;
  } catch {
    return false;
  }
}

/** Replaces a method, getter (`access` "get") or setter ("set") by a mock that calls the original. */
export function spyOn(object: unknown, key: string | symbol, access?: "get" | "set"): Mock {
  if ((typeof object !== "object" && typeof object !== "function") || object === null) {
    throw new TypeError("spyOn needs an object and the name of one of its methods");
  }
  let owner: object | null = object;
  let found: PropertyDescriptor | undefined;
  while (owner !== null && (found = Reflect.getOwnPropertyDescriptor(owner, key)) === undefined) owner = Reflect.getPrototypeOf(owner);
  const wasOwn = owner === object;
  const before = found;
  const mirrored: { undo?: (() => void) | undefined } = {};
  const undo = (): void => {
    if (wasOwn && before !== undefined) Reflect.defineProperty(object, key, before);
    else Reflect.deleteProperty(object, key);
    mirrored.undo?.();
  };
  if (access !== undefined) {
    const original = before?.[access] as AnyFunction | undefined;
    const mock = createMock(original, undo);
    Reflect.defineProperty(object, key, { configurable: true, enumerable: before?.enumerable ?? true, get: before?.get, set: before?.set, [access]: mock });
    return mock;
  }
  const current = (object as Record<PropertyKey, unknown>)[key];
  if (isMock(current)) return current;
  if (typeof current !== "function") throw new TypeError(`spyOn: ${String(key)} is not a function of the object`);
  const mock = createMock(current as AnyFunction, undo);
  const done = Reflect.defineProperty(object, key, { configurable: true, enumerable: before?.enumerable ?? true, writable: true, value: mock });
  if (!done) throw new TypeError(`spyOn: ${String(key)} can't be replaced`);
  mirrored.undo = mirror(object, key, mock);
  return mock;
}

/** Undone like a spy by `restoreAllMocks`. */
export function onRestore(undo: () => void): void {
  alive.push({ state: newState(), clear() {}, reset() {}, restore: undo });
}
export function clearAllMocks(): void {
  for (const entry of alive) entry.clear();
}
export function resetAllMocks(): void {
  for (const entry of alive) entry.reset();
}
export function restoreAllMocks(): void {
  for (const entry of [...alive].reverse()) entry.restore();
}
/** Undoes every spy and forgets the mocks of a file. */
export function forgetMocks(): void {
  restoreAllMocks();
  alive = [];
}
