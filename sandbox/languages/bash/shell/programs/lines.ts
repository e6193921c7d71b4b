/** `xargs`, `paste` and `uniq`, with the options as they are commonly joined. */
import { decodeUtf8 } from "../escapes.ts";
import { runToEnd } from "../execute.ts";
import { FileError } from "../files.ts";
import { parseOptions, UsageError } from "../builtins/options.ts";
import type { Program, Shell } from "../shell.ts";
import { runWords } from "../simple-command.ts";
import { Input } from "../streams.ts";

async function readFile(shell: Shell, path: string): Promise<string> {
  if (path === "-") return decodeUtf8(await shell.input?.readAll() ?? "");
  const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(path);
  if (device !== null) return decodeUtf8(await shell.descriptors.get(Number(device[1] ?? 0))?.input?.readAll() ?? "");
  return decodeUtf8(shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)));
}
const splitLines = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

/** Options and files that can't be read are said as programs say them. */
const guard = (name: string, program: Program): Program => async (shell, args) => {
  try {
    return await program(shell, args);
  } catch (error) {
    if (error instanceof UsageError) await shell.write(`${name}: ${error.message}\n`, 2);
    else if (error instanceof FileError) await shell.write(`${name}: ${/'(.*)'/.exec(error.message)?.[1]?.replace(/^.*\//, "") ?? ""}: ${error.reason}\n`, 2);
    else throw error;
    return 1;
  }
};

/** Items of `xargs` without -0, -d and -I: blanks part them, quotes keep them together. */
function splitItems(text: string): string[] {
  const found = text.match(/(?:"[^"\n]*"|'[^'\n]*'|\\[\s\S]|[^\s"'\\])+/g) ?? [];
  return found.map((item) => item.replace(/"([^"\n]*)"|'([^'\n]*)'|\\([\s\S])/g, (_all, double?: string, single?: string, one?: string) => double ?? single ?? one ?? ""));
}

const xargs: Program = async (shell, args) => {
  const long = args.map((arg) => (arg === "--null" ? "-0" : arg === "--no-run-if-empty" ? "-r" : arg.replace(/^--max-args=/, "-n").replace(/^--replace=/, "-I").replace(/^--delimiter=/, "-d")));
  const { flags, rest } = parseOptions(long, "0rtpx", "nILPdsE");
  const text = decodeUtf8(await shell.input?.readAll() ?? "");
  const replace = flags.get("I");
  const delimiter = flags.has("0") ? "\0" : flags.has("d") ? (flags.get("d") as string).replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0") : null;
  const items = delimiter !== null ? text.replace(new RegExp(`[${delimiter === "\\" ? "\\\\" : delimiter === "]" || delimiter === "^" ? `\\${delimiter}` : delimiter}]$`), "").split(delimiter).filter((item, index, all) => item !== "" || all.length > 1) : replace !== undefined || flags.has("L") ? splitLines(text).map((line) => line.trim()).filter((line) => line !== "") : splitItems(text);
  const words = rest.length > 0 ? rest : ["echo"];
  const size = replace !== undefined ? 1 : Number(flags.get("n") ?? flags.get("L") ?? Infinity);
  const calls: string[][] = [];
  for (let at = 0; at < items.length; at += size) {
    const group = items.slice(at, at + size);
    calls.push(replace !== undefined ? words.map((word) => word.replaceAll(replace, group[0] as string)) : [...words, ...(flags.has("L") ? group.flatMap(splitItems) : group)]);
    if (size === Infinity) break;
  }
  if (items.length === 0 && !flags.has("r") && replace === undefined) calls.push(words);
  let status = 0;
  for (const [name = "", ...values] of calls) {
    if (flags.has("t")) await shell.write(`${[name, ...values].join(" ")}\n`, 2);
    const child = shell.fork();
    child.functions.clear();
    child.options.clear();
    child.descriptors.set(0, { input: new Input(""), output: null });
    const ended = await runToEnd(child, () => runWords(child, name, values, "no functions"));
    if (ended === 255) return 124;
    if (ended === 127 || ended === 126) return ended;
    if (ended !== 0) status = 123;
  }
  return status;
};

const paste: Program = async (shell, args) => {
  const { flags, rest } = parseOptions(args.map((arg) => arg.replace(/^--delimiters=/, "-d").replace(/^--serial$/, "-s")), "sz", "d");
  const signs = [...(flags.get("d") ?? "\t").replace(/\\([nt0\\])/g, (_all, letter: string) => ({ n: "\n", t: "\t", 0: "\0", "\\": "\\" })[letter] ?? "")].map((sign) => (sign === "\0" ? "" : sign));
  const paths = rest.length > 0 ? rest : ["-"];
  if (flags.has("s")) {
    for (const path of paths) {
      const lines = splitLines(await readFile(shell, path));
      await shell.write(`${lines.map((line, index) => (index === lines.length - 1 ? line : line + (signs[index % Math.max(1, signs.length)] ?? ""))).join("")}\n`);
    }
    return 0;
  }
  const shared = paths.includes("-") ? splitLines(await readFile(shell, "-")) : [];
  const columns: string[][] = [];
  for (const path of paths) columns.push(path === "-" ? shared : splitLines(await readFile(shell, path)));
  for (;;) {
    const row = columns.map((column) => column.shift());
    if (row.every((cell) => cell === undefined)) return 0;
    await shell.write(`${row.map((cell, index) => (cell ?? "") + (index === row.length - 1 ? "" : signs[index % Math.max(1, signs.length)] ?? "")).join("")}\n`);
  }
};

const uniq: Program = async (shell, args) => {
  const { flags, rest } = parseOptions(args.map((arg) => ({ "--count": "-c", "--repeated": "-d", "--unique": "-u", "--ignore-case": "-i" })[arg] ?? arg), "cduiz", "fsw");
  const lines = splitLines(await readFile(shell, rest[0] ?? "-"));
  const key = (line: string): string => {
    const fields = Number(flags.get("f") ?? 0);
    let text = (fields > 0 ? line.replace(new RegExp(`^(?:[ \\t]*[^ \\t]+){0,${fields}}`), "") : line).slice(Number(flags.get("s") ?? 0));
    if (flags.has("w")) text = text.slice(0, Number(flags.get("w")));
    return flags.has("i") ? text.toLowerCase() : text;
  };
  let out = "";
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (end < lines.length && key(lines[end] as string) === key(lines[at] as string)) end += 1;
    const count = end - at;
    if (!(flags.has("d") && count < 2) && !(flags.has("u") && count > 1)) out += `${flags.has("c") ? `${String(count).padStart(7)} ` : ""}${lines[at] ?? ""}\n`;
    at = end;
  }
  if (rest[1] === undefined) await shell.write(out);
  else shell.system.files.writeBytes(shell.system.files.normalize(shell.cwd, rest[1]), out);
  return 0;
};

export const lines: readonly (readonly [string, Program])[] = [["xargs", guard("xargs", xargs)], ["paste", guard("paste", paste)], ["uniq", guard("uniq", uniq)]];
