/** Utilities of just-bash where they would guess silently: mended, or said. And `expr` and `diff`, written anew. */
import { decodeUtf8 } from "../escapes.ts";
import { FileError } from "../files.ts";
import { compile, regexSource } from "../patterns.ts";
import { utility } from "../programs.ts";
import type { Program, Shell } from "../shell.ts";

const wholeGrep = utility("grep");
/** Of several `-e` the utility takes the last only. */
const grep: Program = (shell, args) => {
  const patterns: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--") {
      rest.push(...args.slice(at));
      break;
    }
    if (arg === "-e" || arg === "--regexp") patterns.push(args[at += 1] ?? "");
    else if (/^-e./.test(arg)) patterns.push(arg.slice(2));
    else rest.push(arg);
  }
  if (patterns.length === 0) return wholeGrep(shell, args);
  if (patterns.length === 1) return wholeGrep(shell, ["-e", patterns[0] as string, ...rest]);
  const extended = rest.some((arg) => /^-[A-Za-z]*[EP]/.test(arg) || arg === "--extended-regexp");
  const fixed = rest.some((arg) => /^-[A-Za-z]*F/.test(arg) || arg === "--fixed-strings");
  if (!fixed) return wholeGrep(shell, ["-e", patterns.join(extended ? "|" : "\\|"), ...rest]);
  const plain = rest.map((arg) => (/^-[A-Za-z]*F/.test(arg) ? arg.replace("F", "E") : arg === "--fixed-strings" ? "-E" : arg));
  return wholeGrep(shell, ["-e", patterns.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|"), ...plain]);
};

const wholeSed = utility("sed");
const sed: Program = async (shell, args) => {
  if (args.some((arg) => /(?:^|[;{}\d$/\s])s([^\w\s\\]).*\1.*\\[ULulE].*\1/s.test(arg))) {
    await shell.complain("sed: \\U, \\L, \\u, \\l and \\E are not available in this sed");
    return 1;
  }
  // The one-line form of GNU: 1i\text
  return wholeSed(shell, args.map((arg) => arg.replace(/((?:^|[;{}\n])\s*(?:\d+|\$|\/(?:[^/\\]|\\.)*\/)?\s*[aic])\\(?=[^\n])/g, "$1 ")));
};

const wholeAwk = utility("awk");
const awk: Program = async (shell, args) => {
  const operands: string[] = [];
  const options: string[] = [];
  let program: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (program === null && /^-[vfF]$/.test(arg)) {
      options.push(arg, args[at += 1] ?? "");
      if (arg === "-f") program = "";
    } else if (program === null && arg.startsWith("-") && arg !== "-") options.push(arg);
    else if (program === null) program = arg;
    else operands.push(arg);
  }
  const text = program ?? "";
  const refuse = async (what: string): Promise<number> => {
    await shell.complain(`awk: ${what} not available in this awk`);
    return 2;
  };
  if (/\bRS\s*=(?!=)/.test(text) || options.some((option) => /^(?:-v)?RS=/.test(option))) return refuse("RS is");
  // Outside of texts and parentheses, `>` after `print` writes to a file; the utility takes only a plain name for it.
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, "§").replace(/\([^()]*\)/g, "x");
  if (/\bprintf?\b[^;}\n>]*>{1,2}(?!>)\s*(?!§\s*(?:[;}\n]|$))[^\s=]/.test(bare)) return refuse("`print > expression` is");
  // name=value among the files: a variable, from the beginning here.
  const given = operands.filter((one) => /^[A-Za-z_]\w*=/.test(one));
  const files = operands.filter((one) => !given.includes(one));
  if (given.length > 0 && operands.indexOf(given[given.length - 1] as string) > operands.findIndex((one) => files.includes(one)) && files.length > 1) return refuse("an assignment between files is");
  // The utility does not see separators that are given by -v.
  const set = [...given];
  const kept: string[] = [];
  for (let at = 0; at < options.length; at += 1) {
    const option = options[at] as string;
    const value = option === "-v" ? options[at + 1] ?? "" : option.startsWith("-v") ? option.slice(2) : null;
    if (value === null) kept.push(option, ...(/^-[fF]$/.test(option) ? [options[at += 1] ?? ""] : []));
    else {
      set.push(value);
      if (option === "-v") at += 1;
    }
  }
  const separators = set.filter((one) => /^(?:OFS|ORS|FS|SUBSEP)=/.test(one)).map((one) => `${one.slice(0, one.indexOf("="))} = "${one.slice(one.indexOf("=") + 1).replace(/"/g, '\\"')}"`);
  const head = separators.length > 0 ? `BEGIN { ${separators.join("; ")} } ` : "";
  return wholeAwk(shell, [...set.flatMap((one) => (/^(?:OFS|ORS|FS|SUBSEP)=/.test(one) ? [] : ["-v", one])), ...kept, ...(program === null || program === "" ? [] : [head + program]), ...files]);
};

