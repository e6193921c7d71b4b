/** The words of bats-core: `run`, `skip`, `load` and their like. */
import { Exit } from "../shell/control.ts";
import { decodeUtf8 } from "../shell/escapes.ts";
import { runToEnd } from "../shell/execute.ts";
import type { Builtin, Shell } from "../shell/shell.ts";
import { runWords } from "../shell/simple-command.ts";
import { Collector } from "../shell/streams.ts";
import { IndexedArray } from "../shell/variables.ts";
import { createAssertions } from "./assertions.ts";
import type { TakeNote } from "./assertions.ts";
import { isKnownLibrary } from "./parse.ts";

export interface WordsHost {
  note: TakeNote;
  skipped(reason: string): void;
  /** Reads a helper of the tests, or a file of the learner's. */
  load(shell: Shell, path: string, args: string[]): Promise<number>;
  /** Whether a path is a script of the tests. */
  isTestsOwn(path: string): boolean;
  overflow(): never;
}

const MOST_BYTES = 8 * 1024 * 1024;

function splitLines(text: string, keepEmpty: boolean): string[] {
  if (text === "") return [];
  return keepEmpty ? text.replace(/\n$/, "").split("\n") : text.split("\n").filter((line) => line !== "");
}

const run = (host: WordsHost): Builtin => async (shell, args) => {
  let wanted: number | "!" | null = null;
  let apart = false;
  let keep = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "!") wanted = "!";
    else if (/^-\d+$/.test(arg)) wanted = Number(arg.slice(1));
    else if (arg === "--separate-stderr") apart = true;
    else if (arg === "--keep-empty-lines") keep = true;
    else if (arg === "--") {
      at += 1;
      break;
    } else break;
  }
  const [name, ...rest] = args.slice(at);
  if (name === undefined) {
    host.note({ message: "`run` wants a command.", expected: null, actual: null });
    return 1;
  }
  const child = shell.fork();
  for (const option of ["errexit", "errtrace", "functrace"] as const) child.options.delete(option);
  child.ignoring = 0;
  child.traps.clear();
  const out = new Collector(MOST_BYTES, host.overflow);
  const problems = apart ? new Collector(MOST_BYTES, host.overflow) : out;
  child.descriptors.set(1, { input: null, output: out });
  child.descriptors.set(2, { input: null, output: problems });
  const status = await runToEnd(child, () => runWords(child, name, rest));
  const text = decodeUtf8(out.bytes.replaceAll("\0", ""));
  const output = keep ? text : text.replace(/\n+$/, "");
  const { variables } = shell;
  const set = (variable: string, value: string): void => {
    variables.declareGlobal(variable);
    variables.setValue(variable, value);
  };
  set("status", String(status));
  set("output", output);
  variables.setValue("lines", IndexedArray.of(splitLines(output, keep)));
  if (apart) {
    const raw = decodeUtf8(problems.bytes);
    const stderr = keep ? raw : raw.replace(/\n+$/, "");
    set("stderr", stderr);
    variables.setValue("stderr_lines", IndexedArray.of(splitLines(stderr, keep)));
  }
  set("BATS_RUN_COMMAND", [name, ...rest].join(" "));
  const print = `status ${status}${output === "" ? "" : `\n${output}`}`;
  if (wanted === "!" && status === 0) {
    host.note({ message: "The command succeeded, but it should fail.", expected: "a status that is not 0", actual: print });
    return 1;
  }
  if (typeof wanted === "number" && status !== wanted) {
    host.note({ message: "The command ended with another status than it should.", expected: `status ${wanted}`, actual: print });
    return 1;
  }
  return 0;
};

const skip = (host: WordsHost): Builtin => (_shell, args) => {
  host.skipped(args.join(" "));
  throw new Exit(0, true);
};

/** Parts of the libraries' own texts: a function that is built from them is what our word of its name stands for. */
const LIBRARY_PARTS = /\bbatslib_\w/;

const load = (host: WordsHost, isWord: (name: string) => boolean): Builtin => async (shell, [name = "", ...args]) => {
  const { files } = shell.system;
  const base = files.normalize(shell.get("BATS_TEST_DIRNAME") ?? shell.cwd, name);
  const path = [base, `${base}.bash`, `${base}.sh`].find((one) => files.find(one)?.type === "file");
  if (isKnownLibrary(name)) {
    // Tests may bring the library itself, the library with words of their own, or something else of its name.
    if (path === undefined || !host.isTestsOwn(path)) return 0;
    const before = new Map(shell.functions);
    const status = await host.load(shell, path, args);
    for (const [one, found] of shell.functions) if (isWord(one) && before.get(one) !== found && LIBRARY_PARTS.test(found.source)) shell.functions.delete(one);
    return status;
  }
  if (path !== undefined) return host.load(shell, path, args);
  host.note({ message: `load: ${name} is not there.`, expected: null, actual: null });
  return 1;
};

const needsVersion = (host: WordsHost): Builtin => (_shell, [version = ""]) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 1 || (major === 1 && minor <= 11)) return 0;
  host.note({ message: `The tests want bats ${version}; this is 1.11.`, expected: null, actual: null });
  return 1;
};

/** Every word, by name. */
export function createWords(host: WordsHost): ReadonlyMap<string, Builtin> {
  const loads = load(host, (name) => words.has(name));
  const words = new Map<string, Builtin>([
    ["run", run(host)], ["skip", skip(host)], ["load", loads], ["bats_load_library", loads], ["bats_require_minimum_version", needsVersion(host)],
    ["batslib_is_caller", () => 1], ...createAssertions(host.note),
  ]);
  return words;
}
