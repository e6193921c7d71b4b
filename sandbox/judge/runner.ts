/** Registers the tests of the test files and runs them one after the other, in order. */
import { errorText } from "./print.ts";
import { failureOf } from "./failure.ts";
import { newBook, useBook } from "./expect.ts";
import type { AssertionBook } from "./expect.ts";
import { clearTimer, setInternalTimer } from "./timers.ts";

type Body = (...args: unknown[]) => unknown;
type Mode = "run" | "skip" | "only" | "todo" | "fails";
type HookName = "beforeAll" | "beforeEach" | "afterEach" | "afterAll";

interface Suite {
  title: string;
  parent: Suite | null;
  mode: Mode;
  group: string;
  entries: (Suite | Test)[];
  hooks: Record<HookName, { body: Body; timeoutMs: number | null }[]>;
}
interface Test {
  title: string;
  suite: Suite;
  mode: Mode;
  body: Body | null;
  timeoutMs: number | null;
}
function isSuite(entry: Suite | Test): entry is Suite {
  return "entries" in entry;
}

/** What a test came to, as it is reported. */
export interface Ending {
  status: "passed" | "failed" | "errored" | "skipped";
  message: string | null;
  expected: string | null;
  actual: string | null;
  location: string | null;
  /** It was given up because it did not come to an end. */
  unfinished: boolean;
  durationMs: number;
}
export interface Reporter {
  declare(tests: { name: string; group: string }[]): void;
  start(index: number): void;
  end(index: number, ending: Ending): void;
  finish(): void;
  /** Milliseconds, monotonic. */
  clock(): number;
  /** Line of the learner's own file in which something was thrown, as JSON; null when there is none. */
  locate(thrown: unknown): string | null;
  /** Tidies up after each test; one that was given up may have left timers. */
  afterTest(unfinished: boolean): void;
}

let defaultTimeoutMs = 5_000;
export function setDefaultTimeout(ms: number): void {
  defaultTimeoutMs = ms;
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
/** A mistake of a test file that its author must see, such as an asynchronous `describe`. */
let complaint: string | null = null;

export function beginFile(group: string): void {
  current = newSuite("", null, "run", group);
  files.push(current);
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
    if (answer instanceof Promise) complaint = `describe("${title}") is asynchronous: declare its tests without await`;
  } finally {
    current = outer;
  }
}

export function addTest(title: string, body: Body | null, mode: Mode, timeoutMs: number | null): void {
  requireRegistering("test()");
  current.entries.push({ title, suite: current, mode: body === null && mode !== "skip" ? "todo" : resolveMode(mode, body), body, timeoutMs });
}

export function addHook(name: HookName, body: Body, timeoutMs: number | null): void {
  requireRegistering(`${name}()`);
  current.hooks[name].push({ body, timeoutMs });
}

function fullName(test: Test): string {
  const titles = [test.title];
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) if (suite.title !== "") titles.unshift(suite.title);
  return titles.join(" > ");
}
function listTests(suite: Suite): Test[] {
  return suite.entries.flatMap((entry) => (isSuite(entry) ? listTests(entry) : [entry]));
}
function hasOnly(suite: Suite): boolean {
  return suite.entries.some((entry) => entry.mode === "only" || (isSuite(entry) && hasOnly(entry)));
}
/** `.only` holds for its file, as in jest and vitest; inside an `only` suite everything runs unless one inside is singled out. */
function isSelected(test: Test, file: Suite): boolean {
  if (test.mode === "skip" || test.mode === "todo") return false;
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) if (suite.mode === "skip" || suite.mode === "todo") return false;
  if (!hasOnly(file)) return true;
  if (test.mode === "only") return true;
  for (let suite: Suite | null = test.suite; suite !== null; suite = suite.parent) {
    if (suite.mode === "only") return !hasOnly(suite);
  }
  return false;
}

// ---- running ----

class Unfinished extends Error {}
let giveUp: ((error: Unfinished) => void) | null = null;
/** Errors thrown where nobody could catch them (a timer's callback) while a test ran. */
let stray: unknown[] = [];
export function noteStray(error: unknown): void {
  stray.push(error);
}

/** Nothing is left that could wake the test: it would wait for ever. */
export function stalled(): void {
  giveUp?.(new Unfinished("never finished: it waits for a promise that nothing can settle any more"));
}

async function runBody(body: Body, args: unknown[], timeoutMs: number): Promise<void> {
  let timer = -1;
  const limit = new Promise<never>((_, reject) => {
    giveUp = reject;
    timer = setInternalTimer(() => reject(new Unfinished(`did not finish within ${timeoutMs} ms`)), timeoutMs);
  });
  limit.catch(() => {});
  try {
    await Promise.race([call(body, args), limit]);
  } finally {
    clearTimer(timer);
    giveUp = null;
  }
}

