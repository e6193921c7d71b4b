/** Simple commands: words, assignments, redirections, and whatever the first word names. */
import type { Assignment, SimpleCommand, Word } from "./ast.ts";
import { isAssignment } from "./ast.ts";
import { assign } from "./assign.ts";
import { ConditionError } from "./conditions.ts";
import { ExpansionFailure, LimitMet, Return } from "./control.ts";
import { expandText, expandWords } from "./expand.ts";
import { FileError } from "./files.ts";
import { findProgram, runPath } from "./programs.ts";
import { quoteWord } from "./quote.ts";
import { redirect, RedirectError } from "./redirect.ts";
import { DEEPEST_CALL } from "./shell.ts";
import type { Shell, ShellFunction } from "./shell.ts";
import { declareArguments } from "./builtins/declare.ts";
import { runTrap } from "./traps.ts";

export async function runSimple(shell: Shell, command: SimpleCommand): Promise<number> {
  shell.line = command.line;
  shell.substituted = null;
  const debug = shell.traps.get("DEBUG");
  if (debug !== undefined && debug !== "" && !shell.inTrap) await runTrap(shell, debug);
  const cleanups = shell.cleanups;
  shell.cleanups = [];
  let restore = (): void => {};
  try {
    const declared = command.words.filter(isAssignment);
    const words = declared.length === 0 ? await expandWords(shell, command.words as Word[]) : await expandWords(shell, command.words.filter((word) => !isAssignment(word)) as Word[]);
    restore = await redirect(shell, command.redirects);
    const [name, ...args] = words;
    if (name === undefined && declared.length === 0) return await assignAll(shell, command.assignments);
    if (shell.options.has("xtrace")) await shell.write(`${shell.get("PS4") ?? "+ "}${[...words.map((word) => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : quoteWord(word))), ...declared.map((one) => one.name)].join(" ")}\n`, 2);
    const keep = name === "exec" && args.length === 0;
    const undo: (() => void)[] = [];
    for (const assignment of command.assignments) {
      if (keep) await assign(shell, assignment);
      else undo.push(await assignFor(shell, assignment));
    }
    if (keep) restore = () => {};
    try {
      const status = declared.length > 0 && name !== undefined ? await declareArguments(shell, name, args, declared) : await runWords(shell, name as string, args);
      shell.lastArgument = args[args.length - 1] ?? (name as string);
      return status;
    } finally {
      for (const one of undo.reverse()) one();
    }
  } catch (error) {
    if (error instanceof RedirectError) return 1;
    if (error instanceof ConditionError) {
      await shell.complain(error.message);
      return 2;
    }
    if (error instanceof FileError) {
      await shell.complain(`write error: ${error.reason}`);
      return 1;
    }
    throw error;
  } finally {
    const own = shell.cleanups;
    shell.cleanups = cleanups;
    restore();
    for (const cleanup of own) await cleanup();
  }
}

async function assignAll(shell: Shell, assignments: readonly Assignment[]): Promise<number> {
  for (const assignment of assignments) {
    const said = await assign(shell, assignment);
    if (shell.options.has("xtrace")) await shell.write(`${shell.get("PS4") ?? "+ "}${said}\n`, 2);
  }
  return shell.substituted ?? 0;
}

async function assignFor(shell: Shell, assignment: Assignment): Promise<() => void> {
  const text = assignment.value === null ? "" : await expandText(shell, assignment.value, "assignment");
  return shell.variables.setTemporarily(assignment.name, assignment.append ? (shell.get(assignment.name) ?? "") + text : text);
}

/** Runs a command by its words: a function, a builtin or a program. */
export async function runWords(shell: Shell, name: string, args: string[], how: "all" | "no functions" | "builtins" = "all"): Promise<number> {
  if (how === "all") {
    const found = shell.functions.get(name);
    if (found !== undefined) return callFunction(shell, found, args);
  }
  const builtin = shell.system.builtins.get(name);
  if (builtin !== undefined) return builtin(shell, args);
  if (how === "builtins") {
    await shell.complain(`builtin: ${name}: not a shell builtin`);
    return 1;
  }
  if (name.includes("/")) return runPath(shell, name, args);
  const found = findProgram(shell, name);
  if (found === null) {
    await shell.complain(`${name}: command not found`);
    return 127;
  }
  return found.program === null ? runPath(shell, found.path, args) : found.program(shell, args);
}

export async function callFunction(shell: Shell, found: ShellFunction, args: string[]): Promise<number> {
  const depth = shell.calls.length;
  const most = Number(shell.get("FUNCNEST") ?? 0);
  if (depth >= DEEPEST_CALL || (most > 0 && depth >= most)) {
    if (most > 0 && depth >= most) {
      await shell.complain(`${found.name}: maximum function nesting level exceeded (${most})`);
      throw new ExpansionFailure(found.name);
    }
    throw new LimitMet("errored", `The function ${found.name} calls itself without end.`);
  }
  if (found.act !== null) return found.act(shell, args);
  // Deep recursion goes on with a fresh stack.
  if (depth % 20 === 19) await Promise.resolve();
  const { parameters, loops, file } = shell;
  shell.calls.unshift({ name: found.name, line: shell.line, file });
  shell.variables.push();
  shell.parameters = args;
  shell.loops = 0;
  shell.file = found.file;
  try {
    return await shell.system.interpreter.runCompound(shell, found.body as NonNullable<ShellFunction["body"]>);
  } catch (error) {
    if (error instanceof Return) return error.status;
    throw error;
  } finally {
    const returning = shell.traps.get("RETURN");
    if (returning !== undefined && returning !== "" && !shell.inTrap) {
      shell.traps.delete("RETURN");
      await runTrap(shell, returning);
    }
    shell.variables.pop();
    shell.parameters = parameters;
    shell.loops = loops;
    shell.file = file;
    shell.calls.shift();
  }
}
