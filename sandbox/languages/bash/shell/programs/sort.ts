/** `sort`, with GNU's keys: a field begins with the blanks before it, and what ties is ordered by the whole line. */
import { FileError } from "../files.ts";
import type { Program, Shell } from "../shell.ts";

/** Bytes stand for themselves in the shell's texts, so comparing them compares as the C locale does. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Key {
  /** From 1; `character` 0 means the field's end. */
  from: { field: number; character: number; blanks: boolean };
  to: { field: number; character: number; blanks: boolean } | null;
  order: string;
}
interface Plan {
  keys: Key[];
  order: string;
  separator: string | null;
  unique: boolean;
  stable: boolean;
}

class WrongUse extends Error {}

const ORDERS = "bdfgiMhnRrV";
const MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
const SUFFIXES = " KMGTPEZY";
const LONG: Readonly<Record<string, string>> = {
  "--reverse": "-r", "--numeric-sort": "-n", "--unique": "-u", "--ignore-case": "-f", "--ignore-leading-blanks": "-b", "--dictionary-order": "-d", "--general-numeric-sort": "-g",
  "--human-numeric-sort": "-h", "--month-sort": "-M", "--version-sort": "-V", "--stable": "-s", "--check": "-c", "--zero-terminated": "-z", "--merge": "-m", "--random-sort": "-R",
};

/** A place such as `2.3nr`. */
function readPlace(text: string, whole: string): { field: number; character: number | null; order: string } {
  const found = /^(\d+)(?:\.(\d+))?([A-Za-z]*)$/.exec(text);
  if (found === null || [...(found[3] ?? "")].some((letter) => !ORDERS.includes(letter))) throw new WrongUse(`invalid key: '${whole}'`);
  if (found[1] === "0") throw new WrongUse(`-: invalid field specification '${whole}': field number is zero`);
  return { field: Number(found[1]), character: found[2] === undefined ? null : Number(found[2]), order: found[3] ?? "" };
}
function readKey(text: string): Key {
  const [first = "", last] = text.split(",");
  const from = readPlace(first, text);
  const to = last === undefined ? null : readPlace(last, text);
  return {
    from: { field: from.field, character: from.character ?? 1, blanks: from.order.includes("b") },
    to: to === null ? null : { field: to.field, character: to.character ?? 0, blanks: to.order.includes("b") },
    order: from.order + (to?.order ?? ""),
  };
}

/** Where each field of a line begins and ends. */
function fieldsOf(line: string, separator: string | null): [number, number][] {
  const fields: [number, number][] = [];
  if (separator !== null) {
    let at = 0;
    for (;;) {
      const end = line.indexOf(separator, at);
      fields.push([at, end < 0 ? line.length : end]);
      if (end < 0) return fields;
      at = end + 1;
    }
  }
  for (const found of line.matchAll(/[ \t]*[^ \t]+|[ \t]+$/g)) fields.push([found.index, found.index + found[0].length]);
  return fields;
}
function keyText(line: string, { from, to }: Key, separator: string | null): string {
  const fields = fieldsOf(line, separator);
  const place = (field: number, character: number, blanks: boolean, atEnd: boolean): number => {
    const found = fields[field - 1];
    if (found === undefined) return line.length;
    let [begin] = found;
    const [, end] = found;
    if (atEnd && character === 0) return end;
    if (blanks) while (begin < end && /[ \t]/.test(line.charAt(begin))) begin += 1;
    return Math.min(line.length, begin + character - (atEnd ? 0 : 1));
  };
  return line.slice(place(from.field, from.character, from.blanks, false), to === null ? line.length : place(to.field, to.character, to.blanks, true));
}

function compareNumbers(a: string, b: string): number {
  const read = (text: string): { negative: boolean; whole: string; part: string } => {
    const found = /^[ \t]*(-?)0*(\d*)(?:\.(\d*?)0*(?!\d))?/.exec(text);
    const [whole, part] = [found?.[2] ?? "", found?.[3] ?? ""];
    return { negative: found?.[1] === "-" && whole + part !== "", whole, part };
  };
  const [x, y] = [read(a), read(b)];
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  const size = x.whole.length - y.whole.length || byBytes(x.whole, y.whole) || byBytes(x.part, y.part);
  return x.negative ? -size : size;
}
function compareVersions(a: string, b: string): number {
  const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const [x, y] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(x.length, y.length); at += 1) {
    const [one, other] = [x[at], y[at]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const difference = /^\d/.test(one) && /^\d/.test(other) ? compareNumbers(one, other) : byBytes(one, other);
    if (difference !== 0) return difference;
  }
  return 0;
}
function compareAs(order: string, a: string, b: string): number {
  const has = (letter: string): boolean => order.includes(letter);
  if (has("n")) return compareNumbers(a, b);
  if (has("g")) {
    const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(y)) - Number(Number.isNaN(x)) : x - y;
  }
  if (has("h")) {
    const suffix = (text: string): number => Math.max(0, SUFFIXES.indexOf((/^[ \t]*-?[\d.]+([KMGTPEZYk])/.exec(text)?.[1] ?? " ").toUpperCase()));
    const sign = (text: string): number => (/^[ \t]*-/.test(text) ? -1 : 1);
    return sign(a) * suffix(a) - sign(b) * suffix(b) || compareNumbers(a, b);
  }
  if (has("M")) {
    const month = (text: string): number => {
      const at = MONTHS.indexOf(text.trimStart().slice(0, 3).toUpperCase());
      return at >= 0 && at % 3 === 0 && text.trim().length >= 3 ? at : -1;
    };
    return month(a) - month(b);
  }
  const fold = (text: string): string => {
    let folded = has("b") ? text.replace(/^[ \t]+/, "") : text;
    if (has("d")) folded = folded.replace(/[^A-Za-z0-9 \t]/g, "");
    if (has("i")) folded = folded.replace(/[^ -~]/g, "");
    return has("f") ? folded.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : folded;
  };
  return has("V") ? compareVersions(fold(a), fold(b)) : byBytes(fold(a), fold(b));
}

