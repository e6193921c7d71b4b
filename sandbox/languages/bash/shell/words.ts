/** Reads words: quotes, `$…`, backticks, process substitutions, and the braces that make several words of one. */
import type { ArrayItem, Assignment, Parameter, ParameterOperation, Part, Script, Word } from "./ast.ts";
import { textWord } from "./ast.ts";
import { expandBraces } from "./braces.ts";
import { readAnsiEscapes } from "./escapes.ts";

export class ShellSyntaxError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const ENDS_WORD = new Set([" ", "\t", "\n", "|", "&", ";", "(", ")", "<", ">", ""]);
/** In `${x…}` words go to the closing brace; in subscripts to the bracket; in here-documents and arithmetic to the end. */
export type Until = "word" | "}" | "]" | "/" | ":" | "end" | "regex";
/** What quotes mean: all of them; those inside `"${x:-…}"`, where ' is itself; or none, as in here-documents and arithmetic. */
export type Quoting = "all" | "double" | "none";

/** The half of the parser that knows characters. `readScript` is the other half's. */
export abstract class WordReader {
  protected text: string;
  protected at = 0;
  private lineStarts: number[] | null = null;
  private readonly firstLine: number;

  constructor(text: string, firstLine = 1) {
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Reads commands up to `end`, which it leaves standing. */
  protected abstract readScript(end: string): Script;

  protected lineAt(position: number): number {
    if (this.lineStarts === null) {
      this.lineStarts = [0];
      for (let i = this.text.indexOf("\n"); i >= 0; i = this.text.indexOf("\n", i + 1)) this.lineStarts.push(i + 1);
    }
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return low + this.firstLine;
  }

  protected fail(message: string, position = this.at): never {
    throw new ShellSyntaxError(message, this.lineAt(Math.min(position, this.text.length)));
  }

  protected peek(offset = 0): string {
    return this.text.charAt(this.at + offset);
  }

  protected match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }

  protected skipContinuations(): void {
    while (this.peek() === "\\" && this.peek(1) === "\n") this.at += 2;
  }

  /** A word at this very place, or null when none begins here. */
  protected readWord(): Word | null {
    const parts = this.readParts("word");
    if (parts === null) return null;
    const word: Word = { parts };
    if (parts.some((part) => part.type === "text" && !part.quoted && part.text.includes("{"))) {
      const several = expandBraces(word);
      if (several !== null) word.braces = several;
    }
    return word;
  }

  /** Parts up to what ends this kind of text; null for a word that is not there. */
  protected readParts(until: Until, quoting: Quoting = "all"): Part[] | null {
    const start = this.at;
    const parts: Part[] = [];
    let plain = "";
    let depth = 0;
    const flush = (): void => {
      if (plain !== "") parts.push({ type: "text", text: plain, quoted: false });
      plain = "";
    };
    for (;;) {
      const character = this.peek();
      if (character === "") {
        if (until === "}" || until === "]" || until === "/" || until === ":") this.fail(`unexpected end of file: \`${until === "]" ? "]" : "}"}' is missing`, start);
        break;
      }
      if (until === "word" && ENDS_WORD.has(character)) {
        const extended = character === "(" && plain !== "" && /[?*+@!]$/.test(plain);
        const process = (character === "<" || character === ">") && this.peek(1) === "(";
        if (!extended && !process) break;
        if (extended) {
          const before = plain;
          plain = "";
          this.readExtendedPattern(parts, before);
          continue;
        }
      }
      if (until === "regex" && depth === 0 && (character === " " || character === "\t" || character === "\n" || character === ")" || ((character === "&" || character === "|" || character === ";") && this.peek(1) === character))) break;
      if (until === "regex" && character === "(") depth += 1;
      if (until === "regex" && character === ")") depth -= 1;
      if ((until === "}" || until === "/" || until === ":") && character === "}") break;
      if ((until === "/" && character === "/") || (until === ":" && character === ":" && depth === 0)) break;
      if (until === ":" && (character === "(" || character === "?")) depth += 1;
      if (until === ":" && (character === ")" || (character === ":" && depth > 0))) depth -= 1;
      if (until === "]") {
        if (character === "]" && depth === 0) break;
        if (character === "[") depth += 1;
        if (character === "]") depth -= 1;
      }
      if (until === "regex" && character === "\\" && this.peek(1) !== "\n") {
        // An expression keeps its own backslashes.
        plain += character + this.peek(1);
        this.at += 2;
        continue;
      }
      const part = this.readPart(quoting);
      if (typeof part === "string") plain += part;
      else if (part !== null) {
        flush();
        parts.push(part);
      }
    }
    flush();
    return this.at === start && until === "word" ? null : parts;
  }

