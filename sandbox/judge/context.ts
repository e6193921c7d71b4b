/** What a test's own function is given: `done`, vitest's context, or the `t` of `node:test`. */
import type { Body, Test } from "./registry.ts";

export interface TestContext {
  /** The object (or, for `done`, the properties) that the test sees. */
  seen: Record<string, unknown>;
  style: Test["style"];
  isSkipped(): boolean;
  /** What the test asked to be called at its end. */
  finishers(failed: boolean): Body[];
}

/** Parts that other files add to every context, such as `expect`. */
export const shared: Record<string, unknown> = {};
/** Adds what `node:test` has on its `t`. */
export let furnishNodeContext: (seen: Record<string, unknown>, test: Test) => void = () => {};
export function setNodeContext(furnish: typeof furnishNodeContext): void {
  furnishNodeContext = furnish;
}

let current: { onFinished: Body[]; onFailed: Body[] } | null = null;
function requireTest(what: string): NonNullable<typeof current> {
  if (current === null) throw new Error(`${what}() may only be called while a test runs`);
  return current;
}
export const onTestFinished = (body: Body): void => void requireTest("onTestFinished").onFinished.push(body);
export const onTestFailed = (body: Body): void => void requireTest("onTestFailed").onFailed.push(body);

class Skipped extends Error {}

export function newContext(test: Test): TestContext {
  const own: NonNullable<typeof current> = { onFinished: [], onFailed: [] };
  current = own;
  let skipped = false;
  const seen: Record<string, unknown> = {
    ...shared,
    task: { name: test.title, mode: test.mode, type: "test", meta: {} },
    onTestFinished: (body: Body) => own.onFinished.push(body),
    onTestFailed: (body: Body) => own.onFailed.push(body),
    skip: (condition?: unknown) => {
      if (condition === false) return;
      // The flag counts, not what is thrown: learners' code may get hold of that.
      skipped = true;
      throw new Skipped("the test is skipped");
    },
    annotate: () => Promise.resolve(),
  };
  if (test.style === "node") furnishNodeContext(seen, test);
  return {
    seen, style: test.style,
    isSkipped: () => skipped,
    finishers: (failed) => (failed ? [...own.onFinished, ...own.onFailed] : own.onFinished),
  };
}

/** Calls the body of a test or hook (`context` null) in the way that its parameters ask for. */
export function callBody(body: Body, context: TestContext | null): unknown {
  if (body.length === 0) return body();
  if (context?.style === "node") return body.length === 1 ? body(context.seen) : withDone((done) => body(context.seen, done));
  const seen = context?.seen ?? { ...shared };
  return wantsDone(body) ? withDone((done) => body(Object.assign(done, seen))) : body(seen);
}

function wantsDone(body: Body): boolean {
  const source = Function.prototype.toString.call(body);
  // Asynchronous, or it takes its argument apart.
  if (/^async\b/.test(source) || /^(function\s*[\w$]*\s*)?\(\s*\{/.test(source)) return false;
  const name = /^(?:function\s*[\w$]*\s*)?\(?\s*([\w$]+)/.exec(source)?.[1] ?? "";
  const escaped = name.replaceAll("$", "\\$");
  const called = new RegExp(`(?<![\\w$.])${escaped}\\s*\\(`).test(source.slice(source.indexOf(name) + name.length));
  return called || !new RegExp(`(?<![\\w$.])${escaped}\\.(task|expect|skip|annotate|onTest\\w+)\\b`).test(source);
}

interface Done {
  (error?: unknown): void;
  fail(error?: unknown): void;
}
function withDone(start: (done: Done) => unknown): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const done: Done = (error) => (error === undefined || error === null ? resolve() : reject(error as Error));
    done.fail = (error) => reject((error ?? new Error("done.fail() was called")) as Error);
    const answer = start(done);
    if (answer instanceof Promise) answer.then(() => resolve(), reject);
  });
}
