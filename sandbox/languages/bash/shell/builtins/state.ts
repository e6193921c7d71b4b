/** Builtins that change or show the shell's state: `set`, `shopt`, `cd`, `unset`, `getopts`, `type` … */
import { ArithmeticError } from "../arithmetic.ts";
import { findProgram } from "../programs.ts";
import { declaration, quoteWord } from "../quote.ts";
import { OPTION_LETTERS, OPTIONS } from "../shell.ts";
import type { Builtin, Option, Shell } from "../shell.ts";
import { runWords } from "../simple-command.ts";
import { BadSubscript, ReadonlyError } from "../variables.ts";
import type { Variable } from "../variables.ts";
import { runDeclare } from "./declare.ts";
import { parseOptions } from "./options.ts";

const set: Builtin = async (shell, args) => {
  if (args.length === 0) {
    for (const name of shell.variables.names()) {
      const variable = shell.variables.findRaw(name) as Variable | undefined;
      if (variable === undefined) continue;
      if (typeof variable.value === "string") await shell.write(`${name}=${/^[A-Za-z0-9_./:@%+,=-]*$/.test(variable.value) ? variable.value : quoteWord(variable.value)}\n`);
      else await shell.write(`${declaration(name, variable).replace(/^declare \S+ /, "")}\n`);
    }
    return 0;
  }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--" || arg === "-") {
      if (arg === "--" || at + 1 < args.length) shell.parameters = args.slice(at + 1);
      return 0;
    }
    if (!/^[-+]./.test(arg)) {
      shell.parameters = args.slice(at);
      return 0;
    }
    const on = arg.startsWith("-");
    for (const letter of arg.slice(1)) {
      if (letter === "o") {
        const name = args[at + 1];
        if (name === undefined) {
          for (const option of [...OPTIONS].sort()) await shell.write(on ? `${option.padEnd(15)}\t${shell.options.has(option) ? "on" : "off"}\n` : `set ${shell.options.has(option) ? "-" : "+"}o ${option}\n`);
          return 0;
        }
        at += 1;
        if (!OPTIONS.includes(name as Option)) {
          if (["braceexpand", "hashall", "monitor", "history", "histexpand", "physical", "emacs", "vi", "ignoreeof", "interactive-comments", "notify", "nolog", "onecmd", "privileged", "keyword"].includes(name)) continue;
          await shell.complain(`set: ${name}: invalid option name`);
          return 2;
        }
        if (on) shell.options.add(name as Option);
        else shell.options.delete(name as Option);
        continue;
      }
      const option = OPTION_LETTERS[letter];
      if (option !== undefined) {
        if (on) shell.options.add(option);
        else shell.options.delete(option);
      } else if (!"bhkmpPBH".includes(letter)) {
        await shell.complain(`set: -${letter}: invalid option`);
        return 2;
      }
    }
  }
  return 0;
};

const SHOPT = new Set(["dotglob", "extglob", "failglob", "globstar", "nocaseglob", "nocasematch", "nullglob", "lastpipe", "inherit_errexit", "xpg_echo", "expand_aliases", "sourcepath", "checkwinsize", "cmdhist", "extquote", "globasciiranges", "huponexit", "interactive_comments", "progcomp", "promptvars", "login_shell", "autocd", "cdspell", "globskipdots", "patsub_replacement", "localvar_inherit", "localvar_unset", "assoc_expand_once", "extdebug", "gnu_errfmt", "compat50", "compat51", "compat44"]);
const shopt: Builtin = async (shell, args) => {
  const { flags, rest } = parseOptions(args, "supqo", "");
  let status = 0;
  for (const name of rest.length > 0 ? rest : [...SHOPT].sort()) {
    if (flags.has("o")) {
      if (flags.has("s")) shell.options.add(name as Option);
      else if (flags.has("u")) shell.options.delete(name as Option);
      else if (!shell.options.has(name as Option)) status = 1;
      continue;
    }
    if (!SHOPT.has(name)) {
      await shell.complain(`shopt: ${name}: invalid shell option name`);
      status = 1;
    } else if (flags.has("s")) {
      if (name === "expand_aliases" || name === "localvar_inherit" || name === "extdebug") {
        await shell.complain(`shopt: ${name} is not available in this shell`);
        status = 1;
      } else shell.shopt.add(name);
    } else if (flags.has("u")) shell.shopt.delete(name);
    else {
      const on = shell.shopt.has(name);
      if (!on && rest.length > 0) status = 1;
      if (!flags.has("q")) await shell.write(flags.has("p") ? `shopt -${on ? "s" : "u"} ${name}\n` : `${name.padEnd(15)}\t${on ? "on" : "off"}\n`);
    }
  }
  return status;
};

