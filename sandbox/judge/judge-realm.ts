/**
 * The judge's realm: made before the submission arrives, it joins itself to the learner's, registers the test API and, when
 * told, runs the tests and reports. Only this realm knows the run's secret, without which the parent believes no report.
 */
import { intrinsics, membrane } from "./realm.ts";
import type { bootLearner, JudgeSide, LearnerSide } from "./learner-realm.ts";
import type { Membrane } from "./membrane/membrane.ts";
import type { Port } from "./membrane/port.ts";
import { customTesters } from "./equals.ts";
import type { Tester } from "./equals.ts";
import { mirrorBuiltIns } from "./mock.ts";
import { cut, describeWith, errorText } from "./print.ts";
import { noteCallback } from "./book.ts";
import { beginFile, setRunSkipped } from "./registry.ts";
import { noteStray, noteUnhandled, runAll, stalled } from "./runner.ts";
import { nodeAssert } from "./assert.ts";
import { nodeTest } from "./node-test.ts";
import { api, GLOBALS, jestApi } from "./test-api.ts";
import { listenToClock, unstubAllGlobals, useRealTimers } from "./vi.ts";
import { bindNewerFunctions } from "./slots.ts";
import * as timers from "./timers.ts";
import { install, installWebGlobals, removeDangers, seedRandom } from "./web-globals.ts";
import type { Outside } from "./web-globals.ts";

/** Status numbers of `control("status")`: otherwise milliseconds to wait before `control("tick")`. */
/** Characters of output in one report, small enough for a frame however it is encoded. */
const OUTPUT_PIECE = 32_768;
export const DONE = -2;
export const NOTHING_TO_WAIT_FOR = -1;

type Control = (operation: string, first?: string, second?: string) => string | number | undefined;

/** What an engine that shows the learner more than modules (a page) builds on, in the judge's realm. */
export interface JudgeInside {
  membrane: Membrane;
  judge: JudgeSide;
  learnerOutside: Outside;
  /** Joins another realm of the learner's, which the membrane speaks to from then on. `wrap` sees all that is asked of it. */
  join<Side extends LearnerSide>(start: (judge: JudgeSide) => Side, side: JudgeSide, wrap?: (port: Port) => Port): Side;
  /** Console, stubs and clocks of tests are that realm's from now on. */
  use(side: LearnerSide): void;
  /** The next modules are new ones, whatever their paths. */
  forgetModules(): void;
  api: Record<string, unknown>;
  install(name: string, value: unknown): void;
  noteStray(error: unknown): void;
  /** Decides of two values before the judge's equality does; undefined leaves it to that. */
  compareWith(tester: Tester): void;
  describeWith(describe: (value: object) => string | undefined): void;
}

