/** The learner's side as the tests' shells see it: scripts, sourced files and functions that run over there. */
import { applyChanges, shareVariable, takeChanges, unpackValue } from "../exchange.ts";
import type { Ask } from "../judge-realm.ts";
import type { Printed, SharedVariable, ToJudge, ToLearner } from "../messages.ts";
import { Exit } from "../shell/control.ts";
import { runToEnd } from "../shell/execute.ts";
import type { Shell, ShellFunction } from "../shell/shell.ts";
import { callFunction } from "../shell/simple-command.ts";
import { Input, Pipe } from "../shell/streams.ts";
import type { Output } from "../shell/streams.ts";
import { ReadonlyError } from "../shell/variables.ts";

/** What a script can't set in the tests' shells. */
const RESERVED = /^(?:BATS\w*|BASH\w*|IFS|PATH|status|output|lines|stderr|stderr_lines|PWD|OLDPWD|HOME|SHELLOPTS|PS\d|OPTIND|OPTARG|OPTERR|UID|EUID|PPID|_|FUNCNAME|PIPESTATUS|LINENO|RANDOM|SECONDS|HOSTNAME|HOSTTYPE|OSTYPE|MACHTYPE|TMPDIR|LANG|LC_\w+|EPOCH\w+|SRANDOM|FUNCNEST|GLOBIGNORE|TZ)$/;
/** Functions that bats calls itself. */
const HOOKS = /^(?:setup|teardown|setup_file|teardown_file|setup_suite|teardown_suite|bats_test_\d+)$/;

interface Stub extends ShellFunction {
  /** The state that the sourced files had left. */
  library: number;
}
const isStub = (found: ShellFunction): found is Stub => "library" in found;

export interface LearnerHost {
  ask: Ask;
  /** Paths that only the judge has. */
  secret: ReadonlySet<string>;
  /** Whether a function of this name is none of the learner's business. */
  isWord(name: string): boolean;
  print(bytes: string): void;
  /** Ends the run: too much was printed. */
  overflow(): never;
}

export class Learner {
  private readonly host: LearnerHost;
  complaint: { path: string; line: number } | null = null;
  /** Variables of the tests that a script tried to set. */
  readonly overwritten = new Set<string>();
  /** Variables that scripts have set. */
  private readonly own = new Set<string>();

  constructor(host: LearnerHost) {
    this.host = host;
  }

  /** Runs or sources a file that is not the tests' own; null when it is. */
  async runScript(shell: Shell, how: "run" | "source", path: string, args: string[]): Promise<number | null> {
    if (this.host.secret.has(path) || shell.system.files.find(path)?.type !== "file") return null;
    // By another name it may still be the tests' own.
    if (this.host.secret.has(shell.system.files.realPath(path))) return null;
    return this.ask(shell, how, shell.system.files.realPath(path), args);
  }

  private async ask(shell: Shell, kind: "run" | "source" | "call", name: string, args: string[]): Promise<number> {
    const { files } = shell.system;
    const stdin = await shell.input?.readAll() ?? "";
    const stubs = [...shell.functions.values()].filter(isStub);
    const ours = [...shell.functions].filter(([one, found]) => !isStub(found) && !HOOKS.test(one) && (kind !== "run" || shell.exportedFunctions.has(one))).map(([one]) => one);
    const target = shell.descriptors.get(1)?.output ?? null;
    const pipe = kind === "run" && target instanceof Pipe ? target : null;
    const answer = await this.host.ask({
      type: "ask", kind, name, args, stdin, cwd: shell.cwd, variables: this.share(shell, kind, args), functions: ours, library: Math.max(0, ...stubs.map(({ library }) => library)),
      errexit: shell.options.has("errexit") && shell.ignoring === 0, piped: pipe !== null, files: takeChanges(files, this.host.secret),
    }, (call) => this.callBack(shell, call));
    if (answer.type !== "answer") throw new Exit(1);
    applyChanges(files, answer.files, this.host.secret);
    if (answer.complaint !== null) this.complaint = answer.complaint;
    if (answer.stdinLeft > 0) shell.input?.unread(stdin.slice(-Math.min(answer.stdinLeft, stdin.length)));
    await this.print(shell, answer.printed, !answer.cut);
    // Whoever reads it was not done yet.
    if (answer.cut && (pipe === null || await pipe.wantsMore())) this.host.overflow();
    if (kind !== "run") this.takeVariables(shell, answer.variables, args);
    if (kind === "source") this.defineStubs(shell, answer.functions, answer.library);
    if (kind === "source" && answer.cwd !== shell.cwd && files.isFolder(answer.cwd)) {
      shell.cwd = answer.cwd;
      shell.set("PWD", answer.cwd);
    }
    if (answer.exited) throw new Exit(answer.status, true);
    return answer.status;
  }

