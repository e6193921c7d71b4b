/** The words of bats-assert and bats-file. Each gives a status; why it failed is noted for the report. */
import { compile, regexSource } from "../shell/patterns.ts";
import type { Builtin, Shell } from "../shell/shell.ts";
import { decodeUtf8 } from "../shell/escapes.ts";
import { runWords } from "../shell/simple-command.ts";
import { IndexedArray } from "../shell/variables.ts";

/** Why a test failed. */
export interface Note {
  message: string;
  expected: string | null;
  actual: string | null;
}
export type TakeNote = (note: Note) => void;

class WrongUse extends Error {}

const text = (shell: Shell, name: string): string => shell.get(name) ?? "";
const listOf = (shell: Shell, name: string): string[] => {
  const value = shell.variables.valueOf(name);
  return value instanceof IndexedArray ? value.list() : typeof value === "string" ? [value] : [];
};
/** As `[[ … ]]` of the test's shell compares: `shopt -s nocasematch` holds for it too. */
const ignoresCase = (shell: Shell): boolean => shell.shopt.has("nocasematch");
const same = (shell: Shell, a: string, b: string): boolean => a === b || (ignoresCase(shell) && a.toLowerCase() === b.toLowerCase());
function matches(shell: Shell, value: string, expression: string): boolean {
  try {
    return compile(regexSource(expression), ignoresCase(shell) ? "sui" : "su").test(value);
  } catch {
    throw new WrongUse(`"${expression}" is not a regular expression`);
  }
}

type How = "whole" | "part" | "regexp";
const HOW_SAYS: Readonly<Record<How, string>> = { whole: "", part: "contain ", regexp: "match " };
function fitsHow(shell: Shell, value: string, how: How, wanted: string): boolean {
  if (how === "regexp") return matches(shell, value, wanted);
  if (how === "whole") return same(shell, value, wanted);
  return value.includes(wanted) || (ignoresCase(shell) && value.toLowerCase().includes(wanted.toLowerCase()));
}

async function readHow(shell: Shell, args: readonly string[], stdin: boolean): Promise<{ how: How; wanted: string | null; index: number | null }> {
  let how: How = "whole";
  let index: number | null = null;
  let fromInput = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "-p" || arg === "--partial") how = "part";
    else if (arg === "-e" || arg === "--regexp") how = "regexp";
    else if (arg === "-n" || arg === "--index") {
      at += 1;
      if (!/^-?\d+$/.test(args[at] ?? "")) throw new WrongUse("--index wants a number");
      index = Number(args[at]);
    } else if (stdin && (arg === "-" || arg === "--stdin")) fromInput = true;
    else if (arg === "--") {
      at += 1;
      break;
    } else break;
  }
  if (fromInput) return { how, wanted: decodeUtf8(await shell.input?.readAll() ?? "").replace(/\n+$/, ""), index };
  return { how, wanted: at < args.length ? args[at] as string : null, index };
}

