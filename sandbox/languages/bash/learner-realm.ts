/** The learner's shell. Nothing here is trusted with a verdict: what it gives is output, a status, files and variables. */
import "./realm-globals.ts";
import { applyChanges, packValue, takeChanges, unpackValue } from "./exchange.ts";
import { Mailbox } from "./mailbox.ts";
import type { Realm } from "./mailbox.ts";
import { WORKSPACE } from "./messages.ts";
import type { Printed, SharedVariable, ToJudge, ToLearner } from "./messages.ts";
import { LimitMet } from "./shell/control.ts";
import { decodeUtf8 } from "./shell/escapes.ts";
import { runToEnd, settle } from "./shell/execute.ts";
import { sourceText } from "./shell/builtins/flow.ts";
import { parseScript, ShellSyntaxError } from "./shell/parser.ts";
import { runText } from "./shell/programs.ts";
import { limitOf, Shell } from "./shell/shell.ts";
import type { Option, ShellFunction, System } from "./shell/shell.ts";
import { callFunction } from "./shell/simple-command.ts";
import { BrokenPipe, Input } from "./shell/streams.ts";
import { createClock, createRandom, createSystem } from "./shell/system.ts";
import type { Clock } from "./shell/system.ts";
import { Variables } from "./shell/variables.ts";

type Ask = Extract<ToLearner, { type: "ask" }>;
interface Library {
  functions: Map<string, ShellFunction>;
  options: Set<Option>;
  shopt: Set<string>;
}

const NOTHING_SECRET: ReadonlySet<string> = new Set();

class Session {
  readonly system: System;
  private readonly clock: Clock;
  private readonly mailbox: Mailbox;
  private readonly libraries: Library[] = [];
  private readonly mostOutputBytes: number;
  private complaint: { path: string; line: number } | null = null;

  constructor(mailbox: Mailbox, { seed, files, mostOutputBytes, mostSleepMs }: Extract<ToLearner, { type: "begin" }>) {
    this.mailbox = mailbox;
    this.mostOutputBytes = mostOutputBytes;
    this.clock = createClock(mostSleepMs, `The program was stopped: it sleeps for more than ${mostSleepMs / 1_000} s.`);
    this.system = createSystem(this.clock, createRandom(seed), {
      complain: (file, line) => {
        this.complaint = { path: file, line };
      },
    });
    applyChanges(this.system.files, files, NOTHING_SECRET);
  }

  wake(): boolean {
    return this.clock.wake();
  }

  /** The first script that can't be read. */
  check(): { path: string; line: number; message: string } | null {
    for (const [path, node] of this.system.files.list(WORKSPACE)) {
      if (node.type !== "file" || !(/\.(?:sh|bash)$/.test(path) || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(node.bytes))) continue;
      try {
        parseScript(decodeUtf8(node.bytes));
      } catch (error) {
        if (!(error instanceof ShellSyntaxError)) throw error;
        return { path: path.slice(WORKSPACE.length + 1), line: error.line, message: error.message };
      }
    }
    return null;
  }

  async answer(ask: Ask): Promise<ToJudge> {
    applyChanges(this.system.files, ask.files, NOTHING_SECRET);
    this.complaint = null;
    const printed: Printed = [];
    let bytes = 0;
    let cut = false;
    const output = (descriptor: 1 | 2) => ({
      write: (text: string): undefined => {
        bytes += text.length;
        if (bytes > this.mostOutputBytes && ask.piped && descriptor === 1) {
          bytes -= text.length;
          cut = true;
          throw new BrokenPipe("broken pipe");
        }
        if (bytes > this.mostOutputBytes) throw new LimitMet("too-much-output", `The program printed more than ${Math.round(this.mostOutputBytes / 1_024)} KB.`);
        const last = printed[printed.length - 1];
        if (last?.[0] === descriptor && last[1].length < 4_096) last[1] += text;
        else if (text !== "") printed.push([descriptor, text]);
        return undefined;
      },
    });
    const input = new Input(ask.stdin);
    const shell = this.makeShell(ask);
    shell.descriptors.set(0, { input, output: null });
    shell.descriptors.set(1, { input: null, output: output(1) });
    shell.descriptors.set(2, { input: null, output: output(2) });
    const before = snapshot(shell);
    let exited = false;
    let library = ask.library;
    const status = ask.kind === "run" ? await this.run(shell, ask) : await runToEnd(shell, async () => {
      try {
        const ended = ask.kind === "source" ? await this.source(shell, ask) : await this.call(shell, ask);
        shell.traps.delete("EXIT");
        return ended;
      } catch (error) {
        exited = true;
        throw error;
      }
    });
    await settle(this.system);
    if (ask.kind === "source") {
      this.libraries.push({ functions: new Map([...shell.functions].filter(([, { act }]) => act === null)), options: shell.options, shopt: shell.shopt });
      library = this.libraries.length;
    }
    const left = await input.readAll();
    return {
      type: "answer", status, exited, cut, printed, stdinLeft: left.length, library, cwd: shell.cwd, complaint: this.complaint,
      variables: ask.kind === "run" ? [] : differences(before, snapshot(shell)), functions: ask.kind === "source" ? [...shell.functions].filter(([, { act }]) => act === null).map(([name]) => name) : [],
      files: takeChanges(this.system.files, NOTHING_SECRET),
    };
  }