class ExprError extends Error {}

/** A basic regular expression as an extended one. */
function extend(basic: string): string {
  return basic.replace(/\\([(){}|+?])|([(){}|+?])/g, (_all, escaped?: string, plain?: string) => escaped ?? `\\${plain ?? ""}`);
}

const expr: Program = async (shell, args) => {
  let at = 0;
  const integer = (text: string): bigint => {
    if (!/^-?\d+$/.test(text)) throw new ExprError("non-integer argument");
    return BigInt(text);
  };
  const truth = (value: string): boolean => value !== "" && !/^-?0+$/.test(value);
  const fit = (text: string, pattern: string): string => {
    const found = compile(`^(?:${regexSource(extend(pattern))})`).exec(text);
    return /\\\(/.test(pattern) ? found?.[1] ?? "" : String([...(found?.[0] ?? "")].length);
  };
  const primary = (): string => {
    const word = args[at];
    if (word === undefined) throw new ExprError("syntax error: missing argument");
    at += 1;
    const next = (): string => args[at++] ?? "";
    if (word === "(") {
      const value = either();
      if (args[at] !== ")") throw new ExprError("syntax error: expecting ')'");
      at += 1;
      return value;
    }
    if (at >= args.length) return word;
    switch (word) {
      case "length": return String([...next()].length);
      case "match": return fit(next(), next());
      case "index": {
        const [text, signs] = [[...next()], next()];
        return String(text.findIndex((one) => signs.includes(one)) + 1);
      }
      case "substr": {
        const [text, from, count] = [[...next()], Number(next()), Number(next())];
        return from < 1 || count < 1 ? "" : text.slice(from - 1, from - 1 + count).join("");
      }
      default: return word;
    }
  };
  const level = (operators: readonly string[], below: () => string, act: (operator: string, left: string, right: string) => string) => (): string => {
    let left = below();
    while (operators.includes(args[at] ?? "")) {
      const operator = args[at] as string;
      at += 1;
      left = act(operator, left, below());
    }
    return left;
  };
  const matching = level([":"], primary, (_operator, left, right) => fit(left, right));
  const product = level(["*", "/", "%"], matching, (operator, left, right) => {
    const [one, two] = [integer(left), integer(right)];
    if (operator !== "*" && two === 0n) throw new ExprError("division by zero");
    return String(operator === "*" ? one * two : operator === "/" ? one / two : one % two);
  });
  const sum = level(["+", "-"], product, (operator, left, right) => String(operator === "+" ? integer(left) + integer(right) : integer(left) - integer(right)));
  const comparison = level(["<", "<=", "=", "==", "!=", ">=", ">"], sum, (operator, left, right) => {
    const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right);
    const order = numbers ? (BigInt(left) < BigInt(right) ? -1 : BigInt(left) > BigInt(right) ? 1 : 0) : left < right ? -1 : left > right ? 1 : 0;
    const holds = operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === "!=" ? order !== 0 : operator === ">=" ? order >= 0 : operator === ">" ? order > 0 : order === 0;
    return holds ? "1" : "0";
  });
  const both = level(["&"], comparison, (_operator, left, right) => (truth(left) && truth(right) ? left : "0"));
  const either = level(["|"], both, (_operator, left, right) => (truth(left) ? left : truth(right) ? right : "0"));
  try {
    if (args.length === 0) throw new ExprError("missing operand");
    const value = either();
    if (at < args.length) throw new ExprError(`syntax error: unexpected argument '${args[at] ?? ""}'`);
    await shell.write(`${value}\n`);
    return truth(value) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ExprError) && !(error instanceof SyntaxError)) throw error;
    await shell.write(`expr: ${error.message}\n`, 2);
    return 2;
  }
};

