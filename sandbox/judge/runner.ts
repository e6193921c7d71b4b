/** Runs the tests that the test files declared, one after the other and in order. */
import { currentBook, newBook, useBook } from "./book.ts";
import type { AssertionBook } from "./book.ts";
import { newContext, callBody } from "./context.ts";
import type { TestContext } from "./context.ts";
import { errorText } from "./print.ts";
import { failureOf } from "./failure.ts";
import { chainOf, endRegistration, findComplaint, fullName, isSelected, listTests, timeoutOf } from "./registry.ts";
import type { Body, Hook, Suite, Test } from "./registry.ts";
import { clearTimer, setInternalTimer, wakeSoon } from "./timers.ts";

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

class Unfinished extends Error {
  #own = true;
  /** Asks nothing of what was thrown, which may be a proxy of the learner's. */
  static is(thrown: unknown): thrown is Unfinished {
    return typeof thrown === "object" && thrown !== null && #own in thrown && thrown.#own;
  }
}
let giveUp: ((error: Unfinished) => void) | null = null;
/** Errors thrown where nobody could catch them (a timer's callback) while a test ran. */
let stray: unknown[] = [];
export function noteStray(error: unknown): void {
  stray.push(error);
}
let unhandled = false;
/** The engine saw a promise that was rejected and that nobody handles; it does not say whose. */
export function noteUnhandled(): void {
  unhandled = true;
}

/** Nothing is left that could wake the test: it would wait for ever. */
export function stalled(): void {
  giveUp?.(new Unfinished("never finished: it waits for a promise that nothing can settle any more"));
}

/** What the body comes to, within its time. */
async function runBody(start: () => unknown, timeoutMs: number): Promise<unknown> {
  let timer = -1;
  const limit = new Promise<never>((_, reject) => {
    giveUp = reject;
    timer = setInternalTimer(() => reject(new Unfinished(`did not finish within ${timeoutMs} ms`)), timeoutMs);
  });
  limit.catch(() => {});
  try {
    return await Promise.race([start(), limit]);
  } finally {
    clearTimer(timer);
    giveUp = null;
  }
}
const runHook = (hook: Hook): Promise<unknown> => runBody(() => callBody(hook.body, null), timeoutOf(hook));

const LONGEST_CALLBACK_MS = 100;

async function settle(book: AssertionBook): Promise<void> {
  for (let i = 0; i < book.pending.length; i += 1) await book.pending[i];
  // What a callback still had to say when the learner's code did not wait for it. One that waits for ever says nothing.
  if (book.callbacks.length > 0) await Promise.race([Promise.all(book.callbacks), new Promise<void>((resolve) => wakeSoon(resolve, LONGEST_CALLBACK_MS))]);
  if (book.kept.length > 0) throw book.kept[0];
  if (stray.length > 0) throw stray[0];
  if (book.raised.size > 0) {
    // Caught by the test itself, or lost in a promise: the engine tells when the present task is over.
    await new Promise<void>((resolve) => wakeSoon(resolve, 0));
    if (unhandled) throw [...book.raised][0];
  }
  if (book.expected !== null && book.count !== book.expected) {
    throw new Error(`expected ${book.expected} assertions to be called, but ${book.count} were`);
  }
  if (book.needsOne && book.count === 0) throw new Error("expected at least one assertion to be called");
}

interface Problem {
  thrown: unknown;
  inHook: boolean;
}
interface Attempt {
  problem: Problem | null;
  skipped: boolean;
}
interface Opened {
  suite: Suite;
  cleanups: Body[];
}

class Run {
  private opened: Opened[] = [];
  private readonly broken = new Map<Suite, unknown>();

  private async openSuites(chain: Suite[]): Promise<void> {
    for (const suite of chain) {
      if (this.broken.has(suite)) throw this.broken.get(suite);
      if (this.opened.some((open) => open.suite === suite)) continue;
      const open: Opened = { suite, cleanups: [] };
      this.opened.push(open);
      try {
        for (const hook of suite.hooks.beforeAll) keepCleanup(open.cleanups, await runHook(hook));
      } catch (error) {
        this.broken.set(suite, error);
        throw error;
      }
    }
  }

