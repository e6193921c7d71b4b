/** Runs what the parser has read. */
import type { Chain, Command, CompoundCommand, Pipeline, Script, Word } from "./ast.ts";
import { ArithmeticError } from "./arithmetic.ts";
import { Break, Exit, ExpansionFailure, LimitMet, Return } from "./control.ts";
import { ConditionError, holds } from "./conditions.ts";
import { expandPattern, expandText, expandWords } from "./expand.ts";
import { FileError } from "./files.ts";
import { fits } from "./patterns.ts";
import { redirect, RedirectError } from "./redirect.ts";
import { runSimple } from "./simple-command.ts";
import { limitOf, MOST_PROCESSES, UnsetVariable } from "./shell.ts";
import type { Shell, System } from "./shell.ts";
import { BrokenPipe, Input, Pipe } from "./streams.ts";
import { BadSubscript, ReadonlyError } from "./variables.ts";
import { runTrap } from "./traps.ts";

/** Runs a list of commands in this shell. */
export async function runScript(shell: Shell, script: Script): Promise<number> {
  for (const chain of script) await runChain(shell, chain);
  return shell.status;
}

/** Runs a script's lines; an expansion that can't be made ends the line that it stands on, with all it was called from. */
export async function runLines(shell: Shell, script: Script): Promise<number> {
  const { loops, ignoring } = shell;
  let failedLine = -1;
  for (const chain of script) {
    const line = chain.pipelines[0]?.line ?? 0;
    if (line === failedLine) continue;
    try {
      await runChain(shell, chain);
    } catch (error) {
      if (!(error instanceof ExpansionFailure)) throw error;
      failedLine = line;
      shell.status = 1;
      shell.loops = loops;
      shell.ignoring = ignoring;
      if (shell.options.has("errexit")) throw new Exit(1);
    }
  }
  return shell.status;
}

/** Runs something to the end of its shell: `exit` gives the status, and the EXIT trap has its turn. */
export async function runToEnd(shell: Shell, act: () => Promise<number>): Promise<number> {
  let status: number;
  try {
    status = await act();
  } catch (error) {
    status = await endStatus(shell, error);
  }
  const action = shell.traps.get("EXIT");
  if (action !== undefined && action !== "") {
    shell.traps.delete("EXIT");
    shell.status = status;
    shell.loops = 0;
    shell.ignoring = 0;
    try {
      await runTrap(shell, action);
      shell.status = status;
    } catch (error) {
      status = await endStatus(shell, error);
    }
  }
  return status & 255;
}

/** The status of a shell that was left by `error`; throws what no shell can take. */
async function endStatus(shell: Shell, error: unknown): Promise<number> {
  if (error instanceof Exit || error instanceof Return) return error.status;
  if (error instanceof Break) return shell.status;
  if (error instanceof ExpansionFailure || error instanceof RedirectError) return 1;
  if (error instanceof BrokenPipe) return 141;
  if (error instanceof FileError) {
    await shell.complain(`write error: ${error.reason}`);
    return 1;
  }
  if (error instanceof RangeError) throw limitOf(error);
  throw error;
}

/** Waits for all that runs in the background. Throws `LimitMet` when one of them met a limit. */
export async function settle(system: System): Promise<void> {
  while (system.tasks.size > 0 && system.limit === null) await Promise.allSettled(system.tasks);
  if (system.limit !== null) throw system.limit;
}

/** Runs a forked shell beside this one. */
export function startTask(parent: Shell, child: Shell, act: () => Promise<number>, end: () => void): Promise<number> {
  const { system } = parent;
  if (system.tasks.size >= MOST_PROCESSES) throw new LimitMet("errored", `The script started more than ${MOST_PROCESSES} processes at a time.`);
  const task: Promise<number> = (async (): Promise<number> => {
    // The others have their turn first, so that pipelines begin together.
    await Promise.resolve();
    try {
      return await runToEnd(child, act);
    } catch (error) {
      if (error instanceof LimitMet) system.limit ??= error;
      throw error;
    } finally {
      end();
    }
  })().finally(() => system.tasks.delete(task));
  system.tasks.add(task);
  // Whoever waits hears of it; nobody else must.
  task.catch(() => {});
  return task;
}

async function runChain(shell: Shell, chain: Chain): Promise<void> {
  if (chain.background) {
    const child = shell.fork();
    child.descriptors.set(0, { input: new Input(""), output: null });
    const pid = child.pid;
    shell.lastJob = pid;
    shell.jobs.set(pid, startTask(shell, child, async () => {
      await runPipelines(child, chain);
      return child.status;
    }, () => {}));
    shell.status = 0;
    return;
  }
  await runPipelines(shell, chain);
}