/** Called by the worker with its functions, which take and give strings and numbers only. */
export function bootJudge(
  startLearner: typeof bootLearner, send: (text: string, hold: boolean) => void, overflow: () => void, clock: () => number, url: (request: string) => string,
): Control {
  removeDangers();
  bindNewerFunctions();
  removeEvaluation();
  timers.startClock();

  // Harness frames are nobody's business, least of all that of learners' code which catches an error of a test's callback.
  Object.defineProperty(Error, "prepareStackTrace", { value: (error: unknown) => errorText(error), configurable: false, writable: false });

  const namespaces = new Map<string, object>();
  const loaded = new Set<string>();
  const outside: Outside = {
    setTimer: (callback, delayMs, repeat, args) => timers.setTimer(callback, delayMs, repeat, [...args]),
    clearTimer: timers.clearTimer,
    elapsedMs: timers.elapsedMs,
    stray: noteStray,
    url,
  };
  const learnerOutside: Outside = { ...outside, url: (request) => (typeof request === "string" ? url(request) : "null") };
  const judge: JudgeSide = {
    port: membrane.port,
    outside: () => membrane.give(learnerOutside) as Outside,
    overflow: () => overflow(),
    printed: () => reportOutput(),
    take: (path, namespace) => void namespaces.set(path, namespace),
  };
  const join = <Side extends LearnerSide>(start: (judge: JudgeSide) => Side, side: JudgeSide, wrap?: (port: Port) => Port): Side => {
    const joined = start(side);
    membrane.connect(wrap?.(joined.port) ?? joined.port);
    for (let i = 0; i < intrinsics.linked.length; i += 1) membrane.port.link(i, joined.port.linked(i));
    joined.connect();
    return joined;
  };
  let learner: LearnerSide = join(startLearner, judge);

  installWebGlobals(outside);
  for (const name of GLOBALS) installApi(name);
  bridgeGlobals(learner);

  let secret = "";
  let seed = "";
  let outputCharacters = 65_536;
  let sequence = 0;
  // What is held goes out with the next report, which must come before the learner's code runs again: it may never return.
  const report = (body: object, hold = false): void => {
    sequence += 1;
    send(JSON.stringify({ secret, sequence, ...body }), hold);
  };
  const reportOutput = (hold = false): void => {
    const output = learner.takeOutput();
    for (let at = 0; at < output.length; at += OUTPUT_PIECE) report({ type: "output", output: output.slice(at, at + OUTPUT_PIECE) }, hold);
  };
  let done = false;
  const live: (() => void)[] = [];
  // `export let` of a learner changes when their code has run.
  membrane.afterCalls(() => refresh());
  const refresh = (): void => {
    for (const update of live) update();
  };
  membrane.afterAnswers((value) => {
    if (!membrane.isFace(value) && value instanceof Promise) noteCallback(value);
  });

  const inside: JudgeInside = {
    membrane, judge, learnerOutside, join, api, install, noteStray, describeWith,
    compareWith: (tester) => void customTesters.push(tester),
    use(side) {
      reportOutput();
      learner = side;
      learner.seed(seed);
      learner.setOutputLimit(outputCharacters);
      bridgeGlobals(learner);
    },
    forgetModules() {
      namespaces.clear();
    },
  };

  // For the modules that the worker makes: nothing but the judge's realm sees this object.
  install("__judge", {
    api, jestApi, inside,
    get nodeAssert() { return nodeAssert(); },
    get nodeTest() { return nodeTest(); },
    exportsOf: (path: string) => membrane.port.face(namespaces.get(path) as object),
    live: (update: () => void) => live.push(update),
    loaded: (path: string) => loaded.add(path),
  });

  const operations: Record<string, (first: string, second: string) => string | number | undefined> = {
    configure(text) {
      const options = JSON.parse(text) as { secret: string; seed: string; outputCharacters: number; runSkipped: boolean };
      ({ secret, seed, outputCharacters } = options);
      setRunSkipped(options.runSkipped);
      // Test files that count on being run whole were written for jest.
      if (options.runSkipped) install("expect", jestApi["expect"]);
      seedRandom(`${options.seed} judge`);
      learner.seed(options.seed);
      learner.setOutputLimit(options.outputCharacters);
      return undefined;
    },
    learnerFile(path, lines) {
      learner.knowFile(path);
      if (lines !== "") learner.mapLines(path, JSON.parse(lines) as number[]);
      return undefined;
    },
    isLoaded: (path) => (loaded.has(path) || namespaces.has(path) ? 1 : 0),
    exportNames: (path) => JSON.stringify(Reflect.ownKeys(namespaces.get(path) as object).filter((key) => typeof key === "string")),
    apiNames: () => JSON.stringify(Object.keys(api)),
    nodeTestNames: () => JSON.stringify(Object.keys(nodeTest())),
    assertNames: () => JSON.stringify(Object.keys(nodeAssert())),
    beginFile(group) {
      beginFile(group);
      return undefined;
    },
    run() {
      reportOutput(true);
      report({ type: "loaded" }, true);
      void runAll({
        declare: (tests) => report({ type: "declare", tests: tests.map(({ name, group }) => ({ name: cut(name, 200), group })) }, tests.length > 0),
        start: (index) => {
          refresh();
          learner.newTest();
          report({ type: "start", index });
        },
        end: (index, ending) => {
          reportOutput(true);
          report({ type: "end", index, ...ending }, true);
        },
        finish: () => {
          reportOutput(true);
          report({ type: "finish" });
          done = true;
        },
        clock: () => clock(),
        locate,
        afterTest: (unfinished) => {
          if (unfinished) timers.dropTimers();
          unstubAllGlobals();
          useRealTimers();
          membrane.forgetDates();
        },
      });
      return undefined;
    },
    status: () => (done ? DONE : timers.nextDelayMs()),
    tick() {
      try {
        timers.runDueTimer();
      } catch (error) {
        noteStray(error);
      }
      return undefined;
    },
    unhandled() {
      noteUnhandled();
      return undefined;
    },
    stalled() {
      stalled();
      return undefined;
    },
  };
  return (operation, first = "", second = "") => operations[operation]?.(first, second);
}