/** All words, which tell `take` why they fail. */
export function createAssertions(take: TakeNote): [string, Builtin][] {
  const no = (message: string, expected: string | null = null, actual: string | null = null): number => {
    take({ message, expected, actual });
    return 1;
  };
  const whatRan = (shell: Shell): string => (text(shell, "stderr") !== "" && text(shell, "output") === "" ? text(shell, "stderr") : text(shell, "output"));

  const output = (variable: string, words: string, wants: boolean): Builtin => async (shell, args) => {
    const value = text(shell, variable);
    const { how, wanted } = await readHow(shell, args, true);
    if (wanted === null) {
      if ((value !== "") === wants) return 0;
      return no(wants ? `There should be ${words}, but there is none.` : `There should be no ${words}, but there is.`, null, value);
    }
    if (fitsHow(shell, value, how, wanted) === wants) return 0;
    return no(wants ? `The ${words} ${how === "whole" ? "differs" : `does not ${HOW_SAYS[how].trim()} what it should`}.` : `The ${words} should not ${how === "whole" ? "be this" : `${HOW_SAYS[how]}this`}.`, wanted, value);
  };
  const line = (variable: string, words: string, wants: boolean): Builtin => async (shell, args) => {
    const lines = listOf(shell, variable);
    const { how, wanted: given, index } = await readHow(shell, args, false);
    const wanted = given ?? "";
    if (index !== null) {
      const found = lines[index < 0 ? lines.length + index : index];
      if (wants && found === undefined) return no(`The ${words} has no line ${index}.`, wanted, lines.join("\n"));
      if (fitsHow(shell, found ?? "", how, wanted) === wants) return 0;
      return no(wants ? `Line ${index} of the ${words} ${how === "whole" ? "differs" : `does not ${HOW_SAYS[how].trim()} what it should`}.` : `Line ${index} of the ${words} should not ${how === "whole" ? "be this" : `${HOW_SAYS[how]}this`}.`, wanted, found ?? "");
    }
    if (lines.some((one) => fitsHow(shell, one, how, wanted)) === wants) return 0;
    return no(wants ? `No line of the ${words} ${how === "whole" ? "is this" : how === "part" ? "contains this" : "matches this"}.` : `A line of the ${words} ${how === "whole" ? "is this" : how === "part" ? "contains this" : "matches this"}, but none should.`, wanted, lines.join("\n"));
  };
  const file = (message: string, holds: (shell: Shell, path: string, more: string) => boolean): Builtin => (shell, [path = "", more = ""]) => (holds(shell, shell.system.files.normalize(shell.cwd, path), more) ? 0 : no(message.replace("%", path)));
  const node = (shell: Shell, path: string) => shell.system.files.find(path);
  const isFile = (shell: Shell, path: string): boolean => node(shell, path)?.type === "file";
  const bytes = (shell: Shell, path: string): string => (isFile(shell, path) ? decodeUtf8(shell.system.files.readBytes(path)) : "");

  const words: [string, Builtin][] = [
    ["fail", async (shell, args) => no(args.length > 0 ? args.join(" ") : decodeUtf8(await shell.input?.readAll() ?? "").trim() || "The test says that it failed.")],
    ["assert", async (shell, [name = "", ...args]) => (await runWords(shell, name, args) === 0 ? 0 : no(`This does not hold: ${[name, ...args].join(" ")}`, null, whatRan(shell)))],
    ["refute", async (shell, [name = "", ...args]) => (await runWords(shell, name, args) !== 0 ? 0 : no(`This holds, but should not: ${[name, ...args].join(" ")}`, null, whatRan(shell)))],
    ["assert_equal", (shell, [actual = "", expected = ""]) => (same(shell, actual, expected) ? 0 : no("The values differ.", expected, actual))],
    ["assert_not_equal", (shell, [actual = "", unwanted = ""]) => (!same(shell, actual, unwanted) ? 0 : no("The values should differ, but both are this.", null, actual))],
    ["assert_success", async (shell, args) => {
      if (text(shell, "status") !== "0") return no(`The command failed with status ${text(shell, "status")}.`, "status 0", `status ${text(shell, "status")}${whatRan(shell) === "" ? "" : `\n${whatRan(shell)}`}`);
      return args.length > 0 ? output("output", "output", true)(shell, args) : 0;
    }],
    ["assert_failure", async (shell, [status, ...args]) => {
      if (text(shell, "status") === "0") return no("The command succeeded, but it should fail.", status === undefined ? "a status that is not 0" : `status ${status}`, `status 0${whatRan(shell) === "" ? "" : `\n${whatRan(shell)}`}`);
      if (status !== undefined && text(shell, "status") !== status) return no("The command failed with another status than it should.", `status ${status}`, `status ${text(shell, "status")}${whatRan(shell) === "" ? "" : `\n${whatRan(shell)}`}`);
      return args.length > 0 ? output("output", "output", true)(shell, args) : 0;
    }],
    ["assert_output", output("output", "output", true)], ["refute_output", output("output", "output", false)],
    ["assert_stderr", output("stderr", "error output", true)], ["refute_stderr", output("stderr", "error output", false)],
    ["assert_line", line("lines", "output", true)], ["refute_line", line("lines", "output", false)],
    ["assert_stderr_line", line("stderr_lines", "error output", true)], ["refute_stderr_line", line("stderr_lines", "error output", false)],
    ["assert_regex", (shell, [value = "", expression = ""]) => {
      const found = compile(regexSource(expression), ignoresCase(shell) ? "sui" : "su").exec(value);
      shell.variables.setValue("BASH_REMATCH", IndexedArray.of(found === null ? [] : [...found].map((group) => group ?? "")));
      return found !== null ? 0 : no("The value does not match.", expression, value);
    }],
    ["refute_regex", (shell, [value = "", expression = ""]) => (!matches(shell, value, expression) ? 0 : no("The value matches, but should not.", expression, value))],
    ...(["assert_exists", "assert_exist"] as const).map((name): [string, Builtin] => [name, file("% should be there.", (shell, path) => node(shell, path) !== undefined)]),
    ...(["assert_not_exists", "assert_not_exist"] as const).map((name): [string, Builtin] => [name, file("% should not be there.", (shell, path) => node(shell, path) === undefined)]),
    ...(["assert_file_exists", "assert_file_exist"] as const).map((name): [string, Builtin] => [name, file("The file % should be there.", isFile)]),
    ...(["assert_file_not_exists", "assert_file_not_exist"] as const).map((name): [string, Builtin] => [name, file("The file % should not be there.", (shell, path) => !isFile(shell, path))]),
    ...(["assert_dir_exists", "assert_dir_exist"] as const).map((name): [string, Builtin] => [name, file("The folder % should be there.", (shell, path) => shell.system.files.isFolder(path))]),
    ...(["assert_dir_not_exists", "assert_dir_not_exist"] as const).map((name): [string, Builtin] => [name, file("The folder % should not be there.", (shell, path) => !shell.system.files.isFolder(path))]),
    ["assert_file_executable", file("% should be executable.", (shell, path) => ((node(shell, path)?.mode ?? 0) & 0o111) !== 0)],
    ["assert_file_not_executable", file("% should not be executable.", (shell, path) => ((node(shell, path)?.mode ?? 0) & 0o111) === 0)],
    ["assert_file_empty", file("% should be empty.", (shell, path) => isFile(shell, path) && bytes(shell, path) === "")],
    ["assert_file_not_empty", file("% should not be empty.", (shell, path) => bytes(shell, path) !== "")],
    ["assert_file_contains", (shell, [path = "", expression = ""]) => {
      const content = bytes(shell, shell.system.files.normalize(shell.cwd, path));
      return content.split("\n").some((one) => matches(shell, one, expression)) ? 0 : no(`${path} does not contain what it should.`, expression, content);
    }],
    ["assert_file_not_contains", (shell, [path = "", expression = ""]) => {
      const content = bytes(shell, shell.system.files.normalize(shell.cwd, path));
      return !content.split("\n").some((one) => matches(shell, one, expression)) ? 0 : no(`${path} contains what it should not.`, expression, content);
    }],
  ];
  return words.map(([name, word]): [string, Builtin] => [name, async (shell, args) => {
    try {
      return await word(shell, args);
    } catch (error) {
      if (!(error instanceof WrongUse) && !(error instanceof SyntaxError)) throw error;
      return no(`${name}: ${error.message}`);
    }
  }]);
}