  async attempt(test: Test, chain: Suite[]): Promise<Attempt> {
    const book = newBook();
    useBook(book);
    stray = [];
    unhandled = false;
    const context = newContext(test);
    const cleanups: Body[] = [];
    let problem: Problem | null = null;
    const inHook = (thrown: unknown): void => void (problem ??= { thrown, inHook: true });
    try {
      await this.openSuites(chain);
      for (const suite of chain) for (const hook of suite.hooks.beforeEach) keepCleanup(cleanups, await runHook(hook));
    } catch (thrown) {
      inHook(thrown);
    }
    if (problem === null) problem = await this.runTest(test, context, book);
    for (const suite of [...chain].reverse()) await runAllHooks(suite.hooks.afterEach, inHook);
    await runAllHooks(cleanups.map((body) => ({ body, timeoutMs: null })), inHook);
    await runAllHooks(context.finishers(problem !== null).map((body) => ({ body, timeoutMs: null })), inHook);
    return { problem, skipped: context.isSkipped() };
  }

  private async runTest(test: Test, context: TestContext, book: AssertionBook): Promise<Problem | null> {
    try {
      await runBody(() => callBody(test.body as Body, context), timeoutOf(test));
      await runBody(() => settle(book), timeoutOf(test));
      if (context.isSkipped() || !test.fails) return null;
      return { thrown: new Error("the test is marked as failing, but it passed"), inHook: false };
    } catch (thrown) {
      if (context.isSkipped()) return null;
      return test.fails && !(Unfinished.is(thrown)) ? null : { thrown, inHook: false };
    }
  }

  /** Runs `afterAll` of suites whose last selected test that was. */
  async closeSuites(isOver: (suite: Suite) => boolean, onError: (error: unknown) => void): Promise<void> {
    const over = this.opened.filter(({ suite }) => isOver(suite));
    if (over.length === 0) return;
    for (const { suite, cleanups } of over.reverse()) {
      await runAllHooks(suite.hooks.afterAll, onError);
      await runAllHooks(cleanups.map((body) => ({ body, timeoutMs: null })), onError);
    }
    this.opened = this.opened.filter(({ suite }) => !isOver(suite));
  }
}

/** vitest: a function that `beforeAll` or `beforeEach` answers with undoes it. */
function keepCleanup(cleanups: Body[], answer: unknown): void {
  if (typeof answer === "function") cleanups.push(answer as Body);
}
/** The last one first. */
async function runAllHooks(hooks: Hook[], onError: (error: unknown) => void): Promise<void> {
  for (const hook of [...hooks].reverse()) {
    try {
      await runHook(hook);
    } catch (error) {
      onError(error);
    }
  }
}

export async function runAll(reporter: Reporter): Promise<void> {
  const plan = endRegistration().flatMap((file) => listTests(file).map((test) => ({ test, selected: isSelected(test, file) })));
  reporter.declare(plan.map(({ test }) => ({ name: fullName(test), group: test.suite.group })));
  const lastOf = new Map<Suite, number>();
  plan.forEach(({ test, selected }, index) => {
    if (selected) for (const suite of chainOf(test.suite)) lastOf.set(suite, index);
  });
  const run = new Run();
  const complaint = findComplaint();

  for (let index = 0; index < plan.length; index += 1) {
    const { test, selected } = plan[index] as (typeof plan)[number];
    reporter.start(index);
    const started = reporter.clock();
    const ending: Ending = { status: "passed", message: null, expected: null, actual: null, location: null, unfinished: false, durationMs: 0 };
    if (complaint !== null) Object.assign(ending, { status: "errored", message: complaint });
    else if (!selected) ending.status = "skipped";
    else {
      const chain = chainOf(test.suite);
      let attempt = await run.attempt(test, chain);
      for (let tried = 0; tried < test.retry && attempt.problem !== null; tried += 1) attempt = await run.attempt(test, chain);
      for (let repeated = 0; repeated < test.repeats && attempt.problem === null; repeated += 1) attempt = await run.attempt(test, chain);
      const { skipped } = attempt;
      let { problem } = attempt;
      await run.closeSuites((suite) => lastOf.get(suite) === index, (thrown) => {
        problem ??= { thrown, inHook: true };
      });
      currentBook().closed = true;
      if (problem !== null) describeProblem(ending, problem, reporter);
      else if (skipped) ending.status = "skipped";
    }
    ending.durationMs = Math.max(0, reporter.clock() - started);
    reporter.end(index, ending);
    reporter.afterTest(ending.unfinished);
  }
  reporter.finish();
}

function describeProblem(ending: Ending, problem: { thrown: unknown; inHook: boolean }, reporter: Reporter): void {
  const { thrown } = problem;
  if (Unfinished.is(thrown)) {
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
