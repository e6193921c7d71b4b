/** Builtins that say where a script goes on: `exit`, `return`, `eval`, `source`, `trap` … */
import { Break, Exit, Return } from "../control.ts";
import { decodeUtf8 } from "../escapes.ts";
import { runLines, runScript } from "../execute.ts";
import { FileError } from "../files.ts";
import { parseScript, ShellSyntaxError } from "../parser.ts";
import { findProgram } from "../programs.ts";
import { quoteWord } from "../quote.ts";
import type { Builtin, Shell } from "../shell.ts";
import { runWords } from "../simple-command.ts";

async function readStatus(shell: Shell, name: string, args: readonly string[]): Promise<number> {
  const [given] = args;
  if (given === undefined) return shell.status;
  if (/^-?\d+$/.test(given)) return Number(BigInt.asUintN(8, BigInt(given)));
  await shell.complain(`${name}: ${given}: numeric argument required`);
  return 2;
}

const exit: Builtin = async (shell, args) => {
  throw new Exit(await readStatus(shell, "exit", args), true);
};

const leave: Builtin = async (shell, args) => {
  if (shell.calls.length === 0 && shell.sourcing === 0) {
    await shell.complain("return: can only `return' from a function or sourced script");
    return 2;
  }
  throw new Return(await readStatus(shell, "return", args));
};

const loopJump = (name: string, again: boolean): Builtin => async (shell, args) => {
  if (shell.loops === 0) {
    await shell.complain(`${name}: only meaningful in a \`for', \`while', or \`until' loop`);
    return 0;
  }
  const levels = Number(args[0] ?? 1);
  if (!Number.isInteger(levels) || levels < 1) {
    await shell.complain(`${name}: ${args[0] ?? ""}: loop count out of range`);
    throw new Break(shell.loops, false);
  }
  throw new Break(Math.min(levels, shell.loops), again);
};

/** Parses text for `eval` and `source`; the problem is said and null given when it can't be read. */
async function parseHere(shell: Shell, text: string, name: string, line: number): Promise<ReturnType<typeof parseScript> | null> {
  try {
    return parseScript(text, line);
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    shell.system.complain(name, error.line, error.message);
    await shell.write(`${name}: line ${error.line}: ${error.message}\n`, 2);
    return null;
  }
}

const evaluate: Builtin = async (shell, args) => {
  const script = await parseHere(shell, args.join(" "), shell.file === "" ? shell.name : shell.file, shell.line);
  if (script === null) return 2;
  if (script.length === 0) return 0;
  return runScript(shell, script);
};

const source: Builtin = async (shell, args) => {
  const [name, ...rest] = args[0] === "--" ? args.slice(1) : args;
  if (name === undefined) {
    await shell.complain("source: filename argument required");
    return 2;
  }
  const { files } = shell.system;
  const inPath = name.includes("/") || files.find(files.normalize(shell.cwd, name))?.type === "file" ? null : findProgram(shell, name);
  const path = inPath === null ? name : inPath.path;
  const absolute = files.normalize(shell.cwd, path);
  const elsewhere = await shell.system.runElsewhere(shell, "source", absolute, [name, ...rest]);
  if (elsewhere !== null) return elsewhere;
  let text: string;
  try {
    const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(path);
    text = decodeUtf8(device === null ? files.readBytes(absolute) : await shell.descriptors.get(Number(device[1] ?? 0))?.input?.readAll() ?? "");
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.complain(`${name}: ${error.reason}`);
    return 1;
  }
  return sourceText(shell, text, path, rest);
};

/** Runs the text of a file in this shell. */
export async function sourceText(shell: Shell, text: string, path: string, args: readonly string[]): Promise<number> {
  const script = await parseHere(shell, text, path, 1);
  if (script === null) return 2;
  const { file, parameters, loops, line } = shell;
  shell.calls.unshift({ name: "source", line, file });
  shell.file = path;
  shell.sourcing += 1;
  shell.loops = 0;
  if (args.length > 0) shell.parameters = [...args];
  try {
    shell.status = 0;
    return await runLines(shell, script);
  } catch (error) {
    if (error instanceof Return) return error.status;
    throw error;
  } finally {
    shell.calls.shift();
    shell.sourcing -= 1;
    shell.file = file;
    shell.loops = loops;
    if (args.length > 0) shell.parameters = parameters;
  }
}

const execute: Builtin = async (shell, args) => {
  let rest = args;
  while (rest[0]?.startsWith("-") === true) {
    if (rest[0] === "--") {
      rest = rest.slice(1);
      break;
    }
    rest = rest.slice(rest[0] === "-a" ? 2 : 1);
  }
  const [command, ...values] = rest;
  if (command === undefined) return 0;
  if (shell.system.builtins.has(command) && findProgram(shell, command) === null) {
    await shell.complain(`exec: ${command}: not found`);
    throw new Exit(127);
  }
  throw new Exit(await runWords(shell, command, values, "no functions"));
};