async function runPipelines(shell: Shell, { pipelines, operators }: Chain): Promise<void> {
  for (const [index, pipeline] of pipelines.entries()) {
    const operator = index === 0 ? null : operators[index - 1];
    if ((operator === "&&" && shell.status !== 0) || (operator === "||" && shell.status === 0)) continue;
    const last = index === pipelines.length - 1;
    if (last && !pipeline.negated) await runPipeline(shell, pipeline);
    else {
      shell.ignoring += 1;
      try {
        await runPipeline(shell, pipeline);
      } finally {
        shell.ignoring -= 1;
      }
    }
  }
}

async function runPipeline(shell: Shell, pipeline: Pipeline): Promise<void> {
  const { commands } = pipeline;
  const startedMs = pipeline.timed ? shell.system.now() : 0;
  const only = commands.length === 1 ? commands[0] as Command : null;
  if (only !== null) {
    shell.status = await runCommand(shell, only);
    if (only.type === "simple" || only.type === "subshell" || only.type === "calculate" || only.type === "condition") shell.pipeStatus = [shell.status];
  } else if (commands.length > 1) await runTogether(shell, pipeline);
  else shell.status = 0;
  if (pipeline.timed) {
    const seconds = (shell.system.now() - startedMs) / 1_000;
    await shell.write(`\nreal\t${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s\nuser\t0m0.000s\nsys\t0m0.000s\n`, 2);
  }
  if (pipeline.negated) {
    shell.status = shell.status === 0 ? 1 : 0;
    return;
  }
  if (shell.status === 0 || shell.ignoring > 0) return;
  // Compound commands have been left by their own commands, if at all.
  if (only === null || only.type === "simple" || only.type === "subshell" || only.type === "calculate" || only.type === "condition") await fail(shell, pipeline.line);
}

/** After a command that failed and was not asked about. */
async function fail(shell: Shell, line: number): Promise<void> {
  const trap = shell.traps.get("ERR");
  if (trap !== undefined && trap !== "" && !shell.inTrap && (shell.calls.length === 0 || shell.options.has("errtrace"))) {
    const { status } = shell;
    shell.line = line;
    await runTrap(shell, trap);
    shell.status = status;
  }
  if (shell.options.has("errexit")) throw new Exit(shell.status);
}

async function runTogether(shell: Shell, { commands, withErrors }: Pipeline): Promise<void> {
  const tasks: Promise<number>[] = [];
  let reader: Input | null = null;
  const here = shell.shopt.has("lastpipe");
  for (const [index, command] of commands.entries()) {
    const last = index === commands.length - 1;
    const input: Input | null = reader;
    if (last && here) {
      const before = shell.descriptors.get(0);
      if (input !== null) shell.descriptors.set(0, { input, output: null });
      try {
        tasks.push(Promise.resolve(await runCommand(shell, command)));
      } finally {
        input?.close();
        if (before !== undefined) shell.descriptors.set(0, before);
        else shell.descriptors.delete(0);
      }
      continue;
    }
    const child = shell.fork();
    if (input !== null) child.descriptors.set(0, { input, output: null });
    const pipe = last ? null : new Pipe();
    if (pipe !== null) {
      child.descriptors.set(1, { input: null, output: pipe });
      if (withErrors[index] === true) child.descriptors.set(2, { input: null, output: pipe });
      reader = new Input("", pipe);
    }
    tasks.push(startTask(shell, child, async () => {
      child.status = await runCommand(child, command);
      // A simple command that fails ends its own shell only.
      return child.status;
    }, () => {
      pipe?.release();
      input?.close();
    }));
  }
  const statuses = await Promise.all(tasks);
  shell.pipeStatus = statuses;
  shell.status = (shell.options.has("pipefail") ? statuses.findLast((status) => status !== 0) : statuses[statuses.length - 1]) ?? 0;
}

/** Runs one command; gives its status. */
export async function runCommand(shell: Shell, command: Command): Promise<number> {
  if (shell.options.has("noexec")) return 0;
  try {
    return await runOne(shell, command);
  } catch (error) {
    // Said in the shell's words where nobody did before.
    if (error instanceof ArithmeticError || error instanceof ReadonlyError || error instanceof BadSubscript || error instanceof UnsetVariable) return shell.explain(error);
    throw error;
  }
}

async function runOne(shell: Shell, command: Command): Promise<number> {
  if (command.type === "simple") return runSimple(shell, command);
  if (command.type === "function") {
    shell.functions.set(command.name, { name: command.name, line: command.line, body: command.body, act: null, source: command.source, file: shell.file });
    return 0;
  }
  return runCompound(shell, command);
}

