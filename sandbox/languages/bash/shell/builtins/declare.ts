/** `declare`, `typeset`, `local`, `export`, `readonly`. */
import type { Assignment } from "../ast.ts";
import { assign } from "../assign.ts";
import { expandText, expandWords } from "../expand.ts";
import { parseScript } from "../parser.ts";
import { isAssignment, textWord } from "../ast.ts";
import { declaration } from "../quote.ts";
import type { Shell } from "../shell.ts";
import { IndexedArray, ReadonlyError } from "../variables.ts";
import type { Variable } from "../variables.ts";

interface Flags {
  on: Set<string>;
  off: Set<string>;
  names: string[];
}

function readFlags(args: readonly string[]): Flags {
  const flags: Flags = { on: new Set(), off: new Set(), names: [] };
  let options = true;
  for (const arg of args) {
    if (options && arg === "--") options = false;
    else if (options && /^[-+][A-Za-z]+$/.test(arg)) for (const letter of arg.slice(1)) (arg.startsWith("-") ? flags.on : flags.off).add(letter);
    else {
      options = false;
      flags.names.push(arg);
    }
  }
  return flags;
}

/** A text `name=value` or `name=(…)` that came from an expansion, as an assignment. */
function readArgument(text: string, arrays: boolean): Assignment | null {
  const found = /^([A-Za-z_]\w*)(?:\[(.*?)\])?(\+?)=([\s\S]*)$/.exec(text);
  if (found === null) return null;
  const [, name = "", index, plus, value = ""] = found;
  if (arrays && /^\([\s\S]*\)$/.test(value)) {
    const command = parseScript(`declare ${text}`)[0]?.pipelines[0]?.commands[0];
    const word = command?.type === "simple" ? command.words[1] : undefined;
    if (word !== undefined && isAssignment(word)) return word;
  }
  return { name, index: index === undefined ? null : textWord(index), append: plus === "+", value: textWord(value), items: null };
}

/** Runs one of them. `declared` are the assignments that the parser saw. */
export async function declareArguments(shell: Shell, given: string, words: string[], declared: readonly Assignment[]): Promise<number> {
  let [command, args] = [given, words];
  while (command === "command" || command === "builtin") [command, args] = [args[0] ?? "", args.slice(1)];
  const { on, off, names } = readFlags(args);
  const local = command === "local" || ((command === "declare" || command === "typeset") && shell.calls.length > 0 && !on.has("g"));
  if (command === "local" && shell.calls.length === 0) {
    await shell.complain("local: can only be used in a function");
    return 1;
  }
  if (command === "export" && !on.has("n")) on.add("x");
  if (command === "export" && on.has("n")) off.add("x");
  if (command === "readonly") on.add("r");
  if (on.has("f") || on.has("F")) return listFunctions(shell, on, names);
  if (names.length === 0 && declared.length === 0) return list(shell, command, on);
  if (on.has("p")) return print(shell, command, names);
  let status = 0;
  for (const name of names) {
    const assignment = readArgument(name, on.has("a") || on.has("A"));
    if (assignment === null && !/^[A-Za-z_]\w*$/.test(name.replace(/\[.*\]$/, ""))) {
      await shell.complain(`${command}: \`${name}': not a valid identifier`);
      status = 1;
    } else status = await declareOne(shell, command, assignment ?? { name: name.replace(/\[.*\]$/, ""), index: null, append: false, value: null, items: null }, { on, off, local }) || status;
  }
  for (const assignment of declared) status = await declareOne(shell, command, assignment, { on, off, local }) || status;
  return status;
}

async function declareOne(shell: Shell, command: string, assignment: Assignment, { on, off, local }: { on: ReadonlySet<string>; off: ReadonlySet<string>; local: boolean }): Promise<number> {
  const { variables } = shell;
  let { name } = assignment;
  const existing = variables.findRaw(name);
  // Attributes of what a reference leads to, unless the reference itself is meant.
  if (existing?.reference === true && !on.has("n") && !off.has("n") && !local) name = variables.resolve(name).name;
  // The value is expanded before a local hides the outer variable: local x=$x.
  const early = await expanded(shell, assignment);
  if (existing?.readonly === true && (assignment.value !== null || assignment.items !== null || local)) {
    await shell.complain(`${command}: ${name}: readonly variable`);
    return 1;
  }
  if (local && assignment.items !== null && existing !== undefined) return declareItems(shell, assignment, { on, off });
  const variable = local ? variables.declareLocal(name) : on.has("g") ? variables.declareGlobal(name) : variables.declare(name);
  setAttributes(variable, on, off);
  if (on.has("A") && !(variable.value instanceof Map)) {
    variable.kind = "associative";
    if (variable.value !== null) variable.value = new Map();
  } else if ((on.has("a") || assignment.items !== null) && variable.kind === "scalar" && !on.has("A")) {
    variable.kind = "indexed";
    if (typeof variable.value === "string") variable.value = IndexedArray.of([variable.value]);
  }
  if (early.value !== null || early.items !== null) {
    if (on.has("n")) {
      const text = early.value === null ? "" : await expandText(shell, early.value);
      if (!/^[A-Za-z_]\w*(?:\[.*\])?$/s.test(text)) {
        await shell.complain(`${command}: \`${text}': invalid variable name for name reference`);
        return 1;
      }
      if (text === name && variables.findRaw(name) === variable && !local) {
        await shell.complain(`${command}: ${name}: nameref variable self references not allowed`);
        return 1;
      }
      variable.value = text;
    } else await assign(shell, { ...early, name });
  }
  if (on.has("r")) variables.declare(name).readonly = true;
  return 0;
}

