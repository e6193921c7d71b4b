/** Runs the tests of one bats file, each in a shell of its own over one file system, as bats does. */
import { applyChanges, takeChanges } from "../exchange.ts";
import type { Ask } from "../judge-realm.ts";
import { WORKSPACE } from "../messages.ts";
import type { FileChange } from "../messages.ts";
import { Learner } from "./learner.ts";
import { parseBats } from "./parse.ts";
import type { BatsTest } from "./parse.ts";
import type { Note } from "./assertions.ts";
import { createWords } from "./words.ts";
import { builtins } from "../shell/builtins/all.ts";
import { sourceText } from "../shell/builtins/flow.ts";
import type { Script } from "../shell/ast.ts";
import { Exit, LimitMet } from "../shell/control.ts";
import { decodeUtf8, encodeUtf8 } from "../shell/escapes.ts";
import { runLines, runToEnd } from "../shell/execute.ts";
import { parseScript, ShellSyntaxError } from "../shell/parser.ts";
import { Shell } from "../shell/shell.ts";
import type { System } from "../shell/shell.ts";
import { runWords } from "../shell/simple-command.ts";
import { Collector, Input } from "../shell/streams.ts";
import { createClock, createRandom, createSystem } from "../shell/system.ts";
import type { Clock } from "../shell/system.ts";

export interface BatsRun {
  suite: { path: string; text: string; group: string };
  /** Test files that are no bats files: helpers, and data. */
  helpers: readonly { path: string; text: string }[];
  /** The learner's, and the lab's read-only ones. */
  files: Readonly<Record<string, string>>;
  seed: string;
  outputKb: number;
  mostSleepMs: number;
  ask: Ask;
  report(type: string, body: object): void;
}

