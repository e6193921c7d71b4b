/** `bc`: expressions, variables, `scale`, `sqrt` and `length`, exact decimals of any length. Its programming language is not here. */
import { decodeUtf8 } from "../escapes.ts";
import { FileError } from "../files.ts";
import type { Program } from "../shell.ts";

/** `units` times ten to the minus `scale`. */
interface Decimal {
  units: bigint;
  scale: number;
}
class BcError extends Error {}

const LONGEST_SCALE = 1_000;
const power = (scale: number): bigint => 10n ** BigInt(scale);
function rescale({ units, scale }: Decimal, to: number): bigint {
  return to >= scale ? units * power(to - scale) : units / power(scale - to);
}
const truncate = (value: Decimal, scale: number): Decimal => (value.scale <= scale ? value : { units: rescale(value, scale), scale });

function parseNumber(text: string, base: number): Decimal {
  const [whole = "", part = ""] = text.split(".");
  if (base === 10) return { units: BigInt(`${whole}${part}` || "0"), scale: part.length };
  if (part !== "") throw new BcError("fractions with another ibase are not available");
  let units = 0n;
  for (const digit of whole) units = units * BigInt(base) + BigInt(Math.min(parseInt(digit, 36), base - 1));
  return { units, scale: 0 };
}

function show({ units, scale }: Decimal, base: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, "0");
  if (base !== 10) {
    if (scale > 0 && (negative ? -units : units) % power(scale) !== 0n) throw new BcError("fractions with another obase are not available");
    return (units / power(scale)).toString(base).toUpperCase();
  }
  const whole = digits.slice(0, digits.length - scale);
  const part = scale > 0 ? `.${digits.slice(digits.length - scale)}` : "";
  const text = `${whole === "0" && part !== "" ? "" : whole}${part}`;
  return units === 0n ? "0" : `${negative ? "-" : ""}${text}`;
}

class Calculator {
  private readonly names = new Map<string, Decimal>();
  private tokens: string[] = [];
  private at = 0;
  private scale: number;
  private ibase = 10;
  private obase = 10;
  readonly out: string[] = [];

  constructor(scale: number) {
    this.scale = scale;
  }

