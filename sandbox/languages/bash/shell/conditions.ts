/** `[[ … ]]`, and the tests that it shares with `[` and `test`. */
import type { Condition } from "./ast.ts";
import { expandPattern, expandRegex, expandText } from "./expand.ts";
import { compile, fits, regexSource } from "./patterns.ts";
import type { Shell } from "./shell.ts";
import { IndexedArray } from "./variables.ts";

/** A condition that could not be judged: status 2. It has been said. */
export class ConditionError extends Error {}

export async function holds(shell: Shell, condition: Condition): Promise<boolean> {
  switch (condition.type) {
    case "not": return !await holds(shell, condition.operand);
    case "and": return await holds(shell, condition.left) && await holds(shell, condition.right);
    case "or": return await holds(shell, condition.left) || await holds(shell, condition.right);
    case "unary": return testOne(shell, condition.operator, await expandText(shell, condition.operand, "start"));
    case "binary": {
      const left = await expandText(shell, condition.left, "start");
      const { operator } = condition;
      const ignoreCase = shell.shopt.has("nocasematch");
      if (operator === "==" || operator === "!=") {
        const fit = fits(left, await expandPattern(shell, condition.right), { extended: true }, ignoreCase);
        return fit === (operator === "==");
      }
      if (operator === "=~") return matchRegex(shell, left, await expandRegex(shell, condition.right), ignoreCase);
      const right = await expandText(shell, condition.right, "start");
      return compare(shell, left, operator, right, true);
    }
  }
}

async function matchRegex(shell: Shell, text: string, expression: string, ignoreCase: boolean): Promise<boolean> {
  let regex: RegExp;
  try {
    regex = compile(regexSource(expression), ignoreCase ? "sui" : "su");
  } catch {
    throw new ConditionError(expression);
  }
  const found = regex.exec(text);
  shell.variables.setValue("BASH_REMATCH", IndexedArray.of(found === null ? [] : [...found].map((group) => group ?? "")));
  return found !== null;
}

/** `-f path`, `-z text` and their like. */
export async function testOne(shell: Shell, operator: string, operand: string): Promise<boolean> {
  const { files } = shell.system;
  const path = (): string => files.normalize(shell.cwd, operand);
  switch (operator) {
    case "-n": return operand !== "";
    case "-z": return operand === "";
    case "-v": return isSet(shell, operand);
    case "-R": return shell.variables.findRaw(operand)?.reference === true;
    case "-o": return shell.options.has(operand as never);
    case "-t": return false;
    case "-e": case "-a":
      if (operand === "") return false;
      return files.find(path()) !== undefined || isDevice(shell, operand);
    case "-f": return operand !== "" && files.find(path())?.type === "file";
    case "-d": return operand !== "" && files.isFolder(path());
    case "-L": case "-h": return operand !== "" && files.find(path(), false)?.type === "link";
    case "-s": {
      const node = operand === "" ? undefined : files.find(path());
      return node !== undefined && (node.type !== "file" || node.bytes !== "");
    }
    case "-r": case "-w": case "-x": {
      if (operand === "") return false;
      if (isDevice(shell, operand)) return operator !== "-x";
      const node = files.find(path());
      const bits = operator === "-r" ? 0o444 : operator === "-w" ? 0o222 : 0o111;
      return node !== undefined && (node.mode & bits) !== 0;
    }
    case "-p": {
      const descriptor = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(operand);
      return descriptor !== null && Number(descriptor[1] ?? 0) === 0 && (shell.input?.piped ?? false);
    }
    case "-c": return isDevice(shell, operand);
    case "-O": case "-G": case "-N": return operand !== "" && files.find(path()) !== undefined;
    default: return false;
  }
}
function isDevice(shell: Shell, path: string): boolean {
  const descriptor = /^\/dev\/fd\/(\d+)$/.exec(path);
  return descriptor === null ? /^\/dev\/(?:null|stdin|stdout|stderr|tty|zero|u?random)$/.test(path) : shell.descriptors.has(Number(descriptor[1]));
}

export function isSet(shell: Shell, name: string): boolean {
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(name);
  if (element !== null) {
    const [, array = "", index = ""] = element;
    if (index === "@" || index === "*") {
      const value = shell.variables.valueOf(array);
      return value instanceof IndexedArray || value instanceof Map ? value.size > 0 : value !== null;
    }
    return shell.element(array, index) !== undefined;
  }
  if (/^\d+$/.test(name)) return shell.parameters[Number(name) - 1] !== undefined;
  return shell.get(name) !== undefined;
}