const LONGEST = 4_000;
const cut = (text: string | null): string | null => (text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}… (cut)` : text);
const flat = (path: string): string => path.replace(/^.*\//, "");
const isShellText = (path: string, text: string): boolean => /\.(?:sh|bash)$/.test(path) || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);

export class BatsFile {
  private readonly given: BatsRun;
  private readonly tests: BatsTest[];
  private readonly text: string;
  private readonly lines: string[];
  private readonly clock: Clock;
  private readonly system: System;
  private readonly learner: Learner;
  private note: Note | null = null;
  private skipped: string | null = null;
  private testOutput: (bytes: string) => void = () => {};

  constructor(given: BatsRun) {
    this.given = given;
    const { script, tests } = parseBats(given.suite.text);
    this.text = script;
    this.lines = given.suite.text.split("\n");
    this.tests = tests;
    this.clock = createClock(given.mostSleepMs, `The tests sleep for more than ${given.mostSleepMs / 1_000} s.`);
    const secret = new Set([`${WORKSPACE}/${flat(given.suite.path)}`, ...given.helpers.filter(({ path, text }) => isShellText(path, text)).map(({ path }) => `${WORKSPACE}/${flat(path)}`)]);
    this.learner = new Learner({ ask: given.ask, secret, isWord: (name) => words.has(name) || builtins.has(name), print: (bytes) => this.testOutput(bytes), overflow: () => this.tooMuch() });
    const words = createWords({
      note: (note) => void (this.note ??= note),
      skipped: (reason) => void (this.skipped ??= reason),
      load: (shell, path, args) => this.load(shell, path, args),
      isTestsOwn: (path) => secret.has(path),
      overflow: () => {
        throw new LimitMet("too-much-output", `The program printed more than ${given.outputKb} KB.`);
      },
    });
    this.system = createSystem(this.clock, createRandom(`${given.seed} tests`), {
      builtins: new Map([...words, ...builtins]),
      runElsewhere: (shell, how, path, args) => this.learner.runScript(shell, how, path, args),
    });
  }

  wake(): boolean {
    return this.clock.wake();
  }

  declare(): object[] {
    return this.tests.map(({ name }) => ({ name: name.slice(0, 500), group: this.given.suite.group }));
  }

  /** Puts the files in their places, here and on the learner's side. Throws `LimitMet` when a script can't be read. */
  async begin(): Promise<void> {
    const { files, helpers, suite, seed, outputKb, mostSleepMs, ask } = this.given;
    const changes: FileChange[] = [];
    for (const [path, text] of Object.entries(files)) changes.push({ path: `${WORKSPACE}/${path}`, node: { type: "file", bytes: encodeUtf8(text), mode: isShellText(path, text) ? 0o755 : 0o644 } });
    for (const { path, text } of helpers) if (!isShellText(path, text)) changes.push({ path: `${WORKSPACE}/${flat(path)}`, node: { type: "file", bytes: encodeUtf8(text), mode: 0o644 } });
    applyChanges(this.system.files, changes, new Set());
    const ready = await ask({ type: "begin", seed: `${seed} ${suite.path}`, files: changes, mostOutputBytes: outputKb * 1_024, mostSleepMs });
    if (ready.type === "ready" && ready.problem !== null) throw new LimitMet("errored", `${ready.problem.path} could not be read: ${ready.problem.message} (line ${ready.problem.line})`);
    // The tests' own scripts are on this side only.
    this.system.files.writeBytes(`${WORKSPACE}/${flat(suite.path)}`, encodeUtf8(suite.text));
    for (const { path, text } of helpers) if (isShellText(path, text)) this.system.files.writeBytes(`${WORKSPACE}/${flat(path)}`, encodeUtf8(text), 0o755);
    for (const folder of ["/tmp/bats-file", "/tmp/bats-run"]) this.system.files.makeFolder(folder, true);
    takeChanges(this.system.files, new Set());
    for (const folder of ["/tmp/bats-file", "/tmp/bats-run"]) this.system.files.change(folder, { mode: 0o755 });
  }

  private async load(shell: Shell, path: string, args: string[]): Promise<number> {
    const elsewhere = await this.system.runElsewhere(shell, "source", path, [path, ...args]);
    return elsewhere ?? sourceText(shell, decodeUtf8(this.system.files.readBytes(path)), path, args);
  }

  private makeShell(output: Collector): Shell {
    const shell = new Shell(this.system);
    const exported = (name: string, value: string): void => {
      shell.set(name, value);
      shell.variables.declare(name).exported = true;
    };
    shell.setDefaults(WORKSPACE);
    shell.name = "bats";
    for (const [name, value] of Object.entries({ HOME: "/home/user", PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8", USER: "learner", BATS_RUN_SKIPPED: "true" })) exported(name, value);
    for (const [name, value] of Object.entries({ BATS_VERSION: "1.11.0", BATS_TEST_DIRNAME: WORKSPACE, BATS_ROOT: "/usr", BATS_TEST_FILENAME: `${WORKSPACE}/${flat(this.given.suite.path)}`, BATS_TMPDIR: "/tmp", BATS_RUN_TMPDIR: "/tmp/bats-run", BATS_SUITE_TMPDIR: "/tmp/bats-run", BATS_FILE_TMPDIR: "/tmp/bats-file", status: "0", output: "" })) shell.set(name, value);
    shell.descriptors.set(0, { input: new Input(""), output: null });
    for (const number of [1, 2, 3]) shell.descriptors.set(number, { input: null, output });
    for (const option of ["errexit", "errtrace", "functrace"] as const) shell.options.add(option);
    return shell;
  }

  /** Reports every test; `index` counts over all files. */
  async run(index: number): Promise<number> {
    const { report } = this.given;
    let at = index;
    let script: Script | null = null;
    let problem: string | null = null;
    try {
      script = parseScript(this.text);
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      problem = `The test file could not be read: ${error.message} (line ${error.line})`;
    }
    const kept = new Map<string, string>();
    if (script !== null && this.text.includes("setup_file")) problem = await this.runHook(script, "setup_file", kept);
    for (const [number, test] of this.tests.entries()) {
      report("start", { index: at });
      const startedMs = Date.now();
      const ending = script === null || problem !== null ? { status: "errored", message: problem, expected: null, actual: null, location: null } : await this.runTest(script, test, number, kept);
      report("end", { index: at, ...ending, unfinished: false, durationMs: Date.now() - startedMs });
      at += 1;
    }
    if (script !== null && this.text.includes("teardown_file")) await this.runHook(script, "teardown_file", kept);
    return at;
  }

  /** `setup_file` and `teardown_file`: what they export is kept for the tests. Null, or why it failed. */
  private async runHook(script: Script, hook: string, kept: Map<string, string>): Promise<string | null> {
    const shell = this.makeShell(new Collector(Infinity, () => this.tooMuch()));
    for (const [name, value] of kept) shell.set(name, value);
    this.note = null;
    this.skipped = null;
    this.testOutput = () => {};
    const status = await runToEnd(shell, async () => {
      await runLines(shell, script);
      const ended = shell.functions.has(hook) ? await runWords(shell, hook, []) : 0;
      for (const [name, value] of Object.entries(shell.variables.environment())) kept.set(name, value);
      return ended;
    });
    const note = this.note as Note | null;
    return status === 0 || this.skipped !== null ? null : note?.message ?? `${hook} failed.`;
  }

  private tooMuch(): never {
    throw new LimitMet("too-much-output", `The program printed more than ${this.given.outputKb} KB.`);
  }

  private async runTest(script: Script, test: BatsTest, number: number, kept: ReadonlyMap<string, string>): Promise<object> {
    const printed = new Collector(8 * 1024 * 1024, () => this.tooMuch());
    const shell = this.makeShell(printed);
    for (const [name, value] of kept) {
      shell.set(name, value);
      shell.variables.declare(name).exported = true;
    }
    const folder = `/tmp/bats-test-${number + 1}`;
    this.system.files.makeFolder(folder, true);
    for (const [name, value] of Object.entries({ BATS_TEST_NUMBER: String(number + 1), BATS_SUITE_TEST_NUMBER: String(number + 1), BATS_TEST_DESCRIPTION: test.name, BATS_TEST_NAME: test.call, BATS_TEST_TMPDIR: folder, BATS_RUN_COMMAND: "" })) shell.set(name, value);
    this.note = null;
    this.skipped = null;
    this.learner.complaint = null;
    this.testOutput = (bytes) => this.given.report("output", { output: decodeUtf8(bytes) });
    let completed = false;
    let failedLine = 0;
    const status = await runToEnd(shell, async () => {
      try {
        await runLines(shell, script);
        if (shell.functions.has("setup")) await runWords(shell, "setup", []);
        shell.status = await runWords(shell, test.call, []);
        if (shell.status !== 0) throw new Exit(shell.status);
        completed = true;
      } catch (error) {
        failedLine = shell.line;
        throw error;
      }
      return 0;
    });
    let teardown: number = 0;
    if (shell.functions.has("teardown")) {
      shell.calls = [];
      shell.loops = 0;
      shell.set("BATS_TEST_COMPLETED", completed ? "1" : "");
      teardown = await runToEnd(shell, async () => runWords(shell, "teardown", []));
    }
    const held = { message: null, expected: null, actual: null, location: null };
    if (this.skipped !== null) return { ...held, status: "skipped", message: this.skipped === "" ? null : this.skipped };
    const note = this.note as Note | null;
    if (completed && status === 0 && teardown === 0) return { ...held, status: "passed" };
    return { status: "failed", ...this.explain(note, shell, failedLine, status, completed, printed), location: this.place() };
  }

  private explain(note: Note | null, shell: Shell, line: number, status: number, completed: boolean, printed: Collector): Note {
    if (note !== null) return { message: note.message, expected: cut(note.expected), actual: cut(note.actual) };
    if (completed) return { message: "The test's teardown failed.", expected: null, actual: null };
    const shown = this.given.suite.group === "visible" ? (this.lines[line - 1] ?? "").trim() : "";
    const said = decodeUtf8(printed.bytes).trim();
    const message = `${status === 0 ? "The test was ended by `exit`" : "A command of the test failed"}${shown === "" ? "." : `: ${shown}`}${this.learner.overwritten.size > 0 ? `\nThe script changed ${[...this.learner.overwritten].join(", ")}, which the test uses; the test's own value was kept.` : ""}`;
    const ran = shell.get("BATS_RUN_COMMAND") ?? "";
    const output = ran === "" ? said : shell.get("output") ?? "";
    return { message, expected: null, actual: ran === "" && output === "" ? null : cut(ran === "" ? output : `status ${shell.get("status") ?? ""}${output === "" ? "" : `\n${output}`}`) };
  }

  /** Where the learner's own file broke, when its shell said so. */
  private place(): string | null {
    const { complaint } = this.learner;
    if (complaint === null) return null;
    return JSON.stringify({ path: this.system.files.normalize(WORKSPACE, complaint.path).slice(WORKSPACE.length + 1), line: complaint.line });
  }
}
