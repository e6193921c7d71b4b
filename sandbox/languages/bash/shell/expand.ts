/** Makes words of what stands in a script: expansion, splitting, patterns of file names. */
import type { Part, Word } from "./ast.ts";
import { expandPath } from "./glob.ts";
import { expandParameter } from "./parameters.ts";
import type { Expanded } from "./parameters.ts";
import { quotePattern } from "./patterns.ts";
import type { Shell } from "./shell.ts";

interface Field {
  text: string;
  /** The same with quoted characters behind backslashes. */
  pattern: string;
  magic: boolean;
}

class Fields {
  readonly done: Field[] = [];
  private current: Field | null = null;
  /** The last thing was blank space that ended a field. */
  private soft = false;
  private readonly separators: string;
  private readonly blanks: string;

  constructor(separators: string) {
    this.separators = separators;
    this.blanks = separators.replace(/[^ \t\n]/g, "");
  }

  add(text: string, quoted: boolean): void {
    this.soft = false;
    this.current ??= { text: "", pattern: "", magic: false };
    this.current.text += text;
    if (quoted) this.current.pattern += quotePattern(text);
    else {
      this.current.pattern += text;
      if (/[*?[]/.test(text) || /[@+!]\(/.test(text)) this.current.magic = true;
    }
  }

  /** What an expansion without quotes gave. */
  split(text: string): void {
    if (this.separators === "" || text === "") {
      if (text !== "") this.addResult(text);
      return;
    }
    let plain = "";
    const flush = (): void => {
      if (plain !== "") this.addResult(plain);
      plain = "";
    };
    for (const character of text) {
      if (!this.separators.includes(character)) {
        plain += character;
        continue;
      }
      flush();
      if (this.blanks.includes(character)) {
        if (this.current !== null) {
          this.close();
          this.soft = true;
        }
      } else if (this.current !== null) this.close();
      else if (this.soft) this.soft = false;
      else this.done.push({ text: "", pattern: "", magic: false });
    }
    flush();
  }

  /** Backslashes that come from an expansion are themselves in file names. */
  private addResult(text: string): void {
    this.add(text, false);
    if (text.includes("\\") && this.current !== null) this.current.pattern = this.current.pattern.slice(0, -text.length) + text.replaceAll("\\", "\\\\");
  }

  close(): void {
    if (this.current !== null) this.done.push(this.current);
    this.current = null;
    this.soft = false;
  }
}

/** The fields of some words: what a command gets as its arguments. */
export async function expandWords(shell: Shell, words: readonly Word[]): Promise<string[]> {
  const out: string[] = [];
  for (const word of words) {
    if (word.braces !== undefined) {
      for (const one of word.braces) await expandOne(shell, one, out);
    } else await expandOne(shell, word, out);
  }
  return out;
}

async function expandOne(shell: Shell, word: Word, out: string[]): Promise<void> {
  const { parts } = word;
  const only = parts.length === 1 ? parts[0] : undefined;
  // Most words are plain.
  if (only?.type === "text" && (only.quoted || !/[*?[~]/.test(only.text))) {
    out.push(only.text);
    return;
  }
  const fields = new Fields(shell.get("IFS") ?? " \t\n");
  for (const [index, part] of parts.entries()) await addPart(shell, fields, index === 0 ? await expandTilde(shell, part, false) : part);
  fields.close();
  for (const field of fields.done) {
    if (!field.magic || shell.options.has("noglob")) out.push(field.text);
    else out.push(...await expandPath(shell, field.pattern, field.text));
  }
}

/** `~` at the beginning becomes quoted text. */
async function expandTilde(shell: Shell, part: Part, assignment: boolean): Promise<Part> {
  if (part.type !== "text" || part.quoted || !part.text.includes("~")) return part;
  const home = (sign: string): string | undefined => (sign === "" ? shell.get("HOME") ?? "/home/user" : sign === "+" ? shell.get("PWD") : sign === "-" ? shell.get("OLDPWD") : undefined);
  const text = part.text.replace(assignment ? /(^|:)~([+-]?)(?=$|\/|:)/g : /^()~([+-]?)(?=$|\/)/, (whole: string, before: string, sign: string) => {
    const path = home(sign);
    return path === undefined ? whole : before + path;
  });
  return text === part.text ? part : { type: "text", text, quoted: !/[*?[]/.test(text) };
}

async function addPart(shell: Shell, fields: Fields, part: Part): Promise<void> {
  switch (part.type) {
    case "text":
      fields.add(part.text, part.quoted);
      return;
    case "double":
      await addDouble(shell, fields, part.parts);
      return;
    case "parameter": {
      const expanded = await expandParameter(shell, part.parameter, false);
      if (expanded.list === null) {
        if (expanded.parts !== undefined) for (const one of expanded.parts) await addPart(shell, fields, one);
        else fields.split(expanded.text);
        return;
      }
      for (const [index, item] of expanded.list.entries()) {
        if (index > 0) fields.close();
        fields.split(item);
      }
      return;
    }
    case "command":
      fields.split(await shell.system.interpreter.runSubstitution(shell, part.body));
      return;
    case "arithmetic":
      fields.split(await expandArithmetic(shell, part.text));
      return;
    case "process":
      fields.add(await shell.system.interpreter.startProcess(shell, part.body, part.input), true);
  }
}

async function addDouble(shell: Shell, fields: Fields, parts: readonly Part[]): Promise<void> {
  // "" is a field; "$@" without parameters is none.
  let nothing = parts.length > 0;
  for (const part of parts) {
    const expanded = part.type === "parameter" ? await expandParameter(shell, part.parameter, true) : null;
    if (expanded === null) {
      fields.add(await partText(shell, part, true), true);
      nothing = false;
    } else if (expanded.list === null || expanded.star) {
      fields.add(joinExpanded(shell, expanded), true);
      nothing = false;
    } else {
      for (const [index, item] of expanded.list.entries()) {
        if (index > 0) fields.close();
        fields.add(item, true);
        nothing = false;
      }
    }
  }
  if (!nothing && parts.length === 0) fields.add("", true);
}

/** Lists as one text: `*` with the first character of IFS, `@` with blanks. */
function joinExpanded(shell: Shell, expanded: Expanded): string {
  if (expanded.list === null) return expanded.text;
  return expanded.list.join(expanded.star ? (shell.get("IFS") ?? " ").charAt(0) : " ");
}

async function partText(shell: Shell, part: Part, quoted: boolean): Promise<string> {
  switch (part.type) {
    case "text": return part.text;
    case "double": return partsText(shell, part.parts, true);
    case "parameter": {
      const expanded = await expandParameter(shell, part.parameter, quoted);
      return expanded.parts === undefined ? joinExpanded(shell, expanded) : partsText(shell, expanded.parts, quoted);
    }
    case "command": return shell.system.interpreter.runSubstitution(shell, part.body);
    case "arithmetic": return expandArithmetic(shell, part.text);
    case "process": return shell.system.interpreter.startProcess(shell, part.body, part.input);
  }
}
async function partsText(shell: Shell, parts: readonly Part[], quoted: boolean): Promise<string> {
  let text = "";
  for (const part of parts) text += await partText(shell, part, quoted);
  return text;
}

/** A word as one text, without splitting and file names: assignments, `case`, here-documents. */
export async function expandText(shell: Shell, word: Word, tilde: "none" | "start" | "assignment" = "none"): Promise<string> {
  const { parts } = word;
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.type === "text" && (only.quoted || tilde === "none" || !only.text.includes("~"))) return only.text;
  if (tilde === "none") return partsText(shell, parts, false);
  let text = "";
  for (const [index, part] of parts.entries()) {
    const first = index === 0 || tilde === "assignment" ? await expandTilde(shell, part, tilde === "assignment" && index === 0) : part;
    text += await partText(shell, index === 0 ? first : part, false);
  }
  return text;
}

/** A word as a pattern: what was quoted fits only itself. */
export async function expandPattern(shell: Shell, word: Word): Promise<string> {
  let pattern = "";
  for (const part of word.parts) {
    if (part.type === "text") pattern += part.quoted ? quotePattern(part.text) : part.text;
    else if (part.type === "double") pattern += quotePattern(await partText(shell, part, true));
    else if (part.type === "parameter") {
      const expanded = await expandParameter(shell, part.parameter, false);
      pattern += expanded.parts === undefined ? joinExpanded(shell, expanded) : await expandPattern(shell, { parts: expanded.parts });
    } else pattern += await partText(shell, part, false);
  }
  return pattern;
}

/** A word as the regular expression after `=~`: what was quoted stands for itself. */
export async function expandRegex(shell: Shell, word: Word): Promise<string> {
  let source = "";
  for (const part of word.parts) {
    const text = await partText(shell, part, false);
    source += part.type === "double" || (part.type === "text" && part.quoted) ? text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : text;
  }
  return source;
}

export async function expandArithmetic(shell: Shell, word: Word): Promise<string> {
  const text = await partsText(shell, word.parts, true);
  try {
    return String(shell.calculate(text));
  } catch (error) {
    return shell.explain(error);
  }
}

