/** `describe` and `test` with all that hangs on them: `each`, `only`, `skip` … */
import { print } from "./print.ts";
import { addHook, addSuite, addTest } from "./registry.ts";
import type { Body, HookName, TestOptions } from "./registry.ts";
import { shared } from "./context.ts";

type Options = Partial<TestOptions>;
type Add = (title: string, body: Body | undefined, options: Options) => void;
export type Declare = ((title: unknown, ...rest: unknown[]) => unknown) & Record<string, unknown>;

function titleOf(title: unknown): string {
  if (typeof title === "string") return title;
  return typeof title === "function" ? String((title as { name?: unknown }).name) : String(title);
}
const count = (value: unknown): number => (typeof value === "number" ? value : 0);
/** `{ timeout, retry, repeats, fails, skip, only, todo }` of vitest and `node:test`. */
function readOptions(given: Record<string, unknown>): Options {
  const mode = given["skip"] ? "skip" : given["todo"] ? "todo" : given["only"] ? "only" : undefined;
  return {
    ...(typeof given["timeout"] === "number" ? { timeoutMs: given["timeout"] } : {}),
    ...(given["fails"] === true ? { fails: true } : {}),
    ...(mode === undefined ? {} : { mode }),
    retry: count(given["retry"]), repeats: count(given["repeats"]),
  };
}
/** `test(name, body, timeout)`, `test(name, { timeout }, body)`, `test(body)` and what lies between. */
function declare(add: Add): (title: unknown, ...rest: unknown[]) => void {
  return (title, ...rest) => {
    const body = (rest.find((item) => typeof item === "function") ?? (rest.length === 0 && typeof title === "function" ? title : undefined)) as Body | undefined;
    const timeoutMs = rest.find((item) => typeof item === "number") as number | undefined;
    const given = rest.find((item) => typeof item === "object" && item !== null) as Record<string, unknown> | undefined;
    add(titleOf(title), body, { ...(given === undefined ? {} : readOptions(given)), ...(timeoutMs === undefined ? {} : { timeoutMs }) });
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
      declare((name, body, options) => add(formatTitle(name, row, args, index), body === undefined ? undefined : withArgs(body, args, spread), options))(title, ...rest);
    });
  };
}
function withArgs(body: Body, args: unknown[], spread: boolean): Body {
  // Jest gives `done` to a body that takes one argument more than the row has.
  if (spread && body.length === args.length + 1 && !/^async\b/.test(String(body))) return (done) => body(...args, done);
  return () => (spread ? body(...args) : body(...args, { ...shared }));
}

const VARIANTS: Record<string, Options> = {
  skip: { mode: "skip" }, only: { mode: "only" }, todo: { mode: "todo" }, fails: { fails: true }, failing: { fails: true },
  concurrent: {}, sequential: {}, shuffle: {},
};

/** What a function that declares tests was made of. */
interface Making {
  add: (options: Options) => Add;
  options: Options;
}
const makings = new WeakMap<object, Making>();
const makingOf = (declares: unknown): Making => makings.get(declares as object) as Making;

/**
 * `skip`, `only`, `each` … as accessors that every such function shares and that make the next function when they are asked: a
 * realm has dozens of them, of which a run uses two or three.
 */
const WORDS: PropertyDescriptorMap = {};
function word(name: string, read: (declares: Declare, making: Making) => unknown): void {
  WORDS[name] = { get(this: Declare) { return read(this, makingOf(this)); }, enumerable: true, configurable: true };
}
word("each", (_, { add, options }) => each(add(options), true));
word("for", (_, { add, options }) => each(add(options), false));
for (const name of Object.keys(VARIANTS)) word(name, (_, { add, options }) => complete(add, { ...options, ...VARIANTS[name] }));
word("skipIf", (made) => (condition: unknown) => (condition ? made["skip"] : made));
word("runIf", (made) => (condition: unknown) => (condition ? made : made["skip"]));
word("extend", () => () => {
  throw new Error("test.extend is not available here: make what the tests share in beforeEach()");
});

/** Hangs `skip`, `only`, `each` … on a function, and on each of those again. */
function complete(add: Making["add"], options: Options): Declare {
  const made = declare(add(options)) as Declare;
  makings.set(made, { add, options });
  return Object.defineProperties(made, WORDS);
}
export function makeTest(style: TestOptions["style"]): Declare {
  const usual: TestOptions = { mode: "run", timeoutMs: null, fails: false, retry: 0, repeats: 0, style };
  return complete((options) => (title, body, more) => addTest(title, body ?? null, { ...usual, ...options, ...more, mode: stricter(options.mode, more.mode) }), {});
}
export function makeDescribe(): Declare {
  return complete((options) => (title, body, more) => addSuite(title, body, stricter(options.mode, more.mode)), {});
}
function stricter(mode: Options["mode"], given: Options["mode"]): TestOptions["mode"] {
  return mode === "skip" || mode === "todo" ? mode : given ?? mode ?? "run";
}
export const makeHook = (name: HookName) => (body: Body, limit?: number | { timeout?: number }): void =>
  addHook(name, body, (typeof limit === "number" ? limit : limit?.timeout) ?? null);