  private makeShell(ask: Ask): Shell {
    const shell = new Shell(this.system, new Variables());
    for (const shared of ask.variables) {
      shell.variables.setValue(shared.name, unpackValue(shared));
      shell.variables.declare(shared.name).exported = shared.exported;
      if (shared.associative) shell.variables.declare(shared.name).kind = "associative";
    }
    shell.setDefaults(ask.cwd);
    const library = this.libraries[ask.library - 1];
    if (library !== undefined && ask.kind !== "run") {
      shell.functions = new Map(library.functions);
      shell.options = new Set(library.options);
      shell.shopt = new Set(library.shopt);
    }
    if (ask.kind !== "run") {
      if (ask.errexit) shell.options.add("errexit");
      else shell.options.delete("errexit");
    }
    for (const name of ask.functions) {
      shell.functions.set(name, { name, line: 0, body: null, act: (caller, args) => this.callBack(caller, name, args), source: `${name} () { … }`, file: "" });
      shell.exportedFunctions.add(name);
    }
    return shell;
  }

  private run(shell: Shell, ask: Ask): Promise<number> {
    const [name = "bash", ...args] = ask.args;
    return runText(shell, decodeUtf8(this.system.files.readBytes(ask.name)), name, args, [], name);
  }

  private source(shell: Shell, ask: Ask): Promise<number> {
    const [name = ask.name, ...args] = ask.args;
    shell.name = "bats";
    return sourceText(shell, decodeUtf8(this.system.files.readBytes(ask.name)), name, args);
  }

  private async call(shell: Shell, ask: Ask): Promise<number> {
    shell.name = "bats";
    const found = shell.functions.get(ask.name);
    if (found === undefined) {
      await shell.write(`bash: ${ask.name}: command not found\n`, 2);
      return 127;
    }
    return callFunction(shell, found, ask.args.slice(1));
  }

  /** A function of the tests: it runs on the other side. */
  private async callBack(shell: Shell, name: string, args: string[]): Promise<number> {
    const stdin = await shell.input?.readAll() ?? "";
    this.mailbox.send({ type: "call", name, args, stdin, files: takeChanges(this.system.files, NOTHING_SECRET) } satisfies ToJudge);
    const answer = JSON.parse(await this.mailbox.next()) as Extract<ToLearner, { type: "return" }>;
    applyChanges(this.system.files, answer.files, NOTHING_SECRET);
    for (const [descriptor, bytes] of answer.printed) await shell.writeBytes(bytes, descriptor);
    return answer.status;
  }
}

type Snapshot = Map<string, SharedVariable>;
function snapshot(shell: Shell): Snapshot {
  const all: Snapshot = new Map();
  for (const name of shell.variables.declared()) {
    const variable = shell.variables.findRaw(name);
    if (variable !== undefined) all.set(name, { name, value: packValue(variable.value), associative: variable.kind === "associative", exported: variable.exported });
  }
  return all;
}
function differences(before: Snapshot, after: Snapshot): SharedVariable[] {
  const changed = [...after.values()].filter((variable) => JSON.stringify(before.get(variable.name)) !== JSON.stringify(variable));
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name): SharedVariable => ({ name, value: null, associative: false, exported: false }));
  return [...changed, ...gone];
}

export function bootLearner(): Realm {
  const mailbox = new Mailbox();
  let session: Session | null = null;
  const limit = (error: unknown): void => {
    const met = error instanceof LimitMet ? error : error instanceof RangeError ? limitOf(error) : new LimitMet("errored", `The script met a case that this shell can't run: ${error instanceof Error ? error.message : String(error)}`);
    mailbox.send({ type: "limit", reason: met.reason, message: met.message } satisfies ToJudge);
  };
  return {
    receive(text) {
      const message = JSON.parse(text) as ToLearner;
      try {
        if (message.type === "return") mailbox.deliver(text);
        else if (message.type === "begin") {
          session = new Session(mailbox, message);
          mailbox.send({ type: "ready", problem: session.check() } satisfies ToJudge);
        } else session?.answer(message).then((answer) => mailbox.send(answer), limit);
      } catch (error) {
        limit(error);
      }
    },
    take: () => mailbox.take(),
    wake() {
      try {
        return session?.wake() ?? false;
      } catch (error) {
        limit(error);
        return true;
      }
    },
  };
}

