/**
 * The learner's realm, set up before any of their code arrives: its end of the membrane, console, timers and the other
 * globals. Nothing here is trusted with a verdict; what it hands over are namespaces of modules and text.
 */
import { intrinsics, membrane } from "./realm.ts";
import type { Port } from "./membrane/port.ts";
import { cut, print } from "./print.ts";
import { bindNewerFunctions } from "./slots.ts";
import { fakeDate, restoreDate } from "./fake-date.ts";
import { install, installWebGlobals, removeDangers, seedRandom } from "./web-globals.ts";
import type { Outside } from "./web-globals.ts";

/** What the judge gives, as faces (`outside`) or as functions that only this trusted code calls. */
export interface JudgeSide {
  port: Port;
  outside(give: (value: unknown) => unknown): Outside;
  overflow(): void;
  /** There is output to take; called now and then, so that a program that is stopped has been heard. */
  printed(): void;
  /** Takes the namespace of a module that has been loaded. */
  take(path: string, namespace: object): void;
}
/** What the judge gets. */
export interface LearnerSide {
  port: Port;
  connect(): void;
  /** Takes what was printed since last time. */
  takeOutput(): string;
  newTest(): void;
  setOutputLimit(characters: number): void;
  seed(seed: string): void;
  fakeDate(tell: unknown): void;
  restoreDate(): void;
  mapLines(path: string, lines: number[]): void;
  knowFile(path: string): void;
}

const { apply, defineProperty } = Reflect;
const TELL_EVERY_MS = 50;
const { freeze } = Object;

