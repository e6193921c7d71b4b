/** `$name`, `${name…}` and all that can be done to it there. */
import type { Parameter, ParameterOperation, Part, Word } from "./ast.ts";
import { Exit, ExpansionFailure } from "./control.ts";
import { encodeUtf8, readAnsiEscapes } from "./escapes.ts";
import { fits, patternSource, compile } from "./patterns.ts";
import { quoteWord } from "./quote.ts";
import type { Shell } from "./shell.ts";
import { asScalar, IndexedArray } from "./variables.ts";

/** A text, or the items of `@` and `*`. `parts`: a word of the script to be expanded in its place. */
export interface Expanded {
  text: string;
  list: string[] | null;
  star: boolean;
  parts?: Part[];
}
const one = (text: string): Expanded => ({ text, list: null, star: false });

interface Found {
  value: string | undefined;
  list: string[] | null;
  star: boolean;
}

function special(shell: Shell, name: string): string | undefined {
  switch (name) {
    case "?": return String(shell.status);
    case "#": return String(shell.parameters.length);
    case "$": return String(shell.shellPid);
    case "!": return shell.lastJob === 0 ? undefined : String(shell.lastJob);
    case "_": return shell.lastArgument;
    case "-": return `${shell.options.has("errexit") ? "e" : ""}hB${shell.options.has("nounset") ? "u" : ""}${shell.options.has("xtrace") ? "x" : ""}${shell.options.has("noglob") ? "f" : ""}`;
    case "0": return shell.name;
    default: return shell.parameters[Number(name) - 1];
  }
}

async function find(shell: Shell, parameter: Parameter): Promise<Found> {
  const { name, index } = parameter;
  if (name === "@" || name === "*") return { value: shell.parameters.join(" "), list: shell.parameters, star: name === "*" };
  if (/^[0-9?#$!_-]$|^\d+$/.test(name)) return { value: special(shell, name), list: null, star: false };
  if (index === null) return lookUp(shell, name);
  if (index === "@" || index === "*") {
    const value = shell.variables.valueOf(shell.variables.resolve(name).name);
    const list = value === null ? [] : typeof value === "string" ? [value] : value instanceof Map ? [...value.values()] : value.list();
    return { value: list.length === 0 ? undefined : list.join(" "), list, star: index === "*" };
  }
  try {
    return { value: shell.element(name, await shell.system.interpreter.expandText(shell, index)), list: null, star: false };
  } catch (error) {
    return shell.explain(error);
  }
}

/** A name without subscript; a reference may lead to one. */
function lookUp(shell: Shell, name: string): Found {
  const target = shell.variables.resolve(name);
  if (target.index === "@" || target.index === "*") {
    const value = shell.variables.valueOf(target.name);
    const list = value === null ? [] : typeof value === "string" ? [value] : value instanceof Map ? [...value.values()] : value.list();
    return { value: list.join(" "), list, star: target.index === "*" };
  }
  return { value: target.index === null ? shell.get(target.name) : shell.element(target.name, target.index), list: null, star: false };
}

export async function expandParameter(shell: Shell, parameter: Parameter, quoted: boolean): Promise<Expanded> {
  const { operation } = parameter;
  if (operation?.type === "keys") return keys(shell, parameter);
  if (operation?.type === "names") {
    return { text: "", list: shell.variables.names(parameter.name), star: parameter.index === "*" };
  }
  let found = await find(shell, parameter);
  if (parameter.indirect) {
    const raw = parameter.index === null ? shell.variables.findRaw(parameter.name) : undefined;
    // ${!ref} of a name reference is the name that it refers to.
    if (raw?.reference === true) found = { value: asScalar(raw.value), list: null, star: false };
    else found = await indirect(shell, found.value, parameter.source);
  }
  if (operation?.type === "length") {
    if (found.list !== null) return one(String(found.list.length));
    if (found.value === undefined) await requireSet(shell, parameter);
    return one(String(lengthOf(shell, found.value ?? "")));
  }
  if (operation !== null && (operation.type === "default" || operation.type === "assign" || operation.type === "error" || operation.type === "alternative")) {
    return choose(shell, parameter, operation, found, quoted);
  }
  if (found.value === undefined && found.list === null) await requireSet(shell, parameter);
  if (operation === null) return { text: found.value ?? "", list: found.list, star: found.star };
  if (operation.type === "slice") return slice(shell, parameter, operation, found);
  if (found.value === undefined && found.list === null) return one("");
  const change = await changer(shell, parameter, operation);
  return found.list === null ? one(change(found.value ?? "")) : { text: "", list: found.list.map(change), star: found.star };
}

/** Under `set -u` an unset variable ends the script. */
async function requireSet(shell: Shell, parameter: Parameter): Promise<void> {
  if (!shell.options.has("nounset")) return;
  const index = parameter.index;
  const shown = index === null || typeof index === "string" ? parameter.name : `${parameter.name}[${parameter.source.replace(/^[^[]*\[/, "").replace(/\][^\]]*$/, "")}]`;
  await shell.complain(`${/^\d+$/.test(parameter.name) ? "$" : ""}${shown}: unbound variable`);
  throw new Exit(shell.file === "" ? 127 : 1);
}

async function indirect(shell: Shell, target: string | undefined, source: string): Promise<Found> {
  if (target === undefined || target === "") {
    if (target === undefined) await shell.complain(`${source.replace(/[${}!]/g, "").replace(/[^\w].*$/s, "")}: invalid indirect expansion`);
    throw new ExpansionFailure(source);
  }
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(target);
  if (element === null) {
    if (!/^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])$/.test(target)) {
      await shell.complain(`${target}: invalid variable name`);
      throw new ExpansionFailure(source);
    }
    return find(shell, { name: target, index: null, indirect: false, operation: null, source });
  }
  const [, name = "", index = ""] = element;
  if (index === "@" || index === "*") return find(shell, { name, index, indirect: false, operation: null, source });
  return { value: shell.element(name, index), list: null, star: false };
}