/** A global of the tests'. What `api` makes when it is asked becomes a property like the others when a test first reads it. */
function installApi(name: string): void {
  const found = Reflect.getOwnPropertyDescriptor(api, name);
  if (found?.get === undefined) return install(name, api[name]);
  const get = (): unknown => {
    install(name, api[name]);
    return api[name];
  };
  Object.defineProperty(globalThis, name, { get, set: (value: unknown) => install(name, value), configurable: true, enumerable: false });
}

/**
 * Nothing in this realm needs to make code from text. Should an object of it ever come into a learner's hands, the way from
 * there to `Function` is closed; stand-ins keep `fn.constructor.name` and `instanceof Function` of tests true.
 */
function removeEvaluation(): void {
  for (const sample of [function () {}, function* () {}, async function () {}, async function* () {}]) {
    const prototype = Object.getPrototypeOf(sample) as { constructor: { name: string } };
    const standIn = function (): never {
      throw new TypeError("Code can't be made from text here");
    };
    Object.defineProperty(standIn, "name", { value: prototype.constructor.name });
    Object.defineProperty(standIn, "prototype", { value: prototype });
    if (prototype.constructor === Function) install("Function", standIn);
    Object.defineProperty(prototype, "constructor", { value: standIn, configurable: false, writable: false });
  }
  Reflect.deleteProperty(globalThis, "eval");
}

/** `console` of a test is the learner's, so that a spy on it hears the program; stubs and clocks reach both realms. */
function bridgeGlobals(learner: LearnerSide): void {
  const globalOfLearner = rawFace(learner, 0);
  install("console", (globalOfLearner as { console: unknown }).console);
  const numberOf = new Map(intrinsics.linked.map((object, index) => [object, index]));
  mirrorBuiltIns((object, key, value) => {
    const index = numberOf.get(object);
    if (index === undefined) return undefined;
    const theirs = rawFace(learner, index);
    const before = Reflect.getOwnPropertyDescriptor(theirs, key);
    Reflect.defineProperty(theirs, key, { value, configurable: true, writable: true, enumerable: before?.enumerable ?? true });
    return () => {
      if (before === undefined) Reflect.deleteProperty(theirs, key);
      else Reflect.defineProperty(theirs, key, before);
    };
  });
  listenToClock({
    faked: (tell) => learner.fakeDate(membrane.give(tell)),
    restored: () => learner.restoreDate(),
    stub: (name, value) => {
      const before = Reflect.getOwnPropertyDescriptor(globalOfLearner, name);
      Reflect.defineProperty(globalOfLearner, name, { value, configurable: true, writable: true, enumerable: true });
      return () => {
        if (before === undefined) Reflect.deleteProperty(globalOfLearner, name);
        else Reflect.defineProperty(globalOfLearner, name, before);
      };
    },
  });
}

/** A face of a built-in of the learner's realm, which otherwise stands for the judge's own. */
function rawFace(learner: LearnerSide, index: number): object {
  return membrane.faceOfLinked(learner.port.linked(index));
}

/** The innermost line of the learner's code in an error's stack, which their realm's formatter wrote. */
function locate(thrown: unknown): string | null {
  if (!membrane.isFace(thrown)) return null;
  try {
    const { stack } = thrown as { stack?: unknown };
    if (typeof stack !== "string") return null;
    const message = (thrown as { message?: unknown }).message;
    const frames = cut(stack, 20_000).slice(typeof message === "string" && message.length < 10_000 ? message.length : 0);
    const found = /\n {4}at (?:[^\n]{0,200} \()?([^\n():]{1,200}):(\d{1,7})/.exec(frames);
    return found === null ? null : JSON.stringify({ path: found[1], line: Number(found[2]) });
  } catch {
    return null;
  }
}
