/** One run of JavaScript or TypeScript in a prepared isolate: load the learner's modules, register the tests, run them. */
import type IsolatedVm from "isolated-vm";
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";
import type { RunCommand } from "../../frames.ts";
import { stripTypes } from "../typescript/strip.ts";
import type { PreparedIsolate } from "./isolate.ts";
import { isCommonJs, namesImported, requireHeader, usesRequire, wrapCommonJs } from "./common-js.ts";
import type { Taking } from "./common-js.ts";
import { resolvePath } from "./resolve.ts";
import { listLibraryNames } from "./test-imports.ts";

const DONE = -2;
const NOTHING_TO_WAIT_FOR = -1;
const TEST_LIBRARIES = new Set(["vitest", "chai", "mocha", "bun:test"]);
const ASSERT_LIBRARIES = new Set(["assert", "node:assert", "assert/strict", "node:assert/strict"]);
const isLibrary = (specifier: string): boolean =>
  TEST_LIBRARIES.has(specifier) || ASSERT_LIBRARIES.has(specifier) || specifier === "@jest/globals" || specifier === "node:test" || specifier === "test";
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Returns when the judge has reported its last test. Throws `Stop`. */
export function runJavaScript(prepared: PreparedIsolate, command: RunCommand): void {
  const run = new Run(prepared, command);
  run.load();
  run.runTests();
}

/** A page's run (`languages/web`) is one that loads more than modules. */
export class Run {
  protected readonly prepared: PreparedIsolate;
  protected readonly command: RunCommand;
  private readonly startedCpuNs: bigint;
  protected readonly learnerModules = new Map<string, IsolatedVm.Module>();
  protected readonly judgeModules = new Map<string, IsolatedVm.Module>();
  protected readonly paths = new Map<IsolatedVm.Module, string>();
  protected readonly testFiles: Map<string, { text: string; group: string }>;
  protected readonly bridged = new Set<string>();
  /** The first problem that a resolver met: V8 words it anew on the way out. */
  protected problem: Stop | null = null;

  constructor(prepared: PreparedIsolate, command: RunCommand) {
    this.prepared = prepared;
    this.command = command;
    this.startedCpuNs = prepared.isolate.cpuTime;
    this.testFiles = new Map(command.tests.map(({ path, text, group }) => [path, { text, group }]));
  }