function keys(shell: Shell, parameter: Parameter): Expanded {
  const value = shell.variables.valueOf(shell.variables.resolve(parameter.name).name);
  const list = value === null ? [] : typeof value === "string" ? ["0"] : value instanceof Map ? [...value.keys()] : value.indices().map(String);
  return { text: "", list, star: parameter.index === "*" };
}

async function choose(shell: Shell, parameter: Parameter, operation: ParameterOperation & { word: Word; empty: boolean }, found: Found, quoted: boolean): Promise<Expanded> {
  const isSet = found.list === null ? found.value !== undefined : found.list.length > 0;
  const present = isSet && !(operation.empty && (found.list === null ? found.value === "" : found.list.join("") === ""));
  const word = (): Expanded => ({ text: "", list: null, star: false, parts: operation.word.parts });
  const asWord = async (): Promise<Expanded> => {
    const only = operation.word.parts.length === 1 ? operation.word.parts[0] : undefined;
    // "${x:-$@}" is a list too.
    if (quoted && only?.type === "parameter") return expandParameter(shell, only.parameter, true);
    if (quoted && only?.type === "double" && only.parts.length === 1 && only.parts[0]?.type === "parameter") return expandParameter(shell, only.parts[0].parameter, true);
    return quoted ? one(await shell.system.interpreter.expandText(shell, operation.word)) : word();
  };
  if (operation.type === "alternative") return present ? asWord() : one("");
  if (present) return { text: found.value ?? "", list: found.list, star: found.star };
  if (operation.type === "default") return asWord();
  const text = await shell.system.interpreter.expandText(shell, operation.word);
  if (operation.type === "assign") {
    const { index } = parameter;
    if (index === null || typeof index === "string") shell.set(parameter.name, text);
    else shell.setElement(parameter.name, await shell.system.interpreter.expandText(shell, index), text);
    return one(text);
  }
  await shell.complain(`${parameter.name}: ${text !== "" ? text : operation.empty ? "parameter null or not set" : "parameter not set"}`);
  throw new Exit(shell.file === "" ? 127 : 1);
}

async function slice(shell: Shell, parameter: Parameter, operation: ParameterOperation & { type: "slice" }, found: Found): Promise<Expanded> {
  const number = async (word: Word): Promise<number> => {
    try {
      return Number(shell.calculate(await shell.system.interpreter.expandText(shell, word)));
    } catch (error) {
      return shell.explain(error);
    }
  };
  let from = await number(operation.from);
  const length = operation.length === null ? null : await number(operation.length);
  if (found.list === null) {
    const characters = [...(found.value ?? "")];
    if (from < 0) from += characters.length;
    if (from < 0 || from > characters.length) return one("");
    const end = length === null ? characters.length : length < 0 ? characters.length + length : from + length;
    if (end < from) {
      await shell.complain(`${length}: substring expression < 0`);
      throw new ExpansionFailure(parameter.source);
    }
    return one(characters.slice(from, end).join(""));
  }
  if (length !== null && length < 0) {
    await shell.complain(`${length}: substring expression < 0`);
    throw new ExpansionFailure(parameter.source);
  }
  if (parameter.name === "@" || parameter.name === "*") {
    const all = [shell.name, ...found.list];
    if (from < 0) from += all.length;
    if (from < 0) return { text: "", list: [], star: found.star };
    return { text: "", list: all.slice(from, length === null ? undefined : from + length), star: found.star };
  }
  const value = shell.variables.valueOf(shell.variables.resolve(parameter.name).name);
  // An array's slice begins at an index, not at a count.
  const entries = value instanceof IndexedArray ? value.indices() : found.list.map((_item, position) => position);
  if (from < 0) from += value instanceof IndexedArray ? value.end : entries.length;
  if (from < 0) return { text: "", list: [], star: found.star };
  const items = found.list.filter((_item, position) => (entries[position] as number) >= from);
  return { text: "", list: length === null ? items : items.slice(0, length), star: found.star };
}

