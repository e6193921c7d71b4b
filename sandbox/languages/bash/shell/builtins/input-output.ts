/** `echo`, `printf`, `read`, `mapfile`, `[`, `test`. */
import { ConditionError, testArguments } from "../conditions.ts";
import { decodeUtf8, encodeUtf8, readEchoEscapes } from "../escapes.ts";
import { formatText } from "../format.ts";
import type { Builtin, Shell } from "../shell.ts";
import { runWords } from "../simple-command.ts";
import type { Input } from "../streams.ts";
import { IndexedArray } from "../variables.ts";
import { parseOptions } from "./options.ts";

const echo: Builtin = async (shell, args) => {
  let at = 0;
  let escapes = shell.shopt.has("xpg_echo");
  let line = true;
  for (; at < args.length && /^-[neE]+$/.test(args[at] as string); at += 1) {
    for (const letter of args[at] as string) {
      if (letter === "n") line = false;
      if (letter === "e") escapes = true;
      if (letter === "E") escapes = false;
    }
  }
  let text = args.slice(at).join(" ");
  if (escapes) {
    const read = readEchoEscapes(text);
    text = read.text;
    if (read.stop) line = false;
  }
  return writeOut(shell, "echo", line ? `${text}\n` : text);
};

async function writeOut(shell: Shell, name: string, text: string): Promise<number> {
  if (!shell.canWrite(1)) {
    await shell.complain(`${name}: write error: Bad file descriptor`);
    return 1;
  }
  await shell.write(text);
  return 0;
}

const printf: Builtin = async (shell, args) => {
  let rest = args;
  let variable: string | null = null;
  if (rest[0] === "-v") {
    variable = rest[1] ?? "";
    rest = rest.slice(2);
  } else if (rest[0]?.startsWith("-v") === true && rest[0].length > 2) {
    variable = rest[0].slice(2);
    rest = rest.slice(1);
  }
  if (rest[0] === "--") rest = rest.slice(1);
  const [format, ...values] = rest;
  if (format === undefined) {
    await shell.write("printf: usage: printf [-v var] format [arguments]\n", 2);
    return 2;
  }
  const { text, problems } = formatText(format, values, () => shell.system.now());
  let status = 0;
  if (variable === null) status = await writeOut(shell, "printf", text);
  else {
    const element = /^([A-Za-z_]\w*)(?:\[(.*)\])?$/s.exec(variable);
    if (element === null) {
      await shell.complain(`printf: \`${variable}': not a valid identifier`);
      return 2;
    }
    if (element[2] === undefined) shell.set(element[1] as string, text);
    else shell.setElement(element[1] as string, element[2], text);
  }
  for (const problem of problems) await shell.complain(`printf: ${problem}`);
  return problems.length > 0 ? 1 : status;
};

function inputOf(shell: Shell, descriptor: string | undefined): Input | null {
  return shell.descriptors.get(Number(descriptor ?? 0))?.input ?? null;
}

/** A line with backslashes as `read` takes them: the text, and which of its characters were behind one. */
async function readLine(input: Input, delimiter: string, raw: boolean, most: number, exact: boolean): Promise<{ text: string; escaped: boolean[]; ended: boolean } | null> {
  let text = "";
  const escaped: boolean[] = [];
  for (;;) {
    const read = await readCharacters(input, exact ? "" : delimiter, most - [...text].length);
    if (read === null) return text === "" ? null : { text, escaped, ended: false };
    const characters = [...read.text];
    for (let i = 0; i < characters.length; i += 1) {
      const character = characters[i] as string;
      if (raw || character !== "\\") {
        text += character;
        for (let unit = 0; unit < character.length; unit += 1) escaped.push(false);
      } else if (i + 1 < characters.length) {
        i += 1;
        text += characters[i] as string;
        for (let unit = 0; unit < (characters[i] as string).length; unit += 1) escaped.push(true);
      } else if (read.ended && !exact) break;
    }
    // A backslash at the end joins the next line.
    const joined = !raw && read.ended && /(?:^|[^\\])(?:\\\\)*\\$/.test(read.text) && most === Infinity;
    if (!joined) return { text, escaped, ended: read.ended };
  }
}
async function readCharacters(input: Input, delimiter: string, most: number): Promise<{ text: string; ended: boolean } | null> {
  if (most === Infinity) {
    const read = await input.readUntil(encodeUtf8(delimiter));
    return read === null ? null : { text: decodeUtf8(read.bytes), ended: read.ended };
  }
  // Characters are counted, not bytes.
  let bytes = "";
  while ([...decodeUtf8(bytes)].length < most || /[\xc0-\xff][\x80-\xbf]*$/.test(bytes) && decodeUtf8(bytes).endsWith("\ufffd")) {
    const one = await input.readUntil("", 1);
    if (one === null) return bytes === "" ? null : { text: decodeUtf8(bytes), ended: false };
    if (one.bytes === delimiter) return { text: decodeUtf8(bytes), ended: true };
    bytes += one.bytes;
  }
  return { text: decodeUtf8(bytes), ended: true };
}