const unset: Builtin = async (shell, args) => {
  const { flags, rest } = parseOptions(args, "vfn", "");
  let status = 0;
  for (const given of rest) {
    const element = /^([A-Za-z_]\w*)\[([\s\S]*)\]$/.exec(given);
    try {
      if (flags.has("f")) shell.functions.delete(given);
      else if (element !== null) {
        const name = shell.variables.resolve(element[1] as string).name;
        const index = element[2] as string;
        if ((index === "@" || index === "*") && !shell.variables.isAssociative(name)) shell.variables.unset(name);
        else shell.variables.unsetElement(name, shell.keyOf(name, index.replace(/^(['"])([\s\S]*)\1$/, "$2")));
      } else {
        const target = flags.has("n") ? { name: given, index: null } : shell.variables.resolve(given);
        if (target.index !== null) shell.variables.unsetElement(target.name, shell.keyOf(target.name, target.index));
        else if (!flags.has("v") && shell.variables.findRaw(given) === undefined && shell.functions.has(given)) shell.functions.delete(given);
        else shell.variables.unset(target.name);
      }
    } catch (error) {
      if (!(error instanceof ReadonlyError) && !(error instanceof ArithmeticError) && !(error instanceof BadSubscript)) throw error;
      await shell.complain(`unset: ${error.message}`);
      status = 1;
    }
  }
  return status;
};

const letBuiltin: Builtin = async (shell, args) => {
  let value = 0n;
  try {
    for (const arg of args) value = shell.calculate(arg);
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    await shell.complain(`let: ${error.message}`);
    return 1;
  }
  return value === 0n ? 1 : 0;
};

async function changeFolder(shell: Shell, name: string, path: string): Promise<boolean> {
  const absolute = shell.system.files.normalize(shell.cwd, path);
  if (!shell.system.files.isFolder(absolute)) {
    await shell.complain(`${name}: ${path}: ${shell.system.files.find(absolute) === undefined ? "No such file or directory" : "Not a directory"}`);
    return false;
  }
  shell.set("OLDPWD", shell.cwd);
  shell.cwd = absolute;
  shell.set("PWD", absolute);
  return true;
}

const cd: Builtin = async (shell, args) => {
  const rest = args.filter((arg) => !/^-[LPe@]+$|^--$/.test(arg));
  if (rest.length > 1) {
    await shell.complain("cd: too many arguments");
    return 1;
  }
  const [given] = rest;
  const target = given === undefined ? shell.get("HOME") : given === "-" ? shell.get("OLDPWD") : given;
  if (target === undefined) {
    await shell.complain(`cd: ${given === "-" ? "OLDPWD" : "HOME"} not set`);
    return 1;
  }
  if (target === "") return 0;
  if (!await changeFolder(shell, "cd", target)) return 1;
  if (given === "-") await shell.write(`${shell.cwd}\n`);
  return 0;
};

const pwd: Builtin = async (shell) => {
  await shell.write(`${shell.cwd}\n`);
  return 0;
};

const folders = new WeakMap<Shell, string[]>();
const stackOf = (shell: Shell): string[] => {
  const stack = folders.get(shell) ?? [];
  folders.set(shell, stack);
  return stack;
};
const dirs: Builtin = async (shell, args) => {
  if (args.includes("-c")) stackOf(shell).length = 0;
  else await shell.write(`${[shell.cwd, ...stackOf(shell)].join(args.includes("-p") ? "\n" : " ")}\n`);
  return 0;
};
const pushd: Builtin = async (shell, args) => {
  const stack = stackOf(shell);
  const [path] = args;
  if (path === undefined) {
    const top = stack.shift();
    if (top === undefined) {
      await shell.complain("pushd: no other directory");
      return 1;
    }
    stack.unshift(shell.cwd);
    if (!await changeFolder(shell, "pushd", top)) return 1;
  } else {
    const before = shell.cwd;
    if (!await changeFolder(shell, "pushd", path)) return 1;
    stack.unshift(before);
  }
  return dirs(shell, []);
};
const popd: Builtin = async (shell) => {
  const top = stackOf(shell).shift();
  if (top === undefined) {
    await shell.complain("popd: directory stack empty");
    return 1;
  }
  if (!await changeFolder(shell, "popd", top)) return 1;
  return dirs(shell, []);
};

/** Where `getopts` is inside a group of letters. */
const optionPlaces = new WeakMap<Shell, { index: number; letter: number }>();
const getopts: Builtin = async (shell, args) => {
  const [spec = "", name = "", ...given] = args;
  const list = given.length > 0 ? given : shell.parameters;
  const index = Number(shell.get("OPTIND") ?? 1) || 1;
  const kept = optionPlaces.get(shell);
  const place = kept !== undefined && kept.index === index ? kept : { index, letter: 1 };
  const silent = spec.startsWith(":");
  const word = list[index - 1];
  const end = (): number => {
    shell.set(name, "?");
    shell.variables.unset("OPTARG");
    return 1;
  };
  if (word === undefined || !word.startsWith("-") || word === "-") return end();
  if (word === "--") {
    shell.set("OPTIND", String(index + 1));
    return end();
  }
  const letter = word.charAt(place.letter);
  const at = letter === ":" ? -1 : spec.indexOf(letter, silent ? 1 : 0);
  const lastLetter = place.letter >= word.length - 1;
  const advance = (words: number): void => {
    shell.set("OPTIND", String(index + words));
    optionPlaces.set(shell, { index: index + words, letter: words === 0 ? place.letter + 1 : 1 });
  };
  if (at < 0) {
    advance(lastLetter ? 1 : 0);
    shell.set(name, "?");
    if (silent) shell.set("OPTARG", letter);
    else {
      shell.variables.unset("OPTARG");
      if (shell.get("OPTERR") !== "0") await shell.write(`${shell.name}: illegal option -- ${letter}\n`, 2);
    }
    return 0;
  }
  if (spec.charAt(at + 1) !== ":") {
    advance(lastLetter ? 1 : 0);
    shell.set(name, letter);
    shell.variables.unset("OPTARG");
    return 0;
  }
  const value = lastLetter ? list[index] : word.slice(place.letter + 1);
  if (value === undefined) {
    advance(1);
    shell.set(name, silent ? ":" : "?");
    if (silent) shell.set("OPTARG", letter);
    else {
      shell.variables.unset("OPTARG");
      if (shell.get("OPTERR") !== "0") await shell.write(`${shell.name}: option requires an argument -- ${letter}\n`, 2);
    }
    return 0;
  }
  advance(lastLetter ? 2 : 1);
  shell.set(name, letter);
  shell.set("OPTARG", value);
  return 0;
};

const KEYWORDS = new Set(["if", "then", "else", "elif", "fi", "case", "esac", "for", "select", "while", "until", "do", "done", "in", "function", "time", "{", "}", "!", "[[", "]]"]);
async function describe(shell: Shell, name: string, how: "word" | "path" | "text" | "command"): Promise<boolean> {
  const say = async (word: string, path: string, text: string, command: string): Promise<boolean> => {
    const shown = { word, path, text, command }[how];
    if (shown !== "") await shell.write(`${shown}\n`);
    return true;
  };
  if (KEYWORDS.has(name)) return say("keyword", "", `${name} is a shell keyword`, name);
  const found = shell.functions.get(name);
  if (found !== undefined) return say("function", "", `${name} is a function\n${found.source}`, name);
  if (shell.system.builtins.has(name)) return say("builtin", "", `${name} is a shell builtin`, name);
  const program = findProgram(shell, name);
  return program === null ? false : say("file", program.path, `${name} is ${program.path}`, program.path);
}

const type: Builtin = async (shell, args) => {
  const { flags, rest } = parseOptions(args, "tpPaf", "");
  let status = 0;
  for (const name of rest) {
    if (await describe(shell, name, flags.has("t") ? "word" : flags.has("p") || flags.has("P") ? "path" : "text")) continue;
    status = 1;
    if (!flags.has("t") && !flags.has("p") && !flags.has("P")) await shell.complain(`type: ${name}: not found`);
  }
  return status;
};

const command: Builtin = async (shell, args) => {
  let rest = args;
  let how: "run" | "command" | "text" = "run";
  while (/^-[pvV]+$/.test(rest[0] ?? "") || rest[0] === "--") {
    const [first, ...more] = rest as [string, ...string[]];
    rest = more;
    if (first === "--") break;
    if (first.includes("v")) how = "command";
    if (first.includes("V")) how = "text";
  }
  const [name, ...values] = rest;
  if (name === undefined) return 0;
  if (how === "run") return runWords(shell, name, values, "no functions");
  let status = 0;
  for (const one of rest) {
    if (await describe(shell, one, how)) continue;
    status = 1;
    if (how === "text") await shell.complain(`command: ${one}: not found`);
  }
  return status;
};

const builtin: Builtin = async (shell, args) => {
  const [name, ...values] = args;
  return name === undefined ? 0 : runWords(shell, name, values, "builtins");
};

const umask: Builtin = async (shell, args) => {
  if (args.length === 0) await shell.write("0022\n");
  return 0;
};

const absent = (name: string): Builtin => async (shell) => {
  await shell.complain(`${name}: not available in this shell`);
  return 1;
};

export const state: readonly (readonly [string, Builtin])[] = [
  ["set", set], ["shopt", shopt], ["unset", unset], ["let", letBuiltin], ["cd", cd], ["pwd", pwd], ["pushd", pushd], ["popd", popd], ["dirs", dirs], ["getopts", getopts], ["type", type], ["command", command], ["builtin", builtin],
  ["umask", umask], ["hash", () => 0], ["alias", () => 0], ["unalias", () => 0], ["ulimit", () => 0], ["fg", absent("fg")], ["bg", absent("bg")], ["compgen", absent("compgen")], ["complete", () => 0], ["bind", absent("bind")], ["enable", absent("enable")], ["history", () => 0], ["suspend", absent("suspend")],
  ...(["declare", "typeset", "local", "export", "readonly"] as const).map((name): readonly [string, Builtin] => [name, (shell, args) => runDeclare(shell, name, args)]),
];