async function readLines(shell: Shell, path: string): Promise<{ lines: string[]; ended: boolean }> {
  const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(path);
  const input = path === "-" ? shell.input : device === null ? null : shell.descriptors.get(Number(device[1] ?? 0))?.input ?? null;
  const text = decodeUtf8(path === "-" || device !== null ? await input?.readAll() ?? "" : shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)));
  return { lines: text === "" ? [] : text.replace(/\n$/, "").split("\n"), ended: text === "" || text.endsWith("\n") };
}

/** Pairs of equal lines, as many as can be. */
function commonLines(left: readonly string[], right: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) (lengths[i] as Uint32Array)[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

const wholeDiff = utility("diff");
const diff: Program = async (shell, args) => {
  const options = args.filter((arg) => arg.startsWith("-") && arg !== "-");
  if (options.some((option) => option !== "-q" && option !== "--brief" && option !== "--normal")) return wholeDiff(shell, args);
  const [first = "", second = ""] = args.filter((arg) => !options.includes(arg));
  try {
    const [left, right] = [await readLines(shell, first), await readLines(shell, second)];
    if (left.lines.length * right.lines.length > 4_000_000) throw new RangeError("Invalid string length");
    let [i, j] = [0, 0];
    let out = "";
    const range = (from: number, to: number): string => (to - from > 1 ? `${from + 1},${to}` : String(to - from === 1 ? from + 1 : from));
    const mark = (file: { lines: string[]; ended: boolean }, index: number): string => (index === file.lines.length - 1 && !file.ended ? "\n\\ No newline at end of file" : "");
    // A line that is not ended differs from one that is.
    const keys = (file: { lines: string[]; ended: boolean }): string[] => file.lines.map((line, index) => (index === file.lines.length - 1 && !file.ended ? `${line}\0` : line));
    const pairs = commonLines(keys(left), keys(right));
    for (const [a, b] of [...pairs, [left.lines.length, right.lines.length] as [number, number]]) {
      if (a > i || b > j) {
        out += `${range(i, a)}${a > i && b > j ? "c" : a > i ? "d" : "a"}${range(j, b)}\n`;
        out += left.lines.slice(i, a).map((line, index) => `< ${line}${mark(left, i + index)}\n`).join("");
        if (a > i && b > j) out += "---\n";
        out += right.lines.slice(j, b).map((line, index) => `> ${line}${mark(right, j + index)}\n`).join("");
      }
      [i, j] = [a + 1, b + 1];
    }
    if (out === "") return 0;
    await shell.write(options.some((option) => option === "-q" || option === "--brief") ? `Files ${first} and ${second} differ\n` : out);
    return 1;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.write(`diff: ${error.message.replace(/^.*'(.*)'$/, "$1")}: ${error.reason}\n`, 2);
    return 2;
  }
};

export const mended: readonly (readonly [string, Program])[] = [["grep", grep], ["egrep", (shell, args) => grep(shell, ["-E", ...args])], ["fgrep", (shell, args) => grep(shell, ["-F", ...args])], ["sed", sed], ["awk", awk], ["gawk", awk], ["mawk", awk], ["expr", expr], ["diff", diff]];