/** Splits a line for `read`: the last of `count` fields takes the rest. */
function splitLine(text: string, escaped: readonly boolean[], separators: string, count: number): string[] {
  const isBlank = (at: number): boolean => escaped[at] !== true && " \t\n".includes(text.charAt(at)) && separators.includes(text.charAt(at));
  const isSeparator = (at: number): boolean => escaped[at] !== true && separators.includes(text.charAt(at));
  const fields: string[] = [];
  let at = 0;
  let end = text.length;
  while (at < end && isBlank(at)) at += 1;
  while (end > at && isBlank(end - 1)) end -= 1;
  while (at < end) {
    if (fields.length === count - 1) {
      let rest = text.slice(at, end);
      // One separator at the very end is dropped when nothing else is in the rest.
      const signs = Array.from(rest, (_one, i) => i).filter((i) => isSeparator(at + i) && !isBlank(at + i));
      if (signs.length === 1 && signs[0] === rest.length - 1) rest = rest.slice(0, -1).replace(/[ \t\n]+$/, (blanks) => (separators.includes(blanks.charAt(0)) ? "" : blanks));
      fields.push(rest);
      return fields;
    }
    const start = at;
    while (at < end && !isSeparator(at)) at += 1;
    fields.push(text.slice(start, at));
    while (at < end && isBlank(at)) at += 1;
    if (at < end && isSeparator(at) && !isBlank(at)) {
      at += 1;
      while (at < end && isBlank(at)) at += 1;
    }
  }
  return fields;
}

const read: Builtin = async (shell, args) => {
  const { flags, rest } = parseOptions(args, "rs", "adiNnptu");
  const input = inputOf(shell, flags.get("u"));
  if (input === null) {
    await shell.complain(`read: read error: ${flags.get("u") ?? 0}: Bad file descriptor`);
    return 1;
  }
  if (flags.get("t") === "0") return 0;
  const exact = flags.has("N");
  const most = Number(flags.get("N") ?? flags.get("n") ?? Infinity);
  const delimiter = flags.has("d") ? (flags.get("d") === "" ? "\0" : [...(flags.get("d") as string)][0] as string) : "\n";
  const line = await readLine(input, delimiter, flags.has("r"), most, exact);
  const text = (line?.text ?? "").replaceAll("\0", "");
  const separators = shell.get("IFS") ?? " \t\n";
  const array = flags.get("a");
  if (array !== undefined) {
    shell.variables.clearArray(shell.variables.resolve(array).name, false);
    shell.variables.setValue(shell.variables.resolve(array).name, IndexedArray.of(splitLine(text, line?.escaped ?? [], separators, Infinity)));
  } else if (rest.length === 0) shell.set("REPLY", text);
  else if (exact) shell.set(rest[0] as string, text);
  else {
    const fields = splitLine(text, line?.escaped ?? [], separators, rest.length);
    for (const [index, name] of rest.entries()) {
      const element = /^([A-Za-z_]\w*)(?:\[(.*)\])?$/s.exec(name);
      if (element === null) {
        await shell.complain(`read: \`${name}': not a valid identifier`);
        return 1;
      }
      if (element[2] === undefined) shell.set(name, fields[index] ?? "");
      else shell.setElement(element[1] as string, element[2], fields[index] ?? "");
    }
  }
  return line !== null && line.ended ? 0 : 1;
};

const mapfile: Builtin = async (shell, args) => {
  const { flags, rest } = parseOptions(args, "t", "dnOsuCc");
  const input = inputOf(shell, flags.get("u"));
  const name = shell.variables.resolve(rest[0] ?? "MAPFILE").name;
  const delimiter = flags.has("d") ? (flags.get("d") === "" ? "\0" : (flags.get("d") as string).charAt(0)) : "\n";
  const most = Number(flags.get("n") ?? 0);
  let skip = Number(flags.get("s") ?? 0);
  let at = Number(flags.get("O") ?? 0);
  const every = Number(flags.get("c") ?? 5_000);
  if (!flags.has("O")) shell.variables.clearArray(name, false);
  for (let count = 0; input !== null && (most === 0 || count < most);) {
    const line = await input.readUntil(delimiter);
    if (line === null) break;
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    const text = decodeUtf8(line.bytes) + (flags.has("t") || !line.ended ? "" : delimiter);
    count += 1;
    if (flags.has("C") && count % every === 0) await runWords(shell, flags.get("C") as string, [String(at), text]);
    shell.variables.setElement(name, at, text);
    at += 1;
  }
  return 0;
};

const test: Builtin = async (shell, args) => {
  try {
    return await testArguments(shell, args) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    await shell.complain(`test: ${error.message}`);
    return 2;
  }
};
const bracket: Builtin = async (shell, args) => {
  if (args[args.length - 1] !== "]") {
    await shell.complain("[: missing `]'");
    return 2;
  }
  try {
    return await testArguments(shell, args.slice(0, -1)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    await shell.complain(`[: ${error.message}`);
    return 2;
  }
};

export const inputOutput: readonly (readonly [string, Builtin])[] = [["echo", echo], ["printf", printf], ["read", read], ["mapfile", mapfile], ["readarray", mapfile], ["test", test], ["[", bracket]];