  load(): void {
    const { control } = this.prepared;
    const { secret, seed, outputKb, runSkipped } = this.command;
    control("configure", JSON.stringify({ secret, seed, outputCharacters: outputKb * 1024, runSkipped: runSkipped === true }));
    const named = this.command.tests.filter(({ path }) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path));
    const entries = named.length > 0 ? named : this.command.tests;
    for (const { path, group } of entries) {
      const module = this.judgeModule(path);
      try {
        control("beginFile", group);
        this.beforeTestFile();
        // The last statement says that the file has come to its end, also when it awaits at its top level.
        const mark = `test file ${path}`;
        const entry = this.prepared.isolate.compileModuleSync(`import "test"; __judge.loaded(${JSON.stringify(mark)});`, { filename: "rung:entry" });
        entry.instantiateSync(this.prepared.judgeContext, (specifier, referrer) =>
          referrer === entry ? module : this.resolveForTest(specifier, this.paths.get(referrer) ?? ""));
        this.evaluate(entry, mark);
        this.waitUntil(() => control("isLoaded", mark) === 1, "stalled", () => {
          throw new Stop("errored", `${path} never finished loading: it waits at its top level for a promise that nothing settles.`);
        });
      } catch (error) {
        throw this.problem ?? this.explain(error, path);
      }
    }
  }

  /** Called when a test file has begun to register its tests and has not been evaluated. */
  protected beforeTestFile(): void {}

  runTests(): void {
    this.enter("run");
    this.waitUntil(() => this.prepared.control("status") === DONE, "stalled");
  }

  // ---- time ----

  protected leftMs(): number {
    const usedMs = Number((this.prepared.isolate.cpuTime - this.startedCpuNs) / 1_000_000n);
    const left = this.command.cpuMs - usedMs;
    if (left < 1) throw new Stop("timed-out", timeMessage(this.command.cpuMs));
    return this.command.stretchMs;
  }

  /** Lets the isolate run on. What learners' promises are rejected with and nobody handles ends nothing. */
  private enter(operation: string): void {
    try {
      this.prepared.control(operation, "", "", this.leftMs());
    } catch (error) {
      this.unhandled(error);
    }
  }

  /** What the engine throws for a promise that nobody handles; it may be of the test's own code. Anything else ends the run. */
  private unhandled(error: unknown): void {
    const stop = this.limitMet(error);
    if (stop !== null) throw stop;
    try {
      this.prepared.control("unhandled");
    } catch (another) {
      const next = this.limitMet(another);
      if (next !== null) throw next;
    }
  }

  protected waitUntil(holds: () => boolean, whenStuck: string, onStuck?: () => never): void {
    for (;;) {
      let status: string | number | undefined;
      try {
        if (holds()) return;
        status = this.prepared.control("status");
      } catch (error) {
        this.unhandled(error);
        continue;
      }
      if (status === NOTHING_TO_WAIT_FOR) {
        onStuck?.();
        this.enter(whenStuck);
      } else if (typeof status === "number" && status >= 0) {
        if (status > 0) Atomics.wait(sleeper, 0, 0, status);
        this.enter("tick");
      }
    }
  }

  protected limitMet(error: unknown): Stop | null {
    if (error instanceof Stop) return error;
    const message = messageOf(error);
    if (this.prepared.isolate.isDisposed || message.includes("memory limit")) return new Stop("out-of-memory", memoryMessage(this.command.memoryMb));
    if (message === "Script execution timed out.") return new Stop("timed-out", timeMessage(this.command.cpuMs));
    return null;
  }

  // ---- the learner's modules ----

  /** Loads a learner's file in their realm and makes its exports known to the judge's. */
  private loadLearnerFile(path: string): void {
    if (this.bridged.has(path)) return;
    this.bridged.add(path);
    const { isolate, learnerContext, control, kernel } = this.prepared;
    const module = this.learnerModule(path);
    const bridge = isolate.compileModuleSync(
      `import { take } from "rung:kernel"; import * as namespace from "learner"; take(${JSON.stringify(path)}, namespace);`, { filename: "rung:bridge" });
    try {
      bridge.instantiateSync(learnerContext, (specifier, referrer) => {
        if (referrer === bridge) return specifier === "rung:kernel" ? kernel : module;
        return this.resolveForLearner(specifier, this.paths.get(referrer) ?? "");
      });
      this.evaluate(bridge, path);
      this.waitUntil(() => control("isLoaded", path) === 1, "stalled", () => {
        throw new Stop("errored", `${path} never finished loading: it waits at its top level for a promise that nothing settles.`);
      });
    } catch (error) {
      throw this.problem ?? this.explain(error, path);
    }
  }

  /** A promise that was rejected meanwhile and has no handler is reported like a failure to load, but only one of them is. */
  protected evaluate(module: IsolatedVm.Module, mark: string): void {
    try {
      module.evaluateSync({ timeout: this.leftMs() });
    } catch (error) {
      const stop = this.limitMet(error);
      if (stop !== null) throw stop;
      if (this.prepared.control("isLoaded", mark) !== 1) throw error;
    }
  }

  protected learnerModule(path: string): IsolatedVm.Module {
    const known = this.learnerModules.get(path);
    if (known !== undefined) return known;
    const { code, lines } = this.learnerCode(path);
    this.prepared.control("learnerFile", path, lines === null ? "" : JSON.stringify(lines));
    const module = this.compile(path, code, lines);
    this.learnerModules.set(path, module);
    return module;
  }

  /** One of the learner's files, or a lab's read-only one, that is not a test. */
  private findLearnerPath(specifier: string, from: string): string | null {
    return resolvePath(specifier, from, (candidate) => Object.hasOwn(this.command.files, candidate) && !this.testFiles.has(candidate));
  }

  private learnerCode(path: string): { code: string; lines: number[] | null } {
    const source = this.command.files[path] as string;
    if (!isCommonJs(path, source)) return this.toJavaScript(path, source);
    return { code: wrapCommonJs(source, this.namesWanted(path), (specifier) => this.taking(this.findLearnerPath(specifier, path))), lines: null };
  }

  /** How the value of a required file is taken. */
  private taking(path: string | null): Taking | null {
    return path === null ? null : path.endsWith(".json") ? "default" : "namespace";
  }

  /** What tests and the learner's other files import from a learner's file by name. */
  private namesWanted(path: string): Set<string> {
    const names = new Set<string>();
    const importers = [...Object.entries(this.command.files), ...[...this.testFiles].map(([from, { text }]) => [from, text] as const)];
    for (const [from, text] of importers) {
      for (const name of namesImported(text, (specifier) => resolvePath(specifier, from, (candidate) => candidate === path) === path)) names.add(name);
    }
    return names;
  }

  protected resolveForLearner(specifier: string, from: string): IsolatedVm.Module {
    const path = this.findLearnerPath(specifier, from);
    if (path === null) {
      throw this.remember(new Stop("errored", `${from} imports "${specifier}", which is not one of its files. A program here can only import the files beside it.`));
    }
    return this.learnerModule(path);
  }

  protected toJavaScript(path: string, source: string): { code: string; lines: number[] | null } {
    if (path.endsWith(".json")) return { code: `export default JSON.parse(${JSON.stringify(source)});`, lines: null };
    if (!/\.[cm]?tsx?$/.test(path)) return { code: source, lines: null };
    try {
      return stripTypes(source);
    } catch (error) {
      throw this.remember(new Stop("errored", `${path} could not be read: ${messageOf(error)}`));
    }
  }

  protected compile(path: string, code: string, lines: number[] | null): IsolatedVm.Module {
    try {
      const module = this.prepared.isolate.compileModuleSync(code, { filename: path });
      this.paths.set(module, path);
      return module;
    } catch (error) {
      throw this.remember(this.explain(error, path, lines));
    }
  }

  // ---- the tests' modules ----

  private judgeModule(path: string): IsolatedVm.Module {
    const known = this.judgeModules.get(path);
    if (known !== undefined) return known;
    const { code, lines } = this.testCode(path);
    const module = this.compile(path, code, lines);
    this.judgeModules.set(path, module);
    return module;
  }

  private testCode(path: string): { code: string; lines: number[] | null } {
    const source = this.testFiles.get(path)?.text as string;
    const taking = (specifier: string): Taking | null => {
      if (isLibrary(specifier)) return "default";
      return this.taking(resolvePath(specifier, path, (candidate) => this.testFiles.has(candidate) || Object.hasOwn(this.command.files, candidate)));
    };
    // A helper of the tests.
    if (isCommonJs(path, source) && /\bexports\b/.test(source)) return { code: wrapCommonJs(source, new Set(), taking), lines: null };
    const { code, lines } = this.toJavaScript(path, source);
    return usesRequire(source) ? { code: requireHeader(source, taking) + code, lines } : { code, lines };
  }

  private resolveForTest(specifier: string, from: string): IsolatedVm.Module {
    if (TEST_LIBRARIES.has(specifier)) return this.libraryModule(specifier, "__judge.api", "apiNames", "__judge.api");
    if (specifier === "@jest/globals") return this.libraryModule(specifier, "__judge.jestApi", "apiNames", "__judge.jestApi");
    if (specifier === "node:test" || specifier === "test") return this.libraryModule(specifier, "__judge.nodeTest", "nodeTestNames", "__judge.nodeTest");
    if (ASSERT_LIBRARIES.has(specifier)) {
      const object = specifier.endsWith("strict") ? "__judge.nodeAssert.strict" : "__judge.nodeAssert";
      return this.libraryModule(specifier, object, "assertNames", object);
    }
    const test = resolvePath(specifier, from, (candidate) => this.testFiles.has(candidate));
    if (test !== null) return this.judgeModule(test);
    const path = resolvePath(specifier, from, (candidate) => Object.hasOwn(this.command.files, candidate));
    if (path === null) {
      throw this.remember(new Stop("errored", /^\.\.?\//.test(specifier)
        ? `${from} needs the file "${specifier}", which is not there. Was it renamed or deleted?`
        : `${from} imports "${specifier}", which is not available here.`));
    }
    return this.learnerFace(path);
  }

  private libraryModule(specifier: string, object: string, namesOperation: string, standard: string): IsolatedVm.Module {
    const known = this.judgeModules.get(specifier);
    if (known !== undefined) return known;
    const wanted = this.libraryNames(specifier);
    const names = (JSON.parse(String(this.prepared.control(namesOperation))) as string[]).filter((name) => name !== "default" && (wanted === null || wanted.has(name)));
    const code = `export default ${standard};\n${names.map((name, i) => `const x${i} = ${object}[${JSON.stringify(name)}]; export { x${i} as ${JSON.stringify(name)} };`).join("\n")}`;
    const module = this.prepared.isolate.compileModuleSync(code, { filename: "rung:library" });
    this.judgeModules.set(specifier, module);
    return module;
  }

  /** What the tests take from a library by name, because making what nobody takes costs time; null for all of it. */
  private libraryNames(specifier: string): Set<string> | null {
    const names = new Set<string>();
    for (const { text } of this.testFiles.values()) {
      const listed = listLibraryNames(text, specifier);
      if (listed === null) return null;
      for (const name of listed) names.add(name);
    }
    return names;
  }

  /** A module of the judge's realm whose exports are faces of the learner's. What tests ask for and is not there is undefined. */
  private learnerFace(path: string): IsolatedVm.Module {
    const known = this.judgeModules.get(path);
    if (known !== undefined) return known;
    this.loadLearnerFile(path);
    const present = JSON.parse(String(this.prepared.control("exportNames", path))) as string[];
    const wanted = new Set([...present, ...this.namesWanted(path)]);
    const names = [...wanted];
    const code = `const module = __judge.exportsOf(${JSON.stringify(path)});
let ${names.map((_, i) => `x${i}`).join(", ") || "none"};
const update = () => { ${names.map((name, i) => `x${i} = module[${JSON.stringify(name)}];`).join(" ")} };
update();
${names.map((name, i) => `export { x${i} as ${JSON.stringify(name)} };`).join("\n")}
__judge.live(update);`;
    const module = this.prepared.isolate.compileModuleSync(code, { filename: "rung:learner-face" });
    this.judgeModules.set(path, module);
    return module;
  }

  // ---- words ----

  protected remember(stop: Stop): Stop {
    this.problem ??= stop;
    return stop;
  }

  protected isKnown(path: string): boolean {
    return Object.hasOwn(this.command.files, path) || this.testFiles.has(path);
  }

  protected explain(error: unknown, path: string, lines: number[] | null = null): Stop {
    const limit = this.limitMet(error);
    if (limit !== null) return limit;
    const place = /^(.*) \[([^[\]]+):(\d+):\d+\]$/s.exec(messageOf(error));
    if (place !== null && !this.isKnown(String(place[2]))) return new Stop("errored", `${path} could not be read: ${nameOf(error)}: ${String(place[1])}`);
    if (place !== null) {
      const line = Number(place[3]);
      return new Stop("errored", `${String(place[2])} could not be read: ${nameOf(error)}: ${String(place[1])} (line ${lines?.[line - 1] ?? line})`);
    }
    const hint = /\b(module|exports|require) is not defined/.test(messageOf(error)) ? " Programs here use import and export instead." : "";
    const frame = /\n\s+at (?:[^\n]*\()?([^\n()\s:]+):(\d+)/.exec(stackOf(error));
    const known = frame !== null && this.isKnown(frame[1] as string);
    return new Stop("errored", `${path} could not be loaded: ${nameOf(error)}: ${messageOf(error)}${known ? ` (${String(frame[1])}, line ${String(frame[2])})` : ""}${hint}`);
  }
}

// Errors from an isolate are this process's own objects with strings in them; other things that were thrown are primitives.
function field(error: unknown, name: "name" | "message" | "stack"): string {
  const value = typeof error === "object" && error !== null ? (error as Record<string, unknown>)[name] : name === "message" ? String(error) : "";
  return typeof value === "string" ? value.slice(0, 2_000) : "";
}
const messageOf = (error: unknown): string => field(error, "message").replace(/^An object was thrown from supplied code.*$/, "an object that is not an Error was thrown");
const stackOf = (error: unknown): string => field(error, "stack");
const nameOf = (error: unknown): string => field(error, "name") || "Thrown";
