/** Integer arithmetic of `$(( ))`: 64 bits, signed. Texts are expanded before they come here. */

export type Calculation =
  | { type: "number"; value: bigint }
  | { type: "name"; name: string; index: string | null }
  | { type: "unary"; operator: string; operand: Calculation }
  | { type: "step"; by: bigint; before: boolean; target: Name }
  | { type: "binary"; operator: string; left: Calculation; right: Calculation }
  | { type: "choose"; condition: Calculation; yes: Calculation; no: Calculation }
  | { type: "assign"; operator: string; target: Name; value: Calculation };
type Name = { type: "name"; name: string; index: string | null };

export class ArithmeticError extends Error {}

/** What a calculation needs of the shell. */
export interface ArithmeticNames {
  /** The text of a variable; "" when it is not set. `index` is as written. */
  get(name: string, index: string | null): string;
  set(name: string, index: string | null, value: string): void;
}

const LEVELS: readonly (readonly string[])[] = [[","], ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"], ["**"]];
const ASSIGN = /(?:\*|\/|%|\+|-|<<|>>|&|\^|\|)?=(?!=)/y;
const DEEPEST = 512;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  read(): Calculation {
    this.blanks();
    if (this.at >= this.text.length) return { type: "number", value: 0n };
    const result = this.level(0);
    if (this.at < this.text.length) this.fail("syntax error: invalid arithmetic operator");
    return result;
  }

  private fail(message: string): never {
    throw new ArithmeticError(`${this.text.trim()}: ${message} (error token is "${this.text.slice(this.at)}")`);
  }

  private blanks(): void {
    while (" \t\n\r".includes(this.text.charAt(this.at)) && this.at < this.text.length) this.at += 1;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    this.blanks();
    return found[0];
  }

  private operator(level: number): string | null {
    for (const sign of LEVELS[level] as readonly string[]) {
      if (!this.text.startsWith(sign, this.at)) continue;
      const next = this.text.charAt(this.at + sign.length);
      // Part of a longer sign, or of an assignment.
      if ((sign === "|" && next === "|") || (sign === "&" && next === "&") || (sign === "*" && next === "*") || ((sign === "<" || sign === ">") && next === sign)) continue;
      if (next === "=" && !["==", "!=", "<=", ">=", "<", ">", "&&", "||", ","].includes(sign)) continue;
      this.at += sign.length;
      this.blanks();
      return sign;
    }
    return null;
  }

  private level(level: number): Calculation {
    if (level === 1) return this.assignment();
    if (level >= LEVELS.length) return this.unary();
    let left = this.level(level + 1);
    for (;;) {
      const operator = this.operator(level);
      if (operator === null) return left;
      left = { type: "binary", operator, left, right: operator === "**" ? this.level(level) : this.level(level + 1) };
    }
  }

  private assignment(): Calculation {
    this.depth += 1;
    if (this.depth > DEEPEST) this.fail("expression recursion level exceeded");
    const left = this.choice();
    if (left.type === "name") {
      const operator = this.take(ASSIGN);
      if (operator !== null) {
        const value = this.assignment();
        this.depth -= 1;
        return { type: "assign", operator: operator.slice(0, -1), target: left, value };
      }
    } else if (this.take(ASSIGN) !== null) this.fail("attempted assignment to non-variable");
    this.depth -= 1;
    return left;
  }

  private choice(): Calculation {
    const condition = this.logicalOr();
    if (this.take(/\?/y) === null) return condition;
    const yes = this.level(0);
    if (this.take(/:/y) === null) this.fail("`:' expected for conditional expression");
    return { type: "choose", condition, yes, no: this.assignment() };
  }

  private logicalOr(): Calculation {
    let left = this.level(2);
    for (;;) {
      const operator = this.operator(1);
      if (operator === null) return left;
      left = { type: "binary", operator, left, right: this.level(2) };
    }
  }

  private unary(): Calculation {
    const step = this.take(/\+\+|--/y);
    if (step !== null) {
      const target = this.unary();
      if (target.type !== "name") {
        const twice: Calculation = { type: "unary", operator: step.charAt(0), operand: target };
        return { type: "unary", operator: step.charAt(0), operand: twice };
      }
      return { type: "step", by: step === "++" ? 1n : -1n, before: true, target };
    }
    const sign = this.take(/[-+!~]/y);
    if (sign !== null) {
      this.depth += 1;
      if (this.depth > DEEPEST) this.fail("expression recursion level exceeded");
      const operand = this.unary();
      this.depth -= 1;
      return { type: "unary", operator: sign, operand };
    }
    const primary = this.primary();
    if (primary.type !== "name") return primary;
    const after = this.take(/\+\+|--/y);
    return after === null ? primary : { type: "step", by: after === "++" ? 1n : -1n, before: false, target: primary };
  }

  private primary(): Calculation {
    if (this.take(/\(/y) !== null) {
      const inner = this.level(0);
      if (this.take(/\)/y) === null) this.fail("missing `)'");
      return inner;
    }
    const number = this.take(/[0-9][0-9A-Za-z_@#]*/y);
    if (number !== null) return { type: "number", value: this.number(number) };
    const nameAt = this.at;
    const name = this.take(/[A-Za-z_][A-Za-z0-9_]*/y);
    if (name === null) this.fail("syntax error: operand expected");
    if (this.text.charAt(this.at) !== "[" || this.text.charAt(nameAt + name.length) !== "[") return { type: "name", name, index: null };
    let depth = 0;
    const start = this.at + 1;
    for (; this.at < this.text.length; this.at += 1) {
      if (this.text.charAt(this.at) === "[") depth += 1;
      if (this.text.charAt(this.at) === "]") {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    if (depth > 0) this.fail("bad array subscript");
    const index = this.text.slice(start, this.at);
    this.at += 1;
    this.blanks();
    return { type: "name", name, index };
  }

  private number(text: string): bigint {
    if (/^0[xX][0-9A-Fa-f]*$/.test(text)) return wrap(BigInt(text === "0x" || text === "0X" ? "0x0" : text));
    const based = /^(\d+)#([0-9A-Za-z@_]+)$/.exec(text);
    if (based !== null) return this.based(Number(based[1]), based[2] as string);
    if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`));
    if (/^0\d/.test(text)) {
      this.at -= text.length;
      this.fail("value too great for base");
    }
    if (!/^\d+$/.test(text)) {
      this.at -= text.length;
      this.fail(text.includes("#") ? "invalid number" : "value too great for base");
    }
    return wrap(BigInt(text));
  }

  private based(base: number, digits: string): bigint {
    if (base < 2 || base > 64) this.fail("invalid arithmetic base");
    let value = 0n;
    for (const digit of digits) {
      const code = base <= 36 ? "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(digit.toLowerCase()) : "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_".indexOf(digit);
      if (code < 0 || code >= base) this.fail("value too great for base");
      value = value * BigInt(base) + BigInt(code);
    }
    return wrap(value);
  }
}

export const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

const read = new Map<string, Calculation>();
const MOST_READ = 1_000;

function readCalculation(text: string): Calculation {
  let found = read.get(text);
  if (found === undefined) {
    found = new Reader(text).read();
    if (read.size >= MOST_READ) read.clear();
    read.set(text, found);
  }
  return found;
}

/** The value of an expanded expression. Throws `ArithmeticError`. */
export function calculate(text: string, names: ArithmeticNames, depth = 0): bigint {
  if (/^\s*-?(?:[1-9]\d{0,17}|0)\s*$/.test(text)) return BigInt(text.trim());
  if (depth > DEEPEST) throw new ArithmeticError(`${text}: expression recursion level exceeded`);
  return evaluate(readCalculation(text.replace(/"/g, "")), names, depth);
}

function evaluate(node: Calculation, names: ArithmeticNames, depth: number): bigint {
  switch (node.type) {
    case "number": return node.value;
    case "name": {
      const text = names.get(node.name, node.index);
      return text === "" ? 0n : calculate(text, names, depth + 1);
    }
    case "unary": {
      const value = evaluate(node.operand, names, depth);
      return node.operator === "-" ? wrap(-value) : node.operator === "!" ? (value === 0n ? 1n : 0n) : node.operator === "~" ? ~value : value;
    }
    case "step": {
      const before = evaluate(node.target, names, depth);
      const after = wrap(before + node.by);
      names.set(node.target.name, node.target.index, String(after));
      return node.before ? after : before;
    }
    case "choose": return evaluate(node.condition, names, depth) !== 0n ? evaluate(node.yes, names, depth) : evaluate(node.no, names, depth);
    case "assign": {
      const right = evaluate(node.value, names, depth);
      const value = node.operator === "" ? right : operate(node.operator, evaluate(node.target, names, depth), right);
      names.set(node.target.name, node.target.index, String(value));
      return value;
    }
    case "binary": {
      if (node.operator === "&&") return evaluate(node.left, names, depth) !== 0n && evaluate(node.right, names, depth) !== 0n ? 1n : 0n;
      if (node.operator === "||") return evaluate(node.left, names, depth) !== 0n || evaluate(node.right, names, depth) !== 0n ? 1n : 0n;
      const left = evaluate(node.left, names, depth);
      return operate(node.operator, left, evaluate(node.right, names, depth));
    }
  }
}

function operate(operator: string, left: bigint, right: bigint): bigint {
  const truth = (value: boolean): bigint => (value ? 1n : 0n);
  switch (operator) {
    case "+": return wrap(left + right);
    case "-": return wrap(left - right);
    case "*": return wrap(left * right);
    case "/": case "%":
      if (right === 0n) throw new ArithmeticError("division by 0 (error token is \"0\")");
      return operator === "/" ? wrap(left / right) : left % right;
    case "**": {
      if (right < 0n) throw new ArithmeticError("exponent less than 0");
      let result = 1n;
      for (let base = left, rest = right; rest > 0n; rest >>= 1n, base = wrap(base * base)) if ((rest & 1n) === 1n) result = wrap(result * base);
      return result;
    }
    case "<<": return wrap(left << (right & 63n));
    case ">>": return left >> (right & 63n);
    case "<": return truth(left < right);
    case "<=": return truth(left <= right);
    case ">": return truth(left > right);
    case ">=": return truth(left >= right);
    case "==": return truth(left === right);
    case "!=": return truth(left !== right);
    case "&": return left & right;
    case "|": return left | right;
    case "^": return left ^ right;
    case ",": return right;
    default: throw new ArithmeticError(`${operator}: syntax error`);
  }
}
