/** Reads scripts: lists, pipelines, compound commands, functions, redirections and here-documents. */
import type { Assignment, CaseItem, Chain, Command, Compound, CompoundCommand, Condition, FunctionDefinition, Pipeline, Redirect, RedirectOperator, Script, SimpleCommand, Word } from "./ast.ts";
import { isAssignment, textWord } from "./ast.ts";
import { ShellSyntaxError, WordReader } from "./words.ts";

export { ShellSyntaxError } from "./words.ts";

const RESERVED = new Set(["if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "select", "function", "{", "}", "!", "[[", "time", "coproc"]);
const DECLARATIONS = new Set(["declare", "typeset", "local", "export", "readonly"]);
const ENDS_LIST = new Set(["then", "elif", "else", "fi", "do", "done", "esac", "}"]);
const UNARY = /-[abcdefghknoprstuvwxzGLNORS](?=[\s"'$]|\\\n)/y;
const BINARY = /(?:==|=~|!=|=|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef)(?=\s))/y;
const DEEPEST = 200;

interface HereDocument {
  delimiter: string;
  quoted: boolean;
  tabs: boolean;
  redirect: Redirect;
  line: number;
}

class Parser extends WordReader {
  private waiting: HereDocument[] = [];
  private depth = 0;

  parse(): Script {
    const script = this.readList(new Set());
    if (this.at < this.text.length) this.failToken();
    this.readHereDocuments();
    return script;
  }

  protected readNested(text: string, line: number): Script {
    return new Parser(text, line).parse();
  }

  /** Commands inside `$(…)` or `(…)`; leaves the parenthesis standing. */
  protected readScript(end: string): Script {
    const script = this.readList(new Set([end]));
    if (this.peek() !== end) {
      if (this.at >= this.text.length) this.fail(`unexpected end of file: a ${end} is missing`);
      this.failToken();
    }
    return script;
  }

  private failToken(): never {
    const token = this.text.slice(this.at, this.at + 40).match(/^(?:;;&?|&&|\|\||[;&|()<>\n]|[^\s;&|()<>]+)/)?.[0] ?? "";
    if (token === "") this.fail("syntax error: unexpected end of file");
    this.fail(`syntax error near unexpected token \`${token === "\n" ? "newline" : token}'`);
  }

  /** Blanks and comments inside a line. */
  private skipBlanks(): void {
    for (;;) {
      this.match(/[ \t\r]+/y);
      if (this.peek() === "\\" && this.peek(1) === "\n") this.at += 2;
      else break;
    }
    if (this.peek() === "#") this.match(/#[^\n]*/y);
  }

  /** Blanks, comments and line ends; here-documents begin after a line end. */
  private skipLines(): void {
    for (;;) {
      this.skipBlanks();
      if (this.peek() !== "\n") return;
      this.at += 1;
      this.readHereDocuments();
    }
  }

  private readHereDocuments(): void {
    const documents = this.waiting;
    this.waiting = [];
    for (const { delimiter, quoted, tabs, redirect, line } of documents) {
      const lines: string[] = [];
      const start = this.at;
      let closed = false;
      while (this.at < this.text.length && !closed) {
        let end = this.text.indexOf("\n", this.at);
        if (end < 0) end = this.text.length;
        const whole = this.text.slice(this.at, end);
        const kept = tabs ? whole.replace(/^\t+/, "") : whole;
        this.at = Math.min(end + 1, this.text.length);
        if (kept === delimiter) closed = true;
        else lines.push(kept);
      }
      if (!closed && this.text.charAt(this.at - 1) !== "\n" && lines.length === 0 && start > 0) this.fail(`here-document at line ${line} delimited by end-of-file (wanted \`${delimiter}')`);
      const body = lines.length === 0 ? "" : `${lines.join("\n")}\n`;
      redirect.target = quoted ? textWord(body) : new Parser(body, this.lineAt(start)).readWhole();
    }
  }

  /** The whole text as the inside of a here-document. */
  readWhole(): Word {
    return this.readInside(0, this.text.length);
  }

  private peekWord(): string {
    const found = /[^\s;&|()<>"'$`\\]+/y;
    found.lastIndex = this.at;
    const word = found.exec(this.text)?.[0] ?? "";
    const next = this.text.charAt(this.at + word.length);
    return next === "" || /[\s;&|()<>]/.test(next) ? word : "";
  }

  private takeWord(word: string): void {
    this.skipLines();
    if (this.peekWord() !== word) {
      if (this.at >= this.text.length) this.fail(`syntax error: unexpected end of file (\`${word}' is missing)`);
      this.failToken();
    }
    this.at += word.length;
  }

  /** Until an end of the list, which is left standing. Characters in `ends` end it, and so do the reserved words that close something. */
  private readList(ends: ReadonlySet<string>): Script {
    this.depth += 1;
    if (this.depth > DEEPEST) this.fail("the commands are nested too deeply");
    const script: Chain[] = [];
    for (;;) {
      this.skipLines();
      if (this.at >= this.text.length || ends.has(this.peek()) || this.peek() === ")" || (this.peek() === ";" && this.peek(1) === ";") || this.text.startsWith(";&", this.at)) break;
      if (ENDS_LIST.has(this.peekWord())) break;
      const start = this.at;
      const chain = this.readChain();
      chain.source = this.text.slice(start, this.at).trim();
      script.push(chain);
      this.skipBlanks();
      if (this.peek() === ";" && this.peek(1) !== ";" && this.peek(1) !== "&") this.at += 1;
      else if (this.peek() === "&" && this.peek(1) !== "&") {
        this.at += 1;
        chain.background = true;
      } else if (this.peek() !== "\n") break;
    }
    this.depth -= 1;
    return script;
  }

  private readBody(...ends: string[]): Script {
    const script = this.readList(new Set());
    this.skipLines();
    if (!ends.includes(this.peekWord())) {
      if (this.at >= this.text.length) this.fail(`syntax error: unexpected end of file (\`${ends[ends.length - 1] ?? ""}' is missing)`);
      this.failToken();
    }
    if (script.length === 0) this.failToken();
    return script;
  }

  private readChain(): Chain {
    const chain: Chain = { pipelines: [this.readPipeline()], operators: [], background: false, source: "" };
    for (;;) {
      this.skipBlanks();
      const operator = this.match(/&&|\|\|/y);
      if (operator === null) return chain;
      this.skipLines();
      chain.operators.push(operator as "&&" | "||");
      chain.pipelines.push(this.readPipeline());
    }
  }

  private readPipeline(): Pipeline {
    const pipeline: Pipeline = { commands: [], withErrors: [], negated: false, timed: false, line: this.lineAt(this.at) };
    for (;;) {
      this.skipBlanks();
      const word = this.peekWord();
      if (word === "!" || (this.peek() === "!" && this.peek(1) === "(")) {
        this.at += 1;
        pipeline.negated = !pipeline.negated;
      } else if (word === "time") {
        this.at += 4;
        this.skipBlanks();
        if (this.peekWord() === "-p") this.at += 2;
        pipeline.timed = true;
      } else break;
    }
    pipeline.line = this.lineAt(this.at);
    if (pipeline.timed && (this.at >= this.text.length || /[\n;]/.test(this.peek()))) return pipeline;
    for (;;) {
      pipeline.commands.push(this.readCommand());
      this.skipBlanks();
      if (this.peek() !== "|" || this.peek(1) === "|") return pipeline;
      this.at += 1;
      const withErrors = this.peek() === "&";
      if (withErrors) this.at += 1;
      pipeline.withErrors.push(withErrors);
      this.skipLines();
    }
  }

  private readCommand(): Command {
    this.skipBlanks();
    const line = this.lineAt(this.at);
    const start = this.at;
    const compound = this.readCompound();
    if (compound !== null) return { ...compound, line, redirects: this.readRedirects() };
    const word = this.peekWord();
    if (word === "function") {
      this.at += word.length;
      this.skipBlanks();
      const name = this.match(/[^\s;&|()<>"'`]+/y) ?? this.failToken();
      this.skipBlanks();
      this.match(/\([ \t]*\)/y);
      return this.readFunction(name, line, start);
    }
    if (word === "coproc") this.fail("coproc is not available in this shell");
    if (RESERVED.has(word) && word !== "time") this.failToken();
    const name = /([^\s;&|()<>"'$`\\#=][^\s;&|()<>"'$`\\=]*)[ \t]*\([ \t]*\)/y;
    name.lastIndex = this.at;
    const found = name.exec(this.text);
    if (found !== null) {
      this.at += found[0].length;
      return this.readFunction(found[1] as string, line, start);
    }
    return this.readSimple(line);
  }

  private readFunction(name: string, line: number, start: number): FunctionDefinition {
    this.skipLines();
    const bodyLine = this.lineAt(this.at);
    const compound = this.readCompound();
    if (compound === null) this.failToken();
    const body: CompoundCommand = { ...compound, line: bodyLine, redirects: this.readRedirects() };
    return { type: "function", line, name, body, source: this.text.slice(start, this.at) };
  }

  private readCompound(): Compound | null {
    if (this.peek() === "(") {
      if (this.peek(1) === "(") {
        const before = this.at;
        const expression = this.tryArithmetic(this.at + 2);
        if (expression !== null) return { type: "calculate", expression };
        this.at = before;
      }
      this.at += 1;
      const body = this.readScript(")");
      this.at += 1;
      return { type: "subshell", body };
    }
    const word = this.peekWord();
    switch (word) {
      case "{": {
        this.at += 1;
        const body = this.readBody("}");
        this.at += 1;
        return { type: "group", body };
      }
      case "if": return this.readIf();
      case "while": case "until": {
        this.at += 5;
        const condition = this.readBody("do");
        this.at += 2;
        const body = this.readBody("done");
        this.at += 4;
        return { type: "while", until: word === "until", condition, body };
      }
      case "for": case "select": return this.readFor(word);
      case "case": return this.readCase();
      case "[[": {
        this.at += 2;
        const condition = this.readCondition();
        this.skipLines();
        if (!this.text.startsWith("]]", this.at)) this.fail(`syntax error in conditional expression near \`${this.text.slice(this.at, this.at + 20).split(/\s/)[0] ?? ""}'`);
        this.at += 2;
        return { type: "condition", condition };
      }
      default: return null;
    }
  }

  private readIf(): Compound {
    const clauses: { condition: Script; body: Script }[] = [];
    let otherwise: Script | null = null;
    this.at += 2;
    for (;;) {
      const condition = this.readBody("then");
      this.at += 4;
      clauses.push({ condition, body: this.readBody("elif", "else", "fi") });
      const next = this.peekWord();
      this.at += next.length;
      if (next === "elif") continue;
      if (next === "else") {
        otherwise = this.readBody("fi");
        this.at += 2;
      }
      return { type: "if", clauses, otherwise };
    }
  }

  private readLoopBody(): Script {
    this.skipBlanks();
    if (this.peek() === ";") this.at += 1;
    this.skipLines();
    if (this.peekWord() === "{") {
      this.at += 1;
      const body = this.readBody("}");
      this.at += 1;
      return body;
    }
    this.takeWord("do");
    const body = this.readBody("done");
    this.at += 4;
    return body;
  }

  private readFor(kind: "for" | "select"): Compound {
    this.at += kind.length;
    this.skipBlanks();
    if (kind === "for" && this.text.startsWith("((", this.at)) return this.readCount();
    const name = this.match(/[A-Za-z_][A-Za-z0-9_]*/y) ?? this.fail(`\`${this.text.slice(this.at, this.at + 20).split(/[\s;]/)[0] ?? ""}': not a valid identifier`);
    this.skipLines();
    let words: Word[] | null = null;
    if (this.peekWord() === "in") {
      this.at += 2;
      words = [];
      for (;;) {
        this.skipBlanks();
        const word = this.readWord();
        if (word === null) break;
        words.push(word);
      }
    }
    return { type: kind, name, words, body: this.readLoopBody() };
  }

  private readCount(): Compound {
    const start = this.at + 2;
    let depth = 0;
    const cuts: number[] = [];
    let end = start;
    for (; ; end += 1) {
      const character = this.text.charAt(end);
      if (character === "") this.fail("unexpected end of file: )) is missing", start);
      if (character === "(") depth += 1;
      else if (character === ")") {
        if (depth === 0) break;
        depth -= 1;
      } else if (character === ";" && depth === 0) cuts.push(end);
    }
    const [first, second] = cuts;
    if (first === undefined || second === undefined || this.text.charAt(end + 1) !== ")") this.fail("syntax error: arithmetic expression required in for ((", start);
    const parts = [this.readInside(start, first), this.readInside(first + 1, second), this.readInside(second + 1, end)] as const;
    this.at = end + 2;
    return { type: "count", start: parts[0], test: parts[1], step: parts[2], body: this.readLoopBody() };
  }

  private readCase(): Compound {
    this.at += 4;
    this.skipBlanks();
    const word = this.readWord() ?? this.failToken();
    this.takeWord("in");
    const items: CaseItem[] = [];
    for (;;) {
      this.skipLines();
      if (this.peekWord() === "esac") break;
      if (this.at >= this.text.length) this.fail("syntax error: unexpected end of file (`esac' is missing)");
      if (this.peek() === "(") this.at += 1;
      const patterns: Word[] = [];
      for (;;) {
        this.skipBlanks();
        patterns.push(this.readWord() ?? this.failToken());
        this.skipBlanks();
        if (this.peek() !== "|") break;
        this.at += 1;
      }
      if (this.peek() !== ")") this.failToken();
      this.at += 1;
      const body = this.readList(new Set());
      this.skipLines();
      const next = this.match(/;;&|;;|;&/y) as CaseItem["next"] | null;
      items.push({ patterns, body, next: next ?? ";;" });
      if (next === null && this.peekWord() !== "esac") this.failToken();
    }
    this.at += 4;
    return { type: "case", word, items };
  }

  private readCondition(): Condition {
    let left = this.readConditionAnd();
    for (;;) {
      this.skipLines();
      if (!this.text.startsWith("||", this.at)) return left;
      this.at += 2;
      left = { type: "or", left, right: this.readConditionAnd() };
    }
  }

  private readConditionAnd(): Condition {
    let left = this.readConditionOne();
    for (;;) {
      this.skipLines();
      if (!this.text.startsWith("&&", this.at)) return left;
      this.at += 2;
      left = { type: "and", left, right: this.readConditionOne() };
    }
  }

  private readConditionOne(): Condition {
    this.skipLines();
    if (this.peek() === "!" && /\s|\(/.test(this.peek(1))) {
      this.at += 1;
      return { type: "not", operand: this.readConditionOne() };
    }
    if (this.peek() === "(") {
      this.at += 1;
      const inner = this.readCondition();
      this.skipLines();
      if (this.peek() !== ")") this.failToken();
      this.at += 1;
      return inner;
    }
    const before = this.at;
    const unary = this.match(UNARY);
    if (unary !== null) {
      this.skipBlanks();
      if (!/^(?:\]\]|&&|\|\||[=!]=?\s)/.test(this.text.slice(this.at, this.at + 3))) {
        const operand = this.readWord();
        if (operand !== null) return { type: "unary", operator: unary, operand };
      }
      this.at = before;
    }
    const left = this.readWord() ?? this.fail(`syntax error in conditional expression: unexpected token \`${this.peek() === "\n" ? "newline" : this.peek()}'`);
    this.skipBlanks();
    const operator = this.text.startsWith("]]", this.at) ? null : this.match(BINARY);
    if (operator === null) return { type: "unary", operator: "-n", operand: left };
    this.skipBlanks();
    const right = operator === "=~" ? { parts: this.readParts("regex") ?? [] } : this.readWord() ?? this.failToken();
    return { type: "binary", operator: operator === "=" ? "==" : operator, left, right };
  }

  private readSimple(line: number): SimpleCommand {
    const command: SimpleCommand = { type: "simple", line, assignments: [], words: [], redirects: [] };
    let declares = false;
    for (;;) {
      this.skipBlanks();
      const redirect = this.readRedirect();
      if (redirect !== null) {
        command.redirects.push(redirect);
        continue;
      }
      const assignment: Assignment | null = command.words.length === 0 || declares ? this.tryAssignment() : null;
      if (assignment !== null) {
        if (command.words.length === 0) command.assignments.push(assignment);
        else command.words.push(assignment);
        continue;
      }
      const word = this.readWord();
      if (word === null) break;
      if (command.words.length === 0 || (command.words.length === 1 && declares === false && isPlain(command.words[0], "command", "builtin"))) {
        const part = word.parts.length === 1 ? word.parts[0] : undefined;
        declares = part?.type === "text" && DECLARATIONS.has(part.text);
      }
      command.words.push(word);
    }
    if (command.words.length === 0 && command.assignments.length === 0 && command.redirects.length === 0) this.failToken();
    if (this.peek() === "(") this.failToken();
    return command;
  }

  private readRedirects(): Redirect[] {
    const redirects: Redirect[] = [];
    for (;;) {
      this.skipBlanks();
      const redirect = this.readRedirect();
      if (redirect === null) return redirects;
      redirects.push(redirect);
    }
  }

  private readRedirect(): Redirect | null {
    const found = /(?:(\d+)|\{([A-Za-z_]\w*)\})?(<<<|<<-?|<>|<&|>&|>>|>\||&>>|&>|<|>)/y;
    found.lastIndex = this.at;
    const match = found.exec(this.text);
    if (match === null) return null;
    const [whole, digits, variable, sign] = match as unknown as [string, string | undefined, string | undefined, string];
    if ((sign === "<" || sign === ">") && this.text.charAt(this.at + whole.length) === "(" && digits === undefined) return null;
    if (sign.startsWith("&") && (digits !== undefined || variable !== undefined)) return null;
    const line = this.lineAt(this.at);
    this.at += whole.length;
    this.skipBlanks();
    const tabs = sign === "<<-";
    const redirect: Redirect = { operator: (tabs ? "<<" : sign) as RedirectOperator, descriptor: digits === undefined ? null : Number(digits), variable: variable ?? null, target: textWord("") };
    if (sign === "<<" || tabs) {
      const raw = this.match(/(?:\\[\s\S]|'[^']*'|"[^"]*"|[^\s;&|()<>'"\\])+/y) ?? this.failToken();
      const quoted = /['"\\]/.test(raw);
      this.waiting.push({ delimiter: raw.replace(/\\([\s\S])|['"]/g, "$1"), quoted, tabs, redirect, line });
    } else redirect.target = this.readWord() ?? this.failToken();
    return redirect;
  }
}

function isPlain(word: Word | Assignment | undefined, ...texts: string[]): boolean {
  if (word === undefined || isAssignment(word) || word.parts.length !== 1) return false;
  const part = word.parts[0];
  return part?.type === "text" && texts.includes(part.text);
}

/** Reads a whole script. Throws `ShellSyntaxError`. */
export function parseScript(text: string, firstLine = 1): Script {
  try {
    return new Parser(text, firstLine).parse();
  } catch (error) {
    if (error instanceof RangeError) throw new ShellSyntaxError(error.message.includes("stack") ? "the commands are nested too deeply" : error.message, firstLine);
    throw error;
  }
}