/** The same with its value expanded. */
async function expanded(shell: Shell, assignment: Assignment): Promise<Assignment> {
  return assignment.value === null ? assignment : { ...assignment, value: textWord(await expandText(shell, assignment.value, "assignment")) };
}

/** `local x=("${x[@]}")`: the items are expanded while the outer variable is still seen. */
async function declareItems(shell: Shell, assignment: Assignment, { on, off }: { on: ReadonlySet<string>; off: ReadonlySet<string> }): Promise<number> {
  const items = [];
  for (const item of assignment.items ?? []) {
    if (item.key !== null) items.push({ ...item, key: textWord(await expandText(shell, item.key)), value: textWord(await expandText(shell, item.value)) });
    else for (const text of await expandWords(shell, [item.value])) items.push({ key: null, append: false, value: textWord(text) });
  }
  const variable = shell.variables.declareLocal(assignment.name);
  setAttributes(variable, on, off);
  variable.kind = on.has("A") ? "associative" : "indexed";
  await assign(shell, { ...assignment, items });
  if (on.has("r")) shell.variables.declare(assignment.name).readonly = true;
  return 0;
}

function setAttributes(variable: Variable, on: ReadonlySet<string>, off: ReadonlySet<string>): void {
  for (const [letter, key] of [["x", "exported"], ["i", "integer"], ["n", "reference"]] as const) {
    if (on.has(letter)) variable[key] = true;
    if (off.has(letter)) variable[key] = false;
  }
  if (on.has("l")) [variable.lower, variable.upper] = [true, false];
  if (on.has("u")) [variable.upper, variable.lower] = [true, false];
  if (off.has("l")) variable.lower = false;
  if (off.has("u")) variable.upper = false;
}

async function list(shell: Shell, command: string, on: ReadonlySet<string>): Promise<number> {
  for (const name of shell.variables.declared()) {
    const variable = shell.variables.findRaw(name) as Variable;
    if ((command === "export" && !variable.exported) || (command === "readonly" && !variable.readonly)) continue;
    if ((on.has("a") && variable.kind !== "indexed") || (on.has("A") && variable.kind !== "associative") || (on.has("x") && !variable.exported) || (on.has("r") && !variable.readonly)) continue;
    await shell.write(`${declaration(name, variable)}\n`);
  }
  return 0;
}

async function print(shell: Shell, command: string, names: readonly string[]): Promise<number> {
  let status = 0;
  for (const name of names) {
    const variable = shell.variables.findRaw(name);
    if (variable === undefined) {
      await shell.complain(`${command}: ${name}: not found`);
      status = 1;
    } else await shell.write(`${declaration(name, variable)}\n`);
  }
  return status;
}

async function listFunctions(shell: Shell, on: ReadonlySet<string>, names: readonly string[]): Promise<number> {
  let status = 0;
  if (on.has("x") && names.length > 0) {
    for (const name of names) {
      if (shell.functions.has(name)) shell.exportedFunctions.add(name);
      else {
        await shell.complain(`export: ${name}: not a function`);
        status = 1;
      }
    }
    return status;
  }
  for (const name of names.length > 0 ? names : [...shell.functions.keys()].sort()) {
    const found = shell.functions.get(name);
    if (found === undefined) status = 1;
    else if (on.has("F")) await shell.write(names.length > 0 ? `${name}\n` : `declare -f ${name}\n`);
    else await shell.write(`${found.source}\n`);
  }
  return status;
}

export async function runDeclare(shell: Shell, command: string, args: string[]): Promise<number> {
  try {
    return await declareArguments(shell, command, args, []);
  } catch (error) {
    if (!(error instanceof ReadonlyError)) throw error;
    await shell.complain(error.message);
    return 1;
  }
}