function comparison({ keys, order, separator, unique, stable }: Plan): (a: string, b: string) => number {
  return (a, b) => {
    for (const key of keys) {
      const own = key.order === "" ? order : key.order;
      const difference = compareAs(own, keyText(a, key, separator), keyText(b, key, separator));
      if (difference !== 0) return own.includes("r") ? -difference : difference;
    }
    if (keys.length === 0) {
      const difference = compareAs(order, a, b);
      if (difference !== 0) return order.includes("r") ? -difference : difference;
    }
    if (unique || stable) return 0;
    return order.includes("r") ? byBytes(b, a) : byBytes(a, b);
  };
}

async function readFile(shell: Shell, path: string): Promise<string> {
  const device = /^(?:-|\/dev\/stdin|\/dev\/fd\/(\d+))$/.exec(path);
  if (device !== null) return await shell.descriptors.get(Number(device[1] ?? 0))?.input?.readAll() ?? "";
  return shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path));
}

async function sortLines(shell: Shell, args: readonly string[]): Promise<number> {
  const plan: Plan = { keys: [], order: "", separator: null, unique: false, stable: false };
  const paths: string[] = [];
  let [check, end, output]: [string, string, string | null] = ["", "\n", null];
  for (let at = 0; at < args.length; at += 1) {
    const given = args[at] as string;
    if (given === "--") {
      paths.push(...args.slice(at + 1));
      break;
    }
    const arg = LONG[given] ?? given.replace(/^--key=/, "-k").replace(/^--field-separator=/, "-t").replace(/^--output=/, "-o").replace(/^--(?:parallel|buffer-size)=/, "-S");
    if (!/^-./.test(arg)) {
      paths.push(arg);
      continue;
    }
    if (arg.startsWith("--")) throw new WrongUse(`unrecognized option '${given}'`);
    for (let i = 1; i < arg.length; i += 1) {
      const letter = arg.charAt(i);
      if ("ktoST".includes(letter)) {
        const value = i + 1 < arg.length ? arg.slice(i + 1) : args[at += 1];
        if (value === undefined) throw new WrongUse(`option requires an argument -- '${letter}'`);
        if (letter === "k") plan.keys.push(readKey(value));
        else if (letter === "o") output = value;
        else if (letter === "t") {
          if (value.length !== 1 && value !== "\\0") throw new WrongUse(value === "" ? "empty tab" : `multi-character tab '${value}'`);
          plan.separator = value === "\\0" ? "\0" : value;
        }
        break;
      }
      if (ORDERS.includes(letter)) plan.order += letter;
      else if (letter === "u") plan.unique = true;
      else if (letter === "s") plan.stable = true;
      else if (letter === "c" || letter === "C") check = letter;
      else if (letter === "z") end = "\0";
      else if (letter !== "m") throw new WrongUse(`invalid option -- '${letter}'`);
    }
  }
  const shuffled = plan.order.includes("R");
  if (shuffled && plan.keys.length > 0) throw new WrongUse("-R with keys is not available in this sort");
  // A key of its own orders skips blanks only where it says so; `-b` alone holds for keys without any.
  for (const key of plan.keys) {
    if (key.order !== "" || !plan.order.includes("b")) continue;
    key.from.blanks = true;
    if (key.to !== null) key.to.blanks = true;
  }
  const lines: string[] = [];
  for (const path of paths.length === 0 ? ["-"] : paths) {
    const bytes = await readFile(shell, path);
    const parts = bytes.split(end);
    if (parts[parts.length - 1] === "") parts.pop();
    for (const part of parts) lines.push(part);
  }
  // Lines that are the same stay together.
  const ranks = new Map(shuffled ? lines.map((line) => [line, shell.system.random()]) : []);
  const compare = shuffled ? (a: string, b: string): number => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) : comparison(plan);
  if (check !== "") {
    const wrong = lines.findIndex((line, at) => at > 0 && (plan.unique ? compare(lines[at - 1] as string, line) >= 0 : compare(lines[at - 1] as string, line) > 0));
    if (wrong < 0) return 0;
    if (check === "c") await shell.writeBytes(`sort: ${paths[0] ?? "-"}:${wrong + 1}: disorder: ${lines[wrong] ?? ""}\n`, 2);
    return 1;
  }
  lines.sort(compare);
  const kept = plan.unique ? lines.filter((line, at) => at === 0 || compare(lines[at - 1] as string, line) !== 0) : lines;
  const text = kept.map((line) => line + end).join("");
  if (output === null) await shell.writeBytes(text);
  else shell.system.files.writeBytes(shell.system.files.normalize(shell.cwd, output), text);
  return 0;
}

export const sort: Program = async (shell, args) => {
  try {
    return await sortLines(shell, args);
  } catch (error) {
    if (error instanceof WrongUse) await shell.write(`sort: ${error.message}\n`, 2);
    else if (error instanceof FileError) await shell.write(`sort: cannot read: ${/'(.*)'/.exec(error.message)?.[1]?.replace(/^.*\//, "") ?? ""}: ${error.reason}\n`, 2);
    else throw error;
    return 2;
  }
};
