/** `bash`, `sh`, `env`, `timeout` and others that run commands. */
import { decodeUtf8 } from "../escapes.ts";
import { runToEnd } from "../execute.ts";
import { runFile, runText } from "../programs.ts";
import type { Program } from "../shell.ts";
import { runWords } from "../simple-command.ts";

const bash: Program = async (shell, args) => {
  const options: string[] = [];
  let at = 0;
  let text: string | null = null;
  let stdin = false;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--") {
      at += 1;
      break;
    }
    if (/^--(?:norc|noprofile|posix|login)$/.test(arg)) continue;
    if (arg === "--version") {
      await shell.write("GNU bash, version 5.2.15(1)-release, simulated\n");
      return 0;
    }
    if (!/^[-+]./.test(arg)) break;
    if (arg === "-o" || arg === "+o" || arg === "-O" || arg === "+O") {
      if (arg.endsWith("o")) options.push(arg, args[at + 1] ?? "");
      at += 1;
      continue;
    }
    const letters = arg.slice(1).replace(/[ilr]/g, "");
    if (arg.startsWith("-") && letters.includes("c")) {
      text = "";
      if (letters.replace("c", "") !== "") options.push(`-${letters.replace("c", "")}`);
    } else if (letters === "s") stdin = true;
    else if (letters.endsWith("o")) {
      options.push(`${arg.charAt(0)}${letters}`, args[at + 1] ?? "");
      at += 1;
    } else if (letters !== "") options.push(`${arg.charAt(0)}${letters}`);
  }
  if (text !== null) {
    const [script = "", name = "bash", ...rest] = args.slice(at);
    return runText(shell, script, name, rest, options, "");
  }
  const [file, ...rest] = args.slice(at);
  if (file === undefined || stdin) {
    const script = decodeUtf8(await shell.input?.readAll() ?? "");
    return runText(shell, script, "bash", args.slice(at), options, "");
  }
  const { files } = shell.system;
  const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(file);
  if (device !== null) return runText(shell, decodeUtf8(await shell.descriptors.get(Number(device[1] ?? 0))?.input?.readAll() ?? ""), file, rest, options, file);
  const node = files.find(files.normalize(shell.cwd, file));
  if (node?.type !== "file") {
    await shell.write(`bash: ${file}: ${node === undefined ? "No such file or directory" : "Is a directory"}\n`, 2);
    return node === undefined ? 127 : 126;
  }
  return runFile(shell, file, rest, options);
};

const env: Program = async (shell, args) => {
  const child = shell.fork();
  child.functions.clear();
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "-i" || arg === "-" || arg === "--ignore-environment") for (const name of child.variables.declared()) child.variables.declare(name).exported = false;
    else if (arg === "-u") {
      at += 1;
      child.variables.declare(args[at] ?? "").exported = false;
    } else if (arg === "--" || arg === "-S") continue;
    else if (/^[A-Za-z_]\w*=/.test(arg)) {
      const name = arg.slice(0, arg.indexOf("="));
      child.set(name, arg.slice(name.length + 1));
      child.variables.declare(name).exported = true;
    } else if (arg.startsWith("-")) {
      await shell.write(`env: invalid option -- '${arg.replace(/^-+/, "")}'\n`, 2);
      return 125;
    } else break;
  }
  const [name, ...rest] = args.slice(at);
  if (name === undefined) {
    for (const [key, value] of Object.entries(child.variables.environment())) await shell.write(`${key}=${value}\n`);
    return 0;
  }
  if (shell.system.builtins.has(name) && !shell.system.programs.has(name)) {
    await shell.write(`env: '${name}': No such file or directory\n`, 2);
    return 127;
  }
  return runToEnd(child, () => runWords(child, name, rest, "no functions"));
};

const sleep: Program = async (shell, args) => {
  let seconds = 0;
  for (const arg of args) {
    const found = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(arg);
    if (found === null) {
      await shell.write(`sleep: invalid time interval '${arg}'\n`, 2);
      return 1;
    }
    seconds += Number(found[1]) * ({ s: 1, m: 60, h: 3_600, d: 86_400 }[found[2] ?? ""] ?? 1);
  }
  if (args.length === 0) {
    await shell.write("sleep: missing operand\n", 2);
    return 1;
  }
  await shell.system.sleep(seconds * 1_000);
  return 0;
};

const nohup: Program = async (shell, args) => {
  const [name, ...rest] = args;
  const child = shell.fork();
  return name === undefined ? 125 : runToEnd(child, () => runWords(child, name, rest, "no functions"));
};

export const shells: readonly (readonly [string, Program])[] = [["bash", bash], ["sh", bash], ["dash", bash], ["env", env], ["sleep", sleep], ["nohup", nohup], ["nice", nohup], ["stdbuf", (shell, args) => nohup(shell, args.filter((arg, at) => at > args.findIndex((one) => !one.startsWith("-")) || !arg.startsWith("-")))]];