  /** One character (as itself), or a part; null for a line that goes on. */
  private readPart(quoting: Quoting): Part | string | null {
    const character = this.peek();
    if (character === "\\") {
      const next = this.peek(1);
      this.at += 2;
      if (next === "\n") return null;
      if (quoting !== "all" && !(quoting === "double" ? '$`\\"}' : "$`\\").includes(next)) return `\\${next}`;
      return { type: "text", text: next === "" ? "\\" : next, quoted: true };
    }
    if (character === "$") return this.readDollar(quoting === "all");
    if (character === "`") return this.readBackticks(quoting !== "all");
    if (quoting !== "none" && character === '"') return this.readDouble();
    if (quoting === "all" && character === "'") {
      const end = this.text.indexOf("'", this.at + 1);
      if (end < 0) this.fail("unexpected end of file: a ' is not closed");
      const text = this.text.slice(this.at + 1, end);
      this.at = end + 1;
      return { type: "text", text, quoted: true };
    }
    if (quoting === "all" && (character === "<" || character === ">") && this.peek(1) === "(") {
      this.at += 2;
      const body = this.readScript(")");
      this.at += 1;
      return { type: "process", body, input: character === "<" };
    }
    this.at += 1;
    return character;
  }

  private readExtendedPattern(parts: Part[], before: string): void {
    // The text before belongs to this word already; what is inside is read as part of the same word.
    let text = "(";
    this.at += 1;
    let depth = 1;
    const flush = (): void => {
      parts.push({ type: "text", text: before + text, quoted: false });
      before = "";
      text = "";
    };
    while (depth > 0) {
      const character = this.peek();
      if (character === "") this.fail("unexpected end of file: a ) of a pattern is missing");
      if (character === "(") depth += 1;
      if (character === ")") depth -= 1;
      const part = this.readPart("all");
      if (typeof part === "string") text += part;
      else if (part !== null) {
        flush();
        parts.push(part);
      }
    }
    flush();
  }

  protected readDouble(): Part {
    const start = this.at;
    this.at += 1;
    const parts: Part[] = [];
    let plain = "";
    for (;;) {
      const character = this.peek();
      if (character === "") this.fail("unexpected end of file: a \" is not closed", start);
      if (character === '"') break;
      if (character === "\\") {
        const next = this.peek(1);
        this.at += 2;
        if (next === "\n") continue;
        plain += '$`"\\'.includes(next) ? next : `\\${next}`;
        continue;
      }
      if (character === "$" || character === "`") {
        const part = character === "$" ? this.readDollar(false) : this.readBackticks(true);
        if (typeof part === "string") {
          plain += part;
          continue;
        }
        if (plain !== "") parts.push({ type: "text", text: plain, quoted: true });
        plain = "";
        parts.push(part);
        continue;
      }
      plain += character;
      this.at += 1;
    }
    this.at += 1;
    if (plain !== "") parts.push({ type: "text", text: plain, quoted: true });
    return { type: "double", parts };
  }