/** A body that takes an argument by name is given `done`, unless it is async or takes its argument apart. */
function call(body: Body, args: unknown[]): unknown {
  if (args.length > 0) return body(...args);
  if (body.length === 0) return body();
  const source = Function.prototype.toString.call(body);
  if (/^async\b/.test(source) || /^(function\s*[\w$]*\s*)?\(\s*\{/.test(source)) return body(context);
  return new Promise<void>((resolve, reject) => {
    const done = (error?: unknown): void => (error === undefined || error === null ? resolve() : reject(error as Error));
    done.fail = (error?: unknown): void => reject((error ?? new Error("done.fail() was called")) as Error);
    Object.assign(done, context);
    const answer = body(done);
    if (answer instanceof Promise) answer.then(() => resolve(), reject);
  });
}
export const context: Record<string, unknown> = {};

async function settle(book: AssertionBook): Promise<void> {
  for (let i = 0; i < book.pending.length; i += 1) await book.pending[i];
  if (book.kept.length > 0) throw book.kept[0];
  if (stray.length > 0) throw stray[0];
  if (book.expected !== null && book.count !== book.expected) {
    throw new Error(`expected ${book.expected} assertions to be called, but ${book.count} were`);
  }
  if (book.needsOne && book.count === 0) throw new Error("expected at least one assertion to be called");
}

function chainOf(suite: Suite): Suite[] {
  const chain: Suite[] = [];
  for (let at: Suite | null = suite; at !== null; at = at.parent) chain.unshift(at);
  return chain;
}

export async function runAll(reporter: Reporter): Promise<void> {
  registering = false;
  const plan = files.flatMap((file) => listTests(file).map((test) => ({ test, file })));
  reporter.declare(plan.map(({ test }) => ({ name: fullName(test), group: test.suite.group })));
  let opened: Suite[] = [];
  const broken = new Map<Suite, unknown>();
  const selected = plan.map(({ test, file }) => isSelected(test, file));

  for (let index = 0; index < plan.length; index += 1) {
    const { test } = plan[index] as (typeof plan)[number];
    reporter.start(index);
    const started = reporter.clock();
    const ending: Ending = { status: "passed", message: null, expected: null, actual: null, location: null, unfinished: false, durationMs: 0 };
    if (complaint !== null) Object.assign(ending, { status: "errored", message: complaint });
    else if (selected[index] !== true) ending.status = "skipped";
    else {
      const chain = chainOf(test.suite);
      const book = newBook();
      useBook(book);
      stray = [];
      let problem: { thrown: unknown; inHook: boolean } | null = null;
      try {
        for (const suite of chain) {
          if (broken.has(suite)) throw broken.get(suite);
          if (opened.includes(suite)) continue;
          opened.push(suite);
          for (const hook of suite.hooks.beforeAll) {
            try {
              await runBody(hook.body, [], hook.timeoutMs ?? defaultTimeoutMs);
            } catch (error) {
              broken.set(suite, error);
              throw error;
            }
          }
        }
        for (const suite of chain) for (const hook of suite.hooks.beforeEach) await runBody(hook.body, [], hook.timeoutMs ?? defaultTimeoutMs);
      } catch (thrown) {
        problem = { thrown, inHook: true };
      }
      if (problem === null) {
        try {
          await runBody(test.body as Body, [], test.timeoutMs ?? defaultTimeoutMs);
          await runBody(() => settle(book), [], test.timeoutMs ?? defaultTimeoutMs);
          if (test.mode === "fails") problem = { thrown: new Error("the test is marked as failing, but it passed"), inHook: false };
        } catch (thrown) {
          if (test.mode !== "fails" || thrown instanceof Unfinished) problem = { thrown, inHook: false };
        }
      }
      for (const suite of [...chain].reverse()) {
        for (const hook of [...suite.hooks.afterEach].reverse()) {
          try {
            await runBody(hook.body, [], hook.timeoutMs ?? defaultTimeoutMs);
          } catch (thrown) {
            problem ??= { thrown, inHook: true };
          }
        }
      }
      opened = await closeSuites(opened, plan.slice(index + 1).filter((_, i) => selected[index + 1 + i] === true).map((item) => item.test), (thrown) => {
        problem ??= { thrown, inHook: true };
      });
      if (problem !== null) describeProblem(ending, problem, reporter);
    }
    ending.durationMs = Math.max(0, reporter.clock() - started);
    reporter.end(index, ending);
    reporter.afterTest(ending.unfinished);
  }
  reporter.finish();
}

/** Runs `afterAll` of suites of which no selected test is left. */
async function closeSuites(opened: Suite[], ahead: Test[], onError: (error: unknown) => void): Promise<Suite[]> {
  const needed = new Set(ahead.flatMap((test) => chainOf(test.suite)));
  for (const suite of [...opened].reverse()) {
    if (needed.has(suite)) continue;
    for (const hook of [...suite.hooks.afterAll].reverse()) {
      try {
        await runBody(hook.body, [], hook.timeoutMs ?? defaultTimeoutMs);
      } catch (error) {
        onError(error);
      }
    }
  }
  return opened.filter((suite) => needed.has(suite));
}

function describeProblem(ending: Ending, problem: { thrown: unknown; inHook: boolean }, reporter: Reporter): void {
  const { thrown } = problem;
  if (thrown instanceof Unfinished) {
    ending.status = "errored";
    ending.unfinished = true;
    ending.message = `The test ${thrown.message}.`;
    return;
  }
  ending.status = problem.inHook ? "errored" : "failed";
  const details = failureOf(thrown);
  ending.message = details?.message ?? errorText(thrown);
  ending.expected = details?.expected ?? null;
  ending.actual = details?.actual ?? null;
  ending.location = reporter.locate(thrown);
}