export async function runCompound(shell: Shell, command: CompoundCommand): Promise<number> {
  shell.line = command.line;
  let restore: () => void;
  try {
    restore = await redirect(shell, command.redirects);
  } catch (error) {
    if (error instanceof RedirectError || error instanceof ExpansionFailure) return 1;
    throw error;
  }
  const cleanups = shell.cleanups;
  shell.cleanups = [];
  try {
    return await runBody(shell, command);
  } catch (error) {
    if (error instanceof ConditionError) {
      if (error.message !== "") await shell.complain(`${error.message}`);
      return 2;
    }
    if (error instanceof ExpansionFailure && (command.type === "calculate" || command.type === "condition")) return 1;
    throw error;
  } finally {
    const own = shell.cleanups;
    shell.cleanups = cleanups;
    restore();
    for (const cleanup of own) await cleanup();
  }
}

async function runBody(shell: Shell, command: CompoundCommand): Promise<number> {
  switch (command.type) {
    case "group": return runScript(shell, command.body);
    case "subshell": {
      const child = shell.fork();
      child.loops = 0;
      return runToEnd(child, () => runScript(child, command.body));
    }
    case "if": {
      for (const { condition, body } of command.clauses) if (await asks(shell, condition)) return runScript(shell, body);
      if (command.otherwise !== null) return runScript(shell, command.otherwise);
      shell.status = 0;
      return 0;
    }
    case "while": return loop(shell, async (body) => {
      while (await asks(shell, command.condition) !== command.until) if (await body()) break;
    }, command.body);
    case "for": {
      const items = command.words === null ? [...shell.parameters] : await expandWords(shell, command.words);
      return loop(shell, async (body) => {
        for (const item of items) {
          shell.set(command.name, item);
          if (await body()) break;
        }
      }, command.body);
    }
    case "count": return loop(shell, async (body) => {
      const empty = command.test.parts.length === 0;
      await calculateWord(shell, command.start);
      while (empty || await calculateWord(shell, command.test) !== 0n) {
        if (await body()) break;
        await calculateWord(shell, command.step);
      }
    }, command.body);
    case "select": return runSelect(shell, command);
    case "case": return runCase(shell, command);
    case "calculate": return await calculateWord(shell, command.expression) !== 0n ? 0 : 1;
    case "condition": return await holds(shell, command.condition) ? 0 : 1;
  }
}

async function calculateWord(shell: Shell, word: Word): Promise<bigint> {
  const text = await expandText(shell, word);
  try {
    return shell.calculate(text);
  } catch (error) {
    return shell.explain(error);
  }
}

/** Whether a condition of `if` or `while` holds; its failures are answers. */
async function asks(shell: Shell, condition: Script): Promise<boolean> {
  shell.ignoring += 1;
  try {
    return await runScript(shell, condition) === 0;
  } finally {
    shell.ignoring -= 1;
  }
}

/** Runs a loop whose `step` says whether to leave it. */
async function loop(shell: Shell, run: (step: () => Promise<boolean>) => Promise<void>, body: Script): Promise<number> {
  let status = 0;
  const leaves = (error: unknown): boolean => {
    if (!(error instanceof Break)) throw error;
    status = 0;
    if (error.levels > 1 && shell.loops > 1) {
      error.levels -= 1;
      throw error;
    }
    return !error.again;
  };
  shell.loops += 1;
  try {
    await run(async () => {
      try {
        status = await runScript(shell, body);
        return false;
      } catch (error) {
        return leaves(error);
      }
    });
  } catch (error) {
    // A `break` in the condition.
    leaves(error);
  } finally {
    shell.loops -= 1;
  }
  shell.status = status;
  return status;
}

async function runSelect(shell: Shell, command: CompoundCommand & { type: "for" | "select" }): Promise<number> {
  const items = command.words === null ? [...shell.parameters] : await expandWords(shell, command.words);
  const menu = items.map((item, index) => `${index + 1}) ${item}\n`).join("");
  let show = true;
  return loop(shell, async (body) => {
    if (items.length === 0) return;
    for (;;) {
      if (show) await shell.write(menu, 2);
      await shell.write(shell.get("PS3") ?? "#? ", 2);
      const read = await shell.input?.readUntil("\n") ?? null;
      if (read === null) {
        await shell.write("\n");
        throw new Break(1, false);
      }
      const reply = read.bytes.trim();
      shell.set("REPLY", reply);
      show = reply === "";
      if (show) continue;
      shell.set(command.name, /^\d+$/.test(reply) ? items[Number(reply) - 1] ?? "" : "");
      if (await body()) return;
    }
  }, command.body);
}

async function runCase(shell: Shell, command: CompoundCommand & { type: "case" }): Promise<number> {
  const text = await expandText(shell, command.word, "start");
  const options = { extended: shell.shopt.has("extglob") };
  let falling = false;
  shell.status = 0;
  for (const { patterns, body, next } of command.items) {
    let fit = falling;
    for (const pattern of patterns) fit ||= fits(text, await expandPattern(shell, pattern), options, shell.shopt.has("nocasematch"));
    if (!fit) continue;
    await runScript(shell, body);
    if (next === ";;") break;
    falling = next === ";&";
  }
  return shell.status;
}