const shift: Builtin = (shell, args) => {
  const count = Number(args[0] ?? 1);
  if (!Number.isInteger(count) || count < 0 || count > shell.parameters.length) return 1;
  shell.parameters = shell.parameters.slice(count);
  return 0;
};

const SIGNALS = new Set(["EXIT", "ERR", "DEBUG", "RETURN", "HUP", "INT", "QUIT", "TERM", "PIPE", "USR1", "USR2", "ALRM", "CHLD", "CONT", "STOP", "TSTP", "KILL", "WINCH"]);
const NUMBERS: Readonly<Record<string, string>> = { 0: "EXIT", 1: "HUP", 2: "INT", 3: "QUIT", 9: "KILL", 13: "PIPE", 14: "ALRM", 15: "TERM" };
const signalName = (text: string): string | null => {
  const name = NUMBERS[text] ?? text.toUpperCase().replace(/^SIG/, "");
  return SIGNALS.has(name) ? name : null;
};

const trap: Builtin = async (shell, args) => {
  let rest = args;
  if (rest[0] === "-l") {
    await shell.write(" 1) SIGHUP  2) SIGINT  3) SIGQUIT  9) SIGKILL  13) SIGPIPE  14) SIGALRM  15) SIGTERM\n");
    return 0;
  }
  const print = rest[0] === "-p";
  if (print || rest[0] === "--") rest = rest.slice(1);
  if (rest.length === 0 || print) {
    for (const [name, action] of shell.traps) if (rest.length === 0 || rest.some((one) => signalName(one) === name)) await shell.write(`trap -- ${quoteWord(action)} ${/^(?:EXIT|ERR|DEBUG|RETURN)$/.test(name) ? name : `SIG${name}`}\n`);
    return 0;
  }
  let [action, ...names] = rest as [string, ...string[]];
  if (names.length === 0) {
    names = [action];
    action = "-";
  }
  let status = 0;
  for (const one of names) {
    const name = signalName(one);
    if (name === null) {
      await shell.complain(`trap: ${one}: invalid signal specification`);
      status = 1;
    } else if (action === "-") shell.traps.delete(name);
    else shell.traps.set(name, action);
  }
  return status;
};

const wait: Builtin = async (shell, args) => {
  let status = 0;
  const pids = args.filter((arg) => !arg.startsWith("-")).map((arg) => Number(arg.replace("%", "")));
  for (const pid of pids.length > 0 ? pids : [...shell.jobs.keys()]) {
    const job = shell.jobs.get(pid) ?? [...shell.jobs.values()][pid - 1];
    if (job === undefined) {
      await shell.complain(`wait: pid ${pid} is not a child of this shell`);
      status = 127;
    } else {
      const ended = await job;
      status = pids.length > 0 || args.includes("-n") ? ended : 0;
      shell.jobs.delete(pid);
      if (args.includes("-n")) break;
    }
  }
  return status;
};

const kill: Builtin = async (shell, args) => {
  const signal = args[0]?.startsWith("-") === true ? (args[0] === "-s" || args[0] === "-n" ? args[1] ?? "" : args[0].slice(1)) : "TERM";
  if (signal === "l") {
    await shell.write("HUP INT QUIT KILL PIPE ALRM TERM\n");
    return 0;
  }
  const pid = args[args.length - 1] ?? "";
  const name = signalName(signal);
  if (pid === String(shell.pid) || pid === String(shell.shellPid)) {
    if (signal === "0") return 0;
    const action = name === null ? undefined : shell.traps.get(name);
    if (action !== undefined) {
      if (action !== "") await runScript(shell, parseScript(action, shell.line));
      return 0;
    }
    const number = Object.entries(NUMBERS).find(([, one]) => one === name)?.[0] ?? "15";
    throw new Exit(128 + Number(number));
  }
  if (shell.jobs.has(Number(pid)) && signal === "0") return 0;
  await shell.complain(shell.jobs.has(Number(pid)) ? `kill: (${pid}) - jobs can't be ended in this shell` : `kill: (${pid}) - No such process`);
  return 1;
};

const caller: Builtin = async (shell, args) => {
  const call = shell.calls[Number(args[0] ?? 0)];
  if (call === undefined) return 1;
  await shell.write(args.length === 0 ? `${call.line} ${call.file || shell.name}\n` : `${call.line} ${shell.calls[Number(args[0]) + 1]?.name ?? "main"} ${call.file || shell.name}\n`);
  return 0;
};

const jobs: Builtin = async (shell) => {
  let index = 0;
  for (const pid of shell.jobs.keys()) await shell.write(`[${(index += 1)}]   Running                 ${pid}\n`);
  return 0;
};

export const flow: readonly (readonly [string, Builtin])[] = [
  [":", () => 0], ["true", () => 0], ["false", () => 1], ["exit", exit], ["return", leave], ["break", loopJump("break", false)], ["continue", loopJump("continue", true)],
  ["eval", evaluate], ["source", source], [".", source], ["exec", execute], ["shift", shift], ["trap", trap], ["wait", wait], ["kill", kill], ["caller", caller], ["jobs", jobs], ["disown", () => 0], ["times", () => 0],
];