export function bootLearner(judge: JudgeSide): LearnerSide {
  removeDangers();
  bindNewerFunctions();

  // ---- stacks: only the learner's own files and lines, whatever is set ----
  const files = ownMap<string, boolean>();
  const lineMaps = ownMap<string, number[]>();
  const ErrorOf = Error;
  const callSite = captureCallSite();
  const StringOf = String;
  const messageOfError = Error.prototype.toString;

  function formatStack(error: unknown, sites: unknown): string {
    let text: string;
    try {
      text = apply(messageOfError, error as Error, []);
    } catch {
      text = "Error";
    }
    const list = sites as object[];
    for (let i = 0; i < list.length; i += 1) {
      const site = list[i] as object;
      const file = apply(callSite.getFileName, site, []) as unknown;
      if (typeof file !== "string" || files.get(file) !== true) continue;
      const line = apply(callSite.getLineNumber, site, []) as number;
      const column = apply(callSite.getColumnNumber, site, []) as number;
      const name = apply(callSite.getFunctionName, site, []) as unknown;
      const map = lineMaps.get(file);
      const place = map === undefined ? `${file}:${StringOf(line)}:${StringOf(column)}` : `${file}:${StringOf(map[line - 1] ?? line)}`;
      text += typeof name === "string" && name !== "" ? `\n    at ${name} (${place})` : `\n    at ${place}`;
    }
    return text;
  }
  defineProperty(ErrorOf, "prepareStackTrace", {
    __proto__: null,
    get: () => formatStack,
    // Programs that set their own are let be and not heard.
    set: () => {},
    configurable: false,
  } as PropertyDescriptor);

  // ---- console ----
  let output = "";
  let printed = 0;
  let limit = 65_536;
  let flooded = false;
  let group = "";
  let toldAt = 0;
  const { now } = Date;
  function write(values: unknown[]): void {
    if (flooded) return;
    let line = group;
    for (let i = 0; i < values.length; i += 1) {
      line += (i === 0 ? "" : " ") + print(values[i], { bare: true, limit: limit + 1, depth: 4 });
    }
    printed += line.length + 1;
    if (printed > limit) {
      flooded = true;
      output += cut(line, Math.max(0, limit - (printed - line.length)));
      shielded(judge.printed);
      shielded(judge.overflow);
      return;
    }
    output += `${line}\n`;
    const at = now();
    if (at - toldAt > TELL_EVERY_MS) {
      toldAt = at;
      shielded(judge.printed);
    }
  }
  const counts = ownMap<string, number>();
  const times = ownMap<string, number>();
  const label = (value: unknown): string => (value === undefined ? "default" : StringOf(value));
  const substitute = (values: unknown[]): unknown[] => {
    const format = values[0];
    if (typeof format !== "string" || values.length < 2 || !/%[sdifoOjc%]/.test(format)) return values;
    let next = 1;
    const text = format.replace(/%([sdifoOjc%])/g, (whole, kind: string) => {
      if (kind === "%") return "%";
      if (next >= values.length) return whole;
      const value = values[next];
      next += 1;
      if (kind === "c") return "";
      if (kind === "d" || kind === "f") return typeof value === "object" ? "NaN" : StringOf(Number(value));
      if (kind === "i") return StringOf(Math.trunc(Number(value)));
      if (kind === "s" && (typeof value !== "object" || value === null)) return StringOf(value);
      return print(value, { limit: 4_000, depth: 4 });
    });
    return [text, ...values.slice(next)];
  };
  const log = (...values: unknown[]): void => write(substitute(values));
  let outside: Outside;
  const console = {
    log, info: log, debug: log, warn: log, error: log,
    trace: (...values: unknown[]): void => write(["Trace:", ...values]),
    dir: (value: unknown): void => write([print(value)]),
    dirxml: log,
    table: (value: unknown): void => write([print(value)]),
    assert: (condition: unknown, ...values: unknown[]): void => {
      if (!condition) write(["Assertion failed", ...values]);
    },
    count: (name?: unknown): void => {
      const count = (counts.get(label(name)) ?? 0) + 1;
      counts.set(label(name), count);
      write([`${label(name)}: ${StringOf(count)}`]);
    },
    countReset: (name?: unknown): void => void counts.set(label(name), 0),
    group: (...values: unknown[]): void => {
      if (values.length > 0) log(...values);
      group += "  ";
    },
    groupCollapsed: (...values: unknown[]): void => console.group(...values),
    groupEnd: (): void => {
      group = group.slice(2);
    },
    time: (name?: unknown): void => void times.set(label(name), outside.elapsedMs()),
    timeLog: (name?: unknown, ...values: unknown[]): void =>
      write([`${label(name)}: ${StringOf(outside.elapsedMs() - (times.get(label(name)) ?? 0))}ms`, ...values]),
    timeEnd: (name?: unknown): void => console.timeLog(name),
    clear: (): void => {},
  };
  install("console", console);

  install("__take", (path: string, namespace: object) => shielded(judge.take, path, namespace));

  membrane.connect(judge.port);
  return freeze({
    __proto__: null,
    port: membrane.port,
    connect(): void {
      for (let i = 0; i < intrinsics.linked.length; i += 1) membrane.port.link(i, judge.port.linked(i));
      outside = judge.outside(membrane.give);
      installWebGlobals(outside);
    },
    newTest(): void {
      group = "";
      toldAt = 0;
    },
    takeOutput(): string {
      const taken = output;
      output = "";
      return taken;
    },
    setOutputLimit(characters: number): void {
      limit = characters;
    },
    seed: seedRandom,
    fakeDate: (tell: unknown) => fakeDate(tell as () => number),
    restoreDate,
    mapLines(path: string, lines: number[]): void {
      lineMaps.set(path, lines);
    },
    knowFile(path: string): void {
      files.set(path, true);
    },
  }) as LearnerSide;
}

/** Calls a function of the judge's realm from code that the learner's may be on the stack of: nothing of it comes out. */
function shielded<A extends unknown[]>(act: (...args: A) => void, ...args: A): void {
  try {
    apply(act, undefined, args);
  } catch {
    // Only a stack that is full gets here, and the learner's code will meet that itself.
  }
}

/** A Map that a patched prototype does not reach. */
function ownMap<K, V>(): Map<K, V> {
  const map = new Map<K, V>();
  const { get, set: put } = map;
  defineProperty(map, "get", { value: get });
  defineProperty(map, "set", { value: put });
  return map;
}

type SiteMethod = () => unknown;
function captureCallSite(): Record<"getFileName" | "getLineNumber" | "getColumnNumber" | "getFunctionName", SiteMethod> {
  let prototype: Record<string, SiteMethod> = {};
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.prepareStackTrace = (_, sites) => {
    prototype = Reflect.getPrototypeOf(sites[0] as object) as Record<string, SiteMethod>;
    return "";
  };
  void new Error().stack;
  if (before === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
  const take = (name: string): SiteMethod => prototype[name] as SiteMethod;
  return { getFileName: take("getFileName"), getLineNumber: take("getLineNumber"), getColumnNumber: take("getColumnNumber"), getFunctionName: take("getFunctionName") };
}
