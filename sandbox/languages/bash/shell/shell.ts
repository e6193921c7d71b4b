/** The state of one shell, and what all shells of a session share. */
import type { CompoundCommand } from "./ast.ts";
import { ArithmeticError, calculate } from "./arithmetic.ts";
import type { ArithmeticNames } from "./arithmetic.ts";
import { Exit, ExpansionFailure, LimitMet } from "./control.ts";
import { encodeUtf8 } from "./escapes.ts";
import type { Files } from "./files.ts";
import type { Interpreter } from "./interpreter.ts";
import { NOWHERE } from "./streams.ts";
import type { Descriptor, Input } from "./streams.ts";
import { asScalar, BadSubscript, IndexedArray, ReadonlyError, Variables } from "./variables.ts";
import type { Value } from "./variables.ts";

export type Builtin = (shell: Shell, args: string[]) => number | Promise<number>;
export type Program = (shell: Shell, args: string[]) => number | Promise<number>;

export interface ShellFunction {
  name: string;
  line: number;
  body: CompoundCommand | null;
  /** In place of a body: a function that is not written in shell. */
  act: Builtin | null;
  source: string;
  /** The file that it comes from. */
  file: string;
}

/** Shared by all shells of a session. */
export interface System {
  interpreter: Interpreter;
  files: Files;
  /** Milliseconds since 1970, sleeping included. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** Resolves when the session's clock has come to it. */
  sleep(ms: number): Promise<void>;
  builtins: ReadonlyMap<string, Builtin>;
  programs: ReadonlyMap<string, Program>;
  /** Asked before a script file is run or sourced; a status when somebody else did it. */
  runElsewhere(shell: Shell, how: "run" | "source", path: string, args: string[]): Promise<number | null>;
  /** A shell's own complaint about a line of a script. */
  complain(file: string, line: number, message: string): void;
  nextPid: number;
  /** What runs beside the shell that was asked for. */
  tasks: Set<Promise<number>>;
  /** A limit that was met where nobody waits for it. */
  limit: LimitMet | null;
}

export const OPTIONS = ["allexport", "errexit", "noglob", "noclobber", "noexec", "nounset", "pipefail", "verbose", "xtrace", "errtrace", "functrace", "posix"] as const;
export type Option = (typeof OPTIONS)[number];
export const OPTION_LETTERS: Readonly<Record<string, Option>> = { a: "allexport", e: "errexit", f: "noglob", C: "noclobber", n: "noexec", u: "nounset", v: "verbose", x: "xtrace", E: "errtrace", T: "functrace" };

export const MOST_PROCESSES = 256;
export const DEEPEST_CALL = 2_000;

export class Shell {
  readonly system: System;
  variables: Variables;
  functions = new Map<string, ShellFunction>();
  exportedFunctions = new Set<string>();
  options = new Set<Option>();
  shopt = new Set<string>(["sourcepath"]);
  cwd = "/";
  /** `$1` and on. */
  parameters: string[] = [];
  /** `$0`. */
  name = "bash";
  /** The file that is being read, for `BASH_SOURCE` and messages. */
  file = "";
  descriptors = new Map<number, Descriptor>();
  traps = new Map<string, string>();
  status = 0;
  pipeStatus: number[] = [0];
  lastArgument = "";
  lastJob = 0;
  pid: number;
  /** `$$`: the pid of the shell that this one is a subshell of. */
  shellPid: number;
  level = 0;
  line = 0;
  calls: { name: string; line: number; file: string }[] = [];
  sourcing = 0;
  loops = 0;
  /** Above zero while a failure is only asked about (`if`, `&&`, `!`). */
  ignoring = 0;
  /** Status of the last command substitution of this command; null when there was none. */
  substituted: number | null = null;
  jobs = new Map<number, Promise<number>>();
  /** Ends process substitutions after the command that they belong to. */
  cleanups: (() => Promise<void>)[] = [];
  inTrap = false;
  private randomSeed = 0;
  private startedMs: number;

  constructor(system: System, variables = new Variables()) {
    this.system = system;
    this.variables = variables;
    this.pid = system.nextPid++;
    this.shellPid = this.pid;
    this.startedMs = system.now();
    this.randomSeed = Math.floor(system.random() * 0x7fffffff);
    this.makeDynamic();
  }

