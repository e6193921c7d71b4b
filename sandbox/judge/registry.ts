/** What test files declare: suites, tests and hooks, in order, and which of the tests are to run. */

export type Body = (...args: unknown[]) => unknown;
export type Mode = "run" | "skip" | "only" | "todo";
export type HookName = "beforeAll" | "beforeEach" | "afterEach" | "afterAll";

export interface Hook {
  body: Body;
  timeoutMs: number | null;
}
export interface Suite {
  title: string;
  parent: Suite | null;
  mode: Mode;
  group: string;
  entries: (Suite | Test)[];
  hooks: Record<HookName, Hook[]>;
}
export interface TestOptions {
  mode: Mode;
  timeoutMs: number | null;
  /** It has to fail to pass. */
  fails: boolean;
  /** How often it is tried again when it fails. */
  retry: number;
  /** How often it is repeated after it has passed. */
  repeats: number;
  /** `node:test` gives its own context. */
  style: "usual" | "node";
}
export interface Test extends TestOptions {
  title: string;
  suite: Suite;
  body: Body | null;
}
function isSuite(entry: Suite | Test): entry is Suite {
  return "entries" in entry;
}

let defaultTimeoutMs = 5_000;
export function setDefaultTimeout(ms: number): void {
  defaultTimeoutMs = ms;
}
export function timeoutOf(of: { timeoutMs: number | null }): number {
  return of.timeoutMs ?? defaultTimeoutMs;
}
let defaultRetry = 0;
export function setDefaultRetry(times: number): void {
  defaultRetry = times;
}

let runsSkipped = false;
/** Whether what a test file skips runs like the rest; `todo` stays undone. */
export function setRunSkipped(on: boolean): void {
  runsSkipped = on;
}
function resolveMode(mode: Mode, body: Body | null | undefined): Mode {
  return mode === "skip" && runsSkipped && body ? "run" : mode;
}

function newSuite(title: string, parent: Suite | null, mode: Mode, group: string): Suite {
  return { title, parent, mode, group, entries: [], hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

const files: Suite[] = [];
let current: Suite = newSuite("", null, "run", "visible");
let registering = true;
let complaint: string | null = null;
/** A mistake of a test file that its author must see, such as a `describe` that waits before it declares tests. */
export function findComplaint(): string | null {
  return complaint;
}

export function beginFile(group: string): void {
  current = newSuite("", null, "run", group);
  files.push(current);
}
export function endRegistration(): readonly Suite[] {
  registering = false;
  return files;
}
function requireRegistering(what: string): void {
  if (!registering) throw new Error(`${what} was called while tests run: tests are declared before the first one starts`);
}

export function addSuite(title: string, body: Body | undefined, mode: Mode): void {
  requireRegistering("describe()");
  const suite = newSuite(title, current, resolveMode(mode, body), current.group);
  current.entries.push(suite);
  if (body === undefined) return;
  const outer = current;
  current = suite;
  try {
    const answer = body();
    // An `async` body that awaits nothing has declared its tests by now.
    if (answer instanceof Promise && suite.entries.length === 0) complaint = `describe("${title}") is asynchronous: declare its tests without await`;
  } finally {
    current = outer;
  }
}
export function addTest(title: string, body: Body | null, options: TestOptions): void {
  requireRegistering("test()");
  const mode = body === null && options.mode !== "skip" ? "todo" : resolveMode(options.mode, body);
  current.entries.push({ ...options, retry: options.retry || defaultRetry, mode, title, body, suite: current });
}
export function addHook(name: HookName, body: Body, timeoutMs: number | null): void {
  requireRegistering(`${name}()`);
  current.hooks[name].push({ body, timeoutMs });
}

/** Titles from the outermost `describe` to the test, joined. */
export function fullName(test: Test): string {
  const titles = [test.title];
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) if (suite.title !== "") titles.unshift(suite.title);
  return titles.join(" > ");
}
export function listTests(suite: Suite): Test[] {
  return suite.entries.flatMap((entry) => (isSuite(entry) ? listTests(entry) : [entry]));
}
/** A suite and those around it, outermost first. */
export function chainOf(suite: Suite): Suite[] {
  const chain: Suite[] = [];
  for (let at: Suite | null = suite; at !== null; at = at.parent) chain.unshift(at);
  return chain;
}
function hasOnly(suite: Suite): boolean {
  return suite.entries.some((entry) => entry.mode === "only" || (isSuite(entry) && hasOnly(entry)));
}
/** `.only` holds for its file, as in jest and vitest; inside an `only` suite everything runs unless one inside is singled out. */
export function isSelected(test: Test, file: Suite): boolean {
  if (test.mode === "skip" || test.mode === "todo") return false;
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) if (suite.mode === "skip" || suite.mode === "todo") return false;
  if (!hasOnly(file)) return true;
  if (test.mode === "only") return true;
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) {
    if (suite.mode === "only") return !hasOnly(suite);
  }
  return false;
}