/** Two operands. In `[[ ]]` the numbers are calculations. Throws `ConditionError`. */
export async function compare(shell: Shell, left: string, operator: string, right: string, calculations: boolean): Promise<boolean> {
  const number = async (text: string): Promise<bigint> => {
    if (calculations) {
      try {
        return shell.calculate(text);
      } catch (error) {
        return shell.explain(error);
      }
    }
    if (!/^\s*[-+]?\d+\s*$/.test(text)) {
      throw new ConditionError(`${text}: integer expression expected`);
    }
    return BigInt.asIntN(64, BigInt(text.trim().replace("+", "")));
  };
  switch (operator) {
    case "=": case "==": return left === right;
    case "!=": return left !== right;
    case "<": return left < right;
    case ">": return left > right;
    case "-eq": return await number(left) === await number(right);
    case "-ne": return await number(left) !== await number(right);
    case "-lt": return await number(left) < await number(right);
    case "-le": return await number(left) <= await number(right);
    case "-gt": return await number(left) > await number(right);
    case "-ge": return await number(left) >= await number(right);
    case "-nt": case "-ot": case "-ef": {
      const { files } = shell.system;
      const [one, two] = [files.find(files.normalize(shell.cwd, left)), files.find(files.normalize(shell.cwd, right))];
      if (operator === "-ef") return one !== undefined && one === two;
      const [newer, older] = operator === "-nt" ? [one, two] : [two, one];
      return newer !== undefined && (older === undefined || newer.modifiedMs > older.modifiedMs);
    }
    default: throw new ConditionError(`${operator}: binary operator expected`);
  }
}

/** `[` and `test`: by the number of arguments, as POSIX has it. */
export async function testArguments(shell: Shell, args: readonly string[]): Promise<boolean> {
  const BINARY = /^(?:==?|!=|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;
  const UNARY = /^-[abcdefghknoprstuvwxzGLNORS]$/;
  const [first = "", second = "", third = "", fourth = ""] = args;
  if (args.length === 0) return false;
  if (args.length === 1) return first !== "";
  if (args.length === 2) {
    if (first === "!") return second === "";
    if (UNARY.test(first)) return testOne(shell, first, second);
    throw new ConditionError(`${first}: unary operator expected`);
  }
  if (args.length === 3) {
    if (BINARY.test(second)) return compare(shell, first, second, third, false);
    if (second === "-a") return first !== "" && third !== "";
    if (second === "-o") return first !== "" || third !== "";
    if (first === "!") return !await testArguments(shell, args.slice(1));
    if (first === "(" && third === ")") return second !== "";
    throw new ConditionError(`${second}: binary operator expected`);
  }
  if (args.length === 4 && first === "!") return !await testArguments(shell, args.slice(1));
  if (args.length === 4 && first === "(" && fourth === ")") return testArguments(shell, [second, third]);
  let at = 0;
  const or = async (): Promise<boolean> => {
    let value = await and();
    while (args[at] === "-o") {
      at += 1;
      const right = await and();
      value = value || right;
    }
    return value;
  };
  const and = async (): Promise<boolean> => {
    let value = await primary();
    while (args[at] === "-a") {
      at += 1;
      const right = await primary();
      value = value && right;
    }
    return value;
  };
  const primary = async (): Promise<boolean> => {
    const word = args[at];
    if (word === undefined) throw new ConditionError("argument expected");
    if (word === "!") {
      at += 1;
      return !await primary();
    }
    if (word === "(") {
      at += 1;
      const value = await or();
      if (args[at] !== ")") throw new ConditionError("`)' expected");
      at += 1;
      return value;
    }
    const operator = args[at + 1];
    if (operator !== undefined && BINARY.test(operator) && args[at + 2] !== undefined) {
      at += 3;
      return compare(shell, word, operator, args[at - 1] as string, false);
    }
    if (UNARY.test(word) && operator !== undefined) {
      at += 2;
      return testOne(shell, word, operator);
    }
    at += 1;
    return word !== "";
  };
  const value = await or();
  if (at < args.length) throw new ConditionError("too many arguments");
  return value;
}