  private makeDynamic(): void {
    const { dynamic } = this.variables;
    const make = (name: string, value: () => Value): void => void dynamic.set(name, value);
    make("RANDOM", () => {
      this.randomSeed = (Math.imul(this.randomSeed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return String((this.randomSeed >> 16) & 0x7fff);
    });
    make("SRANDOM", () => String(Math.floor(this.system.random() * 0xffffffff)));
    make("SECONDS", () => String(Math.floor((this.system.now() - this.startedMs) / 1_000)));
    make("EPOCHSECONDS", () => String(Math.floor(this.system.now() / 1_000)));
    make("EPOCHREALTIME", () => (this.system.now() / 1_000).toFixed(6));
    make("LINENO", () => String(this.line));
    make("BASHPID", () => String(this.pid));
    make("BASH_SUBSHELL", () => String(this.level));
    make("FUNCNAME", () => (this.calls.length === 0 ? null : IndexedArray.of([...this.calls.map((call) => call.name), ...(this.file === "" ? [] : ["main"])])));
    make("BASH_SOURCE", () => {
      const files = [this.file, ...this.calls.map((call) => call.file)].filter((file) => file !== "");
      return files.length === 0 ? null : IndexedArray.of(files);
    });
    make("BASH_LINENO", () => IndexedArray.of([...this.calls.map((call) => String(call.line)), "0"]));
    make("PIPESTATUS", () => IndexedArray.of(this.pipeStatus.map(String)));
    make("SHELLOPTS", () => ["braceexpand", "hashall", "interactive-comments", ...this.options].sort().join(":"));
  }

  /** A subshell: all that this one has, changing on its own. */
  fork(): Shell {
    const child = new Shell(this.system, this.variables.fork());
    child.startedMs = this.startedMs;
    child.functions = new Map(this.functions);
    child.exportedFunctions = new Set(this.exportedFunctions);
    child.options = new Set(this.options);
    child.shopt = new Set(this.shopt);
    child.cwd = this.cwd;
    child.parameters = this.parameters;
    child.name = this.name;
    child.file = this.file;
    child.descriptors = new Map(this.descriptors);
    for (const [signal, action] of this.traps) if (action === "" || (signal === "ERR" && this.options.has("errtrace"))) child.traps.set(signal, action);
    child.status = this.status;
    child.pipeStatus = this.pipeStatus;
    child.lastArgument = this.lastArgument;
    child.lastJob = this.lastJob;
    child.shellPid = this.shellPid;
    child.level = this.level + 1;
    child.line = this.line;
    child.calls = [...this.calls];
    child.sourcing = this.sourcing;
    child.ignoring = this.ignoring;
    child.loops = this.loops;
    return child;
  }

  /** A new shell process with this one's environment, folder and descriptors. */
  spawn(): Shell {
    const variables = new Variables();
    for (const [name, value] of Object.entries(this.variables.environment())) {
      variables.setRaw(name, value);
      variables.declare(name).exported = true;
    }
    const child = new Shell(this.system, variables);
    child.setDefaults(this.cwd);
    for (const name of this.exportedFunctions) {
      const found = this.functions.get(name);
      if (found === undefined) continue;
      child.functions.set(name, found);
      child.exportedFunctions.add(name);
    }
    child.descriptors = new Map([...this.descriptors].filter(([number]) => number < 10));
    return child;
  }

  setDefaults(cwd: string): void {
    this.cwd = cwd;
    const set = (name: string, value: string): void => {
      if (this.variables.findRaw(name) === undefined) this.variables.setRaw(name, value);
    };
    this.variables.setRaw("IFS", " \t\n");
    this.variables.setRaw("OPTIND", "1");
    this.variables.setRaw("PWD", cwd);
    this.variables.declare("PWD").exported = true;
    set("PATH", "/usr/local/bin:/usr/bin:/bin");
    set("BASH_VERSION", "5.2.15(1)-release");
    set("BASH", "/bin/bash");
    set("HOSTNAME", "localhost");
    set("HOSTTYPE", "x86_64");
    set("OSTYPE", "linux-gnu");
    set("MACHTYPE", "x86_64-pc-linux-gnu");
    set("PPID", "1");
    set("UID", "1000");
    set("EUID", "1000");
    set("PS4", "+ ");
    this.variables.setValue("BASH_VERSINFO", IndexedArray.of(["5", "2", "15", "1", "release", "x86_64-pc-linux-gnu"]));
  }

  // --- reading and writing -------------------------------------------------------------------------------------

  get input(): Input | null {
    return this.descriptors.get(0)?.input ?? null;
  }

  /** Writes text to a descriptor, as UTF-8. */
  write(text: string, descriptor = 1): Promise<void> | undefined {
    return this.writeBytes(encodeUtf8(text), descriptor);
  }
  writeBytes(bytes: string, descriptor = 1): Promise<void> | undefined {
    const output = this.descriptors.get(descriptor)?.output;
    return (output ?? NOWHERE).write(bytes);
  }
  /** Whether the descriptor can be written to. */
  canWrite(descriptor: number): boolean {
    return (this.descriptors.get(descriptor)?.output ?? null) !== null;
  }

  /** `file: line n: message` on the error output. */
  async complain(message: string): Promise<void> {
    const file = this.file === "" ? this.name : this.file;
    this.system.complain(file, this.line, message);
    await this.write(`${file}: line ${this.line}: ${message}\n`, 2);
  }

  // --- variables -----------------------------------------------------------------------------------------------

  get(name: string): string | undefined {
    return this.variables.get(name);
  }

  /** Sets a variable, following references and counting where it is an integer. */
  set(name: string, text: string): void {
    const target = this.variables.resolve(name);
    if (target.index !== null) return this.setElement(target.name, target.index, text);
    if (name === "RANDOM") {
      this.randomSeed = Number(text) || 0;
      return;
    }
    if (name === "SECONDS") {
      const offset = Number(text) || 0;
      const from = this.system.now();
      this.variables.dynamic.set("SECONDS", () => String(offset + Math.floor((this.system.now() - from) / 1_000)));
      return;
    }
    if (NOT_SET.has(target.name)) return;
    const variable = this.variables.findRaw(target.name);
    this.variables.setRaw(target.name, variable?.integer === true ? String(this.calculate(text)) : text);
    if (this.options.has("allexport")) this.variables.declare(target.name).exported = true;
  }

  /** `index` is expanded text: a key, or a calculation. */
  setElement(name: string, index: string, text: string): void {
    const target = this.variables.resolve(name);
    const variable = this.variables.findRaw(target.name);
    const value = variable?.integer === true ? String(this.calculate(text)) : text;
    this.variables.setElement(target.name, this.keyOf(target.name, index), value);
  }

  /** A subscript as the key or index that it means. */
  keyOf(name: string, index: string): string | number {
    if (this.variables.isAssociative(name)) return index;
    return Number(this.calculate(index));
  }

  element(name: string, index: string): string | undefined {
    const target = this.variables.resolve(name).name;
    const value = this.variables.valueOf(target);
    if (value instanceof Map) return value.get(index);
    if (value === null && this.variables.isAssociative(target)) return undefined;
    const at = Number(this.calculate(index));
    if (value instanceof IndexedArray) return value.get(at < 0 ? value.end + at : at);
    return at === 0 || at === -1 ? asScalar(value) : undefined;
  }

  private readonly names: ArithmeticNames = {
    get: (name, index) => {
      const found = index === null ? this.get(name) : this.element(name, this.variables.isAssociative(name) ? index.replace(/^(['"])(.*)\1$/s, "$2") : index);
      if (found === undefined && this.options.has("nounset")) throw new UnsetVariable(name);
      return found ?? "";
    },
    set: (name, index, value) => {
      if (index === null) this.set(name, value);
      else this.setElement(name, this.variables.isAssociative(name) ? index.replace(/^(['"])(.*)\1$/s, "$2") : index, value);
    },
  };

  /** The value of an expanded calculation. Throws `ArithmeticError`. */
  calculate(text: string): bigint {
    try {
      return calculate(text, this.names);
    } catch (error) {
      if (error instanceof ArithmeticError && /^(?:division|exponent)/.test(error.message)) throw new ArithmeticError(`${text}: ${error.message}`);
      throw error;
    }
  }

  /** Turns what went wrong in an expansion into the shell's words and its way on. */
  async explain(error: unknown): Promise<never> {
    if (error instanceof UnsetVariable) {
      await this.complain(`${error.message}: unbound variable`);
      throw new Exit(this.file === "" ? 127 : 1);
    }
    if (error instanceof ArithmeticError || error instanceof ReadonlyError || error instanceof BadSubscript) {
      await this.complain(error.message);
      throw new ExpansionFailure(error.message);
    }
    if (error instanceof RangeError) throw limitOf(error);
    throw error;
  }
}

export class UnsetVariable extends Error {}
const NOT_SET: ReadonlySet<string> = new Set(["BASHPID", "FUNCNAME", "BASH_SOURCE", "BASH_LINENO", "BASH_SUBSHELL", "LINENO", "PIPESTATUS", "EPOCHSECONDS", "EPOCHREALTIME", "SRANDOM", "SHELLOPTS"]);

/** What the engine's own range errors mean. */
export function limitOf(error: RangeError): LimitMet {
  return error.message.includes("call stack") ? new LimitMet("errored", "The script calls itself too deeply.") : new LimitMet("out-of-memory", "The script made a text that is too long.");
}