async function changer(shell: Shell, parameter: Parameter, operation: ParameterOperation): Promise<(text: string) => string> {
  const extended = shell.shopt.has("extglob");
  const ignoreCase = shell.shopt.has("nocasematch");
  switch (operation.type) {
    case "remove": {
      const pattern = await shell.system.interpreter.expandPattern(shell, operation.pattern);
      const { prefix, longest } = operation;
      if (prefix) {
        const expression = compile(`^(?:${patternSource(pattern, { extended, lazy: !longest })})`);
        return (text) => text.replace(expression, "");
      }
      return (text) => removeSuffix(text, pattern, longest, extended);
    }
    case "replace": return replacer(shell, operation, extended, ignoreCase);
    case "case": {
      const pattern = operation.pattern === null ? null : await shell.system.interpreter.expandPattern(shell, operation.pattern);
      const turn = (character: string): string => {
        if (pattern !== null && !fits(character, pattern, { extended })) return character;
        const upper = operation.toggle ? character === character.toLowerCase() : operation.upper;
        const turned = upper ? character.toUpperCase() : character.toLowerCase();
        return turned.length === character.length ? turned : character;
      };
      return (text) => (operation.all ? [...text].map(turn).join("") : [...text].map((character, index) => (index === 0 ? turn(character) : character)).join(""));
    }
    case "transform": return transformer(shell, parameter, operation.operator);
    default: return (text) => text;
  }
}

function removeSuffix(text: string, pattern: string, longest: boolean, extended: boolean): string {
  const expression = compile(`^(?:${patternSource(pattern, { extended })})$`);
  const starts = Array.from({ length: text.length + 1 }, (_item, index) => index);
  for (const start of longest ? starts : starts.reverse()) if (expression.test(text.slice(start))) return text.slice(0, start);
  return text;
}

async function replacer(shell: Shell, operation: ParameterOperation & { type: "replace" }, extended: boolean, ignoreCase: boolean): Promise<(text: string) => string> {
  const pattern = await shell.system.interpreter.expandPattern(shell, operation.pattern);
  // An unquoted & stands for what was found.
  const pieces: (string | null)[] = [];
  for (const part of operation.replacement.parts) {
    if (part.type === "text" && !part.quoted) part.text.split("&").forEach((text, index) => pieces.push(...(index === 0 ? [text] : [null, text])));
    else if (part.type === "parameter") (await shell.system.interpreter.expandText(shell, { parts: [part] })).split("&").forEach((text, index) => pieces.push(...(index === 0 ? [text] : [null, text])));
    else pieces.push(await shell.system.interpreter.expandText(shell, { parts: [part] }));
  }
  const make = (match: string): string => pieces.map((piece) => piece ?? match).join("");
  if (pattern === "") return (text) => (operation.anchor === "#" ? make("") + text : operation.anchor === "%" ? text + make("") : text);
  const source = patternSource(pattern, { extended });
  const flags = `su${ignoreCase ? "i" : ""}`;
  if (operation.anchor === "%") {
    return (text) => {
      const expression = compile(`^(?:${source})$`, flags);
      for (let start = 0; start <= text.length; start += 1) if (expression.test(text.slice(start))) return text.slice(0, start) + make(text.slice(start));
      return text;
    };
  }
  const expression = compile(operation.anchor === "#" ? `^(?:${source})` : `(?:${source})`, operation.all ? `${flags}g` : flags);
  return (text) => text.replace(expression, (match: string) => (match === "" && operation.all ? "" : make(match)));
}

async function transformer(shell: Shell, parameter: Parameter, operator: string): Promise<(text: string) => string> {
  switch (operator) {
    case "Q": return quoteWord;
    case "U": return (text) => text.toUpperCase();
    case "L": return (text) => text.toLowerCase();
    case "u": return (text) => text.charAt(0).toUpperCase() + text.slice(1);
    case "E": return readAnsiEscapes;
    case "a": {
      const variable = shell.variables.find(parameter.name);
      const flags = variable === undefined ? "" : `${variable.kind === "indexed" ? "a" : variable.kind === "associative" ? "A" : ""}${variable.integer ? "i" : ""}${variable.lower ? "l" : ""}${variable.reference ? "n" : ""}${variable.readonly ? "r" : ""}${variable.upper ? "u" : ""}${variable.exported ? "x" : ""}`;
      return () => flags;
    }
    default:
      await shell.complain(`\${…@${operator}} is not available in this shell`);
      throw new ExpansionFailure(parameter.source);
  }
}

/** Characters, or bytes in the C locale. */
function lengthOf(shell: Shell, text: string): number {
  const locale = shell.get("LC_ALL") || shell.get("LC_CTYPE") || shell.get("LANG") || "C.UTF-8";
  return locale === "C" || locale === "POSIX" ? encodeUtf8(text).length : [...text].length;
}