  /** At a `$`. */
  private readDollar(quotes: boolean): Part | string {
    const next = this.peek(1);
    if (next === "'" && quotes) {
      let end = this.at + 2;
      while (end < this.text.length && this.text.charAt(end) !== "'") end += this.text.charAt(end) === "\\" ? 2 : 1;
      if (end >= this.text.length) this.fail("unexpected end of file: a $' is not closed");
      const text = readAnsiEscapes(this.text.slice(this.at + 2, end));
      this.at = end + 1;
      return { type: "text", text, quoted: true };
    }
    if (next === '"' && quotes) {
      this.at += 1;
      return this.readDouble();
    }
    if (next === "(") {
      if (this.peek(2) === "(") {
        const arithmetic = this.tryArithmetic(this.at + 3);
        if (arithmetic !== null) return { type: "arithmetic", text: arithmetic };
      }
      this.at += 2;
      const body = this.readScript(")");
      if (this.peek() !== ")") this.fail("unexpected end of file: a ) is missing");
      this.at += 1;
      return { type: "command", body };
    }
    if (next === "[") {
      this.at += 2;
      const text: Word = { parts: this.readParts("]", "none") ?? [] };
      this.at += 1;
      return { type: "arithmetic", text };
    }
    if (next === "{") return this.readBraced(quotes ? "all" : "double");
    if (/[A-Za-z_]/.test(next)) {
      this.at += 1;
      const name = this.match(NAME) as string;
      return { type: "parameter", parameter: { name, index: null, indirect: false, operation: null, source: `$${name}` } };
    }
    if (/[0-9@*#?$!_-]/.test(next)) {
      this.at += 2;
      return { type: "parameter", parameter: { name: next, index: null, indirect: false, operation: null, source: `$${next}` } };
    }
    this.at += 1;
    return "$";
  }

  /** From just after `((` to `))`; null when this is no arithmetic. Leaves the place after `))`. */
  protected tryArithmetic(from: number): Word | null {
    let depth = 0;
    let end = from;
    for (; ; end += 1) {
      const character = this.text.charAt(end);
      if (character === "") return null;
      if (character === "\\") end += 1;
      else if (character === "'" || character === '"') {
        const close = this.text.indexOf(character, end + 1);
        if (close > 0 && !this.text.slice(end, close).includes("\n")) end = close;
      } else if (character === "(") depth += 1;
      else if (character === ")") {
        if (depth === 0) break;
        depth -= 1;
      }
    }
    if (this.text.charAt(end + 1) !== ")") return null;
    const word = this.readInside(from, end);
    this.at = end + 2;
    return word;
  }

  /** The text between two places, with expansions and without the meaning of quotes. */
  protected readInside(from: number, to: number): Word {
    const whole = this.text;
    this.text = whole.slice(0, to);
    this.at = from;
    try {
      return { parts: this.readParts("end", "none") ?? [] };
    } finally {
      this.text = whole;
      this.at = to;
    }
  }

  private readBackticks(double: boolean): Part {
    const start = this.at;
    this.at += 1;
    let inner = "";
    for (;;) {
      const character = this.peek();
      if (character === "") this.fail("unexpected end of file: a ` is not closed", start);
      if (character === "`") break;
      if (character === "\\" && ('`\\$'.includes(this.peek(1)) || (double && this.peek(1) === '"'))) {
        inner += this.peek(1);
        this.at += 2;
      } else {
        inner += character;
        this.at += 1;
      }
    }
    this.at += 1;
    return { type: "command", body: this.readNested(inner, this.lineAt(start)) };
  }

  /** Commands that stand in a text of their own, beginning at `line`. */
  protected abstract readNested(text: string, line: number): Script;

  /** At `${`. */
  private readBraced(quoting: Quoting): Part {
    const start = this.at;
    this.at += 2;
    const parameter: Parameter = { name: "", index: null, indirect: false, operation: null, source: "" };
    if (this.peek() === "#" && (/[A-Za-z0-9_@*]/.test(this.peek(1)) || (/[?$!#-]/.test(this.peek(1)) && this.peek(2) === "}"))) {
      this.at += 1;
      parameter.operation = { type: "length" };
    } else if (this.peek() === "!" && /[A-Za-z0-9_@*#]/.test(this.peek(1))) {
      this.at += 1;
      parameter.indirect = true;
    }
    parameter.name = this.match(NAME) ?? this.match(/[0-9]+|[@*#?$!_-]/y) ?? this.fail(`\${${this.text.slice(start + 2, start + 12).split("}")[0] ?? ""}}: bad substitution`, start);
    if (this.peek() === "[") parameter.index = this.readIndex();
    if (parameter.operation === null) parameter.operation = this.readOperation(parameter, quoting);
    if (this.peek() !== "}") this.fail(`${this.text.slice(start, this.at + 1)}: bad substitution`, start);
    this.at += 1;
    parameter.source = this.text.slice(start, this.at);
    return { type: "parameter", parameter };
  }

  /** At `[`. */
  protected readIndex(): Word | "@" | "*" {
    this.at += 1;
    if ((this.peek() === "@" || this.peek() === "*") && this.peek(1) === "]") {
      const which = this.peek() as "@" | "*";
      this.at += 2;
      return which;
    }
    const parts = this.readParts("]") ?? [];
    this.at += 1;
    return { parts };
  }

  private readOperation(parameter: Parameter, quoting: Quoting): ParameterOperation | null {
    const rest = (): Word => ({ parts: this.readParts("}") ?? [] });
    const value = (): Word => ({ parts: this.readParts("}", quoting) ?? [] });
    const first = this.peek();
    if (parameter.indirect && first === "}" && (parameter.index === "@" || parameter.index === "*")) {
      parameter.indirect = false;
      return { type: "keys" };
    }
    if (parameter.indirect && parameter.index === null && (first === "@" || first === "*") && this.peek(1) === "}") {
      this.at += 1;
      parameter.indirect = false;
      parameter.index = first;
      return { type: "names" };
    }
    if (first === "}") return null;
    const found = this.match(/:?[-=?+]|##?|%%?|\/[/#%]?|\^\^?|,,?|~~?|@[A-Za-z]|:/y) ?? this.fail("bad substitution");
    const empty = found.startsWith(":");
    switch (found.replace(":", "")) {
      case "-": return { type: "default", empty, word: value() };
      case "=": return { type: "assign", empty, word: value() };
      case "?": return { type: "error", empty, word: value() };
      case "+": return { type: "alternative", empty, word: value() };
      case "": {
        const from: Word = { parts: this.readParts(":", "none") ?? [] };
        if (this.peek() !== ":") return { type: "slice", from, length: null };
        this.at += 1;
        return { type: "slice", from, length: { parts: this.readParts("}", "none") ?? [] } };
      }
      case "#": case "##": case "%": case "%%":
        return { type: "remove", prefix: found.startsWith("#"), longest: found.length === 2, pattern: rest() };
      case "/": case "//": case "/#": case "/%": {
        const anchor = found === "/#" ? "#" : found === "/%" ? "%" : "";
        const pattern: Word = { parts: this.readReplacePattern() };
        if (this.peek() !== "/") return { type: "replace", all: found === "//", anchor, pattern, replacement: textWord("") };
        this.at += 1;
        return { type: "replace", all: found === "//", anchor, pattern, replacement: rest() };
      }
      case "^": case "^^": case ",": case ",,": case "~": case "~~": {
        const pattern = rest();
        return { type: "case", upper: found.startsWith("^"), toggle: found.startsWith("~"), all: found.length === 2, pattern: pattern.parts.length === 0 ? null : pattern };
      }
      default: return { type: "transform", operator: found.slice(1) };
    }
  }

  /** A pattern may begin with the `/` that would end it. */
  private readReplacePattern(): Part[] {
    if (this.peek() !== "/") return this.readParts("/") ?? [];
    this.at += 1;
    return [{ type: "text", text: "/", quoted: true }, ...(this.readParts("/") ?? [])];
  }

  /** `name=…`, `name[…]=…`, `name+=…` at this place; null (and nothing read) when there is none. */
  protected tryAssignment(): Assignment | null {
    const start = this.at;
    const name = this.match(NAME);
    if (name === null) return null;
    let index: Word | null = null;
    if (this.peek() === "[") {
      const close = this.findBracket(this.at);
      if (close < 0 || !/^\+?=/.test(this.text.slice(close + 1, close + 3))) {
        this.at = start;
        return null;
      }
      const read = this.readIndex();
      index = typeof read === "string" ? textWord(read) : read;
    }
    const operator = this.match(/\+?=/y);
    if (operator === null) {
      this.at = start;
      return null;
    }
    const append = operator === "+=";
    if (this.peek() === "(" && index === null) return { name, index, append, value: null, items: this.readItems() };
    const parts = this.readParts("word") ?? [];
    return { name, index, append, value: { parts }, items: null };
  }

  private findBracket(from: number): number {
    let depth = 0;
    for (let i = from; i < this.text.length; i += 1) {
      const character = this.text.charAt(i);
      if (character === "\\") i += 1;
      else if (character === '"' || character === "'") {
        const close = this.text.indexOf(character, i + 1);
        if (close < 0) return -1;
        i = close;
      } else if (character === "[") depth += 1;
      else if (character === "]") {
        depth -= 1;
        if (depth === 0) return i;
      } else if (character === "\n" || (depth === 1 && character === ";")) return -1;
    }
    return -1;
  }

  /** At the `(` of an array's items. */
  private readItems(): ArrayItem[] {
    const start = this.at;
    this.at += 1;
    const items: ArrayItem[] = [];
    for (;;) {
      this.match(/(?:[ \t\n]|\\\n|#[^\n]*)+/y);
      if (this.peek() === "") this.fail("unexpected end of file: the ) of an array is missing", start);
      if (this.peek() === ")") break;
      if (this.peek() === "[") {
        const close = this.findBracket(this.at);
        const assign = close > 0 ? /^\+?=/.exec(this.text.slice(close + 1, close + 3)) : null;
        if (assign !== null) {
          const key = this.readIndex();
          this.at += assign[0].length;
          items.push({ key: typeof key === "string" ? textWord(key) : key, append: assign[0] === "+=", value: { parts: this.readParts("word") ?? [] } });
          continue;
        }
      }
      const value = this.readWord();
      if (value === null) this.fail(`syntax error near unexpected token \`${this.peek()}'`);
      items.push({ key: null, append: false, value });
    }
    this.at += 1;
    return items;
  }
}