  run(text: string): void {
    const clean = text.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/#[^\n]*/g, "").replace(/\\\n/g, "");
    this.tokens = clean.match(/"[^"]*"|\n|;|[0-9A-F]+(?:\.[0-9A-F]*)?|\.[0-9A-F]+|[a-z][a-z0-9_]*|\+\+|--|[-+*/%^=<>!]=|&&|\|\||[^\s]/g) ?? [];
    this.at = 0;
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at];
      if (token === "\n" || token === ";") {
        this.at += 1;
        continue;
      }
      if (token === "quit" || token === "halt") return;
      if (token?.startsWith('"') === true) {
        this.out.push(token.slice(1, -1));
        this.at += 1;
        continue;
      }
      if (/^(?:if|while|for|define|print|return|auto|read|break)$/.test(token ?? "")) throw new BcError(`"${token ?? ""}" is not available in this bc`);
      const silent = /^(?:=|[-+*/%^]=)$/.test(this.tokens[this.at + 1] ?? "") && /^[a-z]/.test(token ?? "");
      const value = this.assignment();
      if (!silent) this.out.push(`${show(value, this.obase)}\n`);
      const next = this.tokens[this.at];
      if (next !== undefined && next !== "\n" && next !== ";") throw new BcError("syntax error");
    }
  }

  private take(...wanted: string[]): string | null {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.at += 1;
    return token;
  }

  private assignment(): Decimal {
    const name = this.tokens[this.at] ?? "";
    const operator = this.tokens[this.at + 1] ?? "";
    if (/^[a-z][a-z0-9_]*$/.test(name) && /^(?:=|[-+*/%^]=)$/.test(operator)) {
      this.at += 2;
      const right = this.assignment();
      const value = operator === "=" ? right : this.operate(operator.charAt(0), this.get(name), right);
      this.set(name, value);
      return value;
    }
    return this.either();
  }
  private truth = (value: boolean): Decimal => ({ units: value ? 1n : 0n, scale: 0 });
  private either(): Decimal {
    let left = this.both();
    while (this.take("||") !== null) {
      const right = this.both();
      left = this.truth(left.units !== 0n || right.units !== 0n);
    }
    return left;
  }
  private both(): Decimal {
    let left = this.not();
    while (this.take("&&") !== null) {
      const right = this.not();
      left = this.truth(left.units !== 0n && right.units !== 0n);
    }
    return left;
  }
  private not(): Decimal {
    return this.take("!") !== null ? this.truth(this.not().units === 0n) : this.comparison();
  }
  private comparison(): Decimal {
    let left = this.sum();
    for (;;) {
      const operator = this.take("<", "<=", ">", ">=", "==", "!=");
      if (operator === null) return left;
      const right = this.sum();
      const scale = Math.max(left.scale, right.scale);
      const [one, two] = [rescale(left, scale), rescale(right, scale)];
      left = this.truth(operator === "<" ? one < two : operator === "<=" ? one <= two : operator === ">" ? one > two : operator === ">=" ? one >= two : operator === "==" ? one === two : one !== two);
    }
  }
  private sum(): Decimal {
    let left = this.product();
    for (;;) {
      const operator = this.take("+", "-");
      if (operator === null) return left;
      left = this.operate(operator, left, this.product());
    }
  }
  private product(): Decimal {
    let left = this.raise();
    for (;;) {
      const operator = this.take("*", "/", "%");
      if (operator === null) return left;
      left = this.operate(operator, left, this.raise());
    }
  }
  private raise(): Decimal {
    const left = this.unary();
    return this.take("^") === null ? left : this.operate("^", left, this.raise());
  }
  private unary(): Decimal {
    if (this.take("-") !== null) {
      const value = this.unary();
      return { ...value, units: -value.units };
    }
    const step = this.take("++", "--");
    if (step !== null) {
      const name = this.tokens[this.at++] ?? "";
      const value = this.operate(step.charAt(0), this.get(name), { units: 1n, scale: 0 });
      this.set(name, value);
      return value;
    }
    return this.primary();
  }
  private primary(): Decimal {
    const token = this.tokens[this.at] ?? "";
    this.at += 1;
    if (token === "(") {
      const value = this.assignment();
      if (this.take(")") === null) throw new BcError("syntax error");
      return value;
    }
    if (/^[0-9A-F.]/.test(token)) return parseNumber(token, this.ibase);
    if (!/^[a-z]/.test(token)) throw new BcError("syntax error");
    if (this.take("(") !== null) {
      const value = this.assignment();
      if (this.take(")") === null) throw new BcError("syntax error");
      if (token === "sqrt") return this.root(value);
      if (token === "length") return { units: BigInt(value.units.toString().replace("-", "").length), scale: 0 };
      if (token === "scale") return { units: BigInt(value.scale), scale: 0 };
      throw new BcError(`the function ${token}() is not available in this bc`);
    }
    const value = this.get(token);
    const step = this.take("++", "--");
    if (step !== null) this.set(token, this.operate(step.charAt(0), value, { units: 1n, scale: 0 }));
    return value;
  }

  private get(name: string): Decimal {
    if (name === "scale" || name === "ibase" || name === "obase") return { units: BigInt(this[name]), scale: 0 };
    return this.names.get(name) ?? { units: 0n, scale: 0 };
  }
  private set(name: string, value: Decimal): void {
    const whole = Number(rescale(value, 0));
    if (name === "scale") this.scale = Math.max(0, Math.min(LONGEST_SCALE, whole));
    else if (name === "ibase" || name === "obase") {
      if (whole < 2 || whole > (name === "ibase" ? 36 : 36)) throw new BcError(`${name} ${whole} is not available in this bc`);
      this[name] = whole;
    } else this.names.set(name, value);
  }

  private operate(operator: string, left: Decimal, right: Decimal): Decimal {
    const scale = Math.max(left.scale, right.scale);
    switch (operator) {
      case "+": return { units: rescale(left, scale) + rescale(right, scale), scale };
      case "-": return { units: rescale(left, scale) - rescale(right, scale), scale };
      case "*": return truncate({ units: left.units * right.units, scale: left.scale + right.scale }, Math.min(left.scale + right.scale, Math.max(this.scale, scale)));
      case "/": return this.divide(left, right, this.scale);
      case "%": {
        const quotient = this.divide(left, right, this.scale);
        const to = Math.max(left.scale, this.scale + right.scale);
        const taken = { units: quotient.units * right.units, scale: quotient.scale + right.scale };
        return { units: rescale(left, to) - rescale(taken, to), scale: to };
      }
      default: {
        if (right.scale > 0 && right.units % power(right.scale) !== 0n) throw new BcError("non-zero scale in exponent");
        const exponent = Number(rescale(right, 0));
        if (Math.abs(exponent) > 100_000) throw new BcError("the exponent is too large");
        const times = Math.abs(exponent);
        const raised: Decimal = { units: left.units ** BigInt(times), scale: left.scale * times };
        if (exponent < 0) return this.divide({ units: 1n, scale: 0 }, raised, this.scale);
        return truncate(raised, Math.min(raised.scale, Math.max(this.scale, left.scale)));
      }
    }
  }
  private divide(left: Decimal, right: Decimal, scale: number): Decimal {
    if (right.units === 0n) throw new BcError("Divide by zero");
    const shift = scale + right.scale - left.scale;
    const units = shift >= 0 ? (left.units * power(shift)) / right.units : left.units / (right.units * power(-shift));
    return { units, scale };
  }
  private root(value: Decimal): Decimal {
    if (value.units < 0n) throw new BcError("Square root of a negative number");
    const scale = Math.max(this.scale, value.scale);
    const target = rescale(value, scale * 2);
    if (target < 2n) return { units: target, scale };
    let guess = 1n << BigInt((target.toString(2).length >> 1) + 1);
    for (;;) {
      const next = (guess + target / guess) >> 1n;
      if (next >= guess) return { units: guess, scale };
      guess = next;
    }
  }
}

export const bc: Program = async (shell, args) => {
  const math = args.includes("-l") || args.includes("--mathlib") || args.some((arg) => /^-[a-z]*l/.test(arg));
  const calculator = new Calculator(math ? 20 : 0);
  let status = 0;
  try {
    let text = "";
    for (const path of args.filter((arg) => !arg.startsWith("-"))) text += `${decodeUtf8(shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)))}\n`;
    calculator.run(text + decodeUtf8(await shell.input?.readAll() ?? ""));
  } catch (error) {
    if (!(error instanceof BcError) && !(error instanceof FileError)) throw error;
    await shell.write(calculator.out.splice(0).join(""));
    await shell.write(error instanceof BcError && /available/.test(error.message) ? `bc: ${error.message}\n` : `(standard_in) 1: ${error instanceof FileError ? error.reason : error.message}\n`, 2);
    // What can't be done is a failure here, though bc's own errors are not.
    status = error instanceof BcError && !/available/.test(error.message) ? 0 : 1;
  }
  await shell.write(calculator.out.join(""));
  return status;
};