  private async print(shell: Shell, printed: Printed, shown: boolean): Promise<void> {
    for (const [descriptor, bytes] of printed) {
      if (shown) this.host.print(bytes);
      await shell.writeBytes(bytes, descriptor);
    }
  }

  /** Exported variables; for functions also what scripts have set themselves and what their arguments name. Never the rest: it may hold what is expected. */
  private share(shell: Shell, kind: string, args: readonly string[]): SharedVariable[] {
    const names = new Set(Object.keys(shell.variables.environment()));
    if (kind !== "run") {
      for (const name of this.own) names.add(name);
      for (const arg of args.slice(1)) {
        const named = /^[A-Za-z_]\w*/.exec(arg)?.[0];
        if (named !== undefined && (arg === named || /^\w+\[.*\]$/s.test(arg))) names.add(named);
      }
    }
    return [...names].filter((name) => !(RESERVED.test(name) && !/^(?:PATH|HOME|TMPDIR|LANG|LC_\w+|TZ|PWD|OLDPWD)$/.test(name) && !/^BATS_(?:TEST_DIRNAME|TEST_TMPDIR|TMPDIR)$/.test(name))).flatMap((name) => shareVariable(shell, name) ?? []);
  }

  private takeVariables(shell: Shell, variables: readonly SharedVariable[], args: readonly string[]): void {
    const named = new Set(args.slice(1).map((arg) => /^[A-Za-z_]\w*/.exec(arg)?.[0] ?? ""));
    for (const variable of variables) {
      const { name } = variable;
      if (RESERVED.test(name)) continue;
      const before = shell.variables.findRaw(name);
      if (before !== undefined && !this.own.has(name) && !named.has(name)) {
        this.overwritten.add(name);
        continue;
      }
      if (!named.has(name)) this.own.add(name);
      try {
        const target = shell.variables.resolve(name).name;
        if (variable.value === null) {
          if (before !== undefined) shell.variables.unset(target);
          continue;
        }
        shell.variables.setValue(target, unpackValue(variable));
        if (variable.exported) shell.variables.declare(target).exported = true;
      } catch (error) {
        if (!(error instanceof ReadonlyError)) throw error;
      }
    }
  }

  private defineStubs(shell: Shell, names: readonly string[], library: number): void {
    for (const name of names) {
      // A script's function must not stand in for a word of the tests, or for a program that they use.
      if (this.host.isWord(name) || shell.system.programs.has(name) || HOOKS.test(name) || !/^[^\s=$`"'\\;&|()<>]+$/.test(name)) continue;
      const before = shell.functions.get(name);
      if (before !== undefined && !isStub(before)) continue;
      const stub: Stub = { name, line: 0, body: null, act: (caller, args) => this.ask(caller, "call", name, [name, ...args]), source: `${name} () { … }`, file: "", library };
      shell.functions.set(name, stub);
    }
  }

  /** A script calls a function of the tests: in a subshell of the shell that waits for it. */
  private async callBack(shell: Shell, call: Extract<ToJudge, { type: "call" }>): Promise<Extract<ToLearner, { type: "return" }>> {
    applyChanges(shell.system.files, call.files, this.host.secret);
    const printed: Printed = [];
    const found = shell.functions.get(call.name);
    let status = 127;
    if (found !== undefined && !isStub(found) && !HOOKS.test(call.name)) {
      const child = shell.fork();
      for (const option of ["errexit", "errtrace"] as const) child.options.delete(option);
      child.descriptors.set(0, { input: new Input(call.stdin), output: null });
      const output = (descriptor: 1 | 2): Output => ({ write: (bytes) => void printed.push([descriptor, bytes]) });
      child.descriptors.set(1, { input: null, output: output(1) });
      child.descriptors.set(2, { input: null, output: output(2) });
      status = await runToEnd(child, () => callFunction(child, found, call.args));
    }
    return { type: "return", status, printed, files: takeChanges(shell.system.files, this.host.secret) };
  }
}
