/**
 * Small faults in a shell script, one at a time: what tests should notice. Pure. The programs of awk and sed inside a script are quoted text to the
 * shell's own grammar, so tokens are what is changed, in quotes too.
 */
import { MUTANTS_PER_FILE, type Mutant } from "./build-mutants.ts";
import { describeChange, drawEvenly, lineAt } from "./mutant-parts.ts";

/** Comments are passed over, as is what is said on the error output, also by the usual `die "…"`. */
const TOKEN = /(?<=^|\s)#[^\n]*|\bdie "[^"\n]*"|(?<test>(?<=\s)-(?:eq|ne|lt|le|gt|ge|z|n)(?=\s))|(?<option>(?<=\s)--?[A-Za-z][\w-]*(?:=\S*)?)|(?<sign>\|\||&&|==|!=|<=|>=|\+\+|--|\+=|-=|=~|(?<=\s)(?:<|>|\+|-|\*|\/|%)(?=\s))|(?<number>(?<![\w.$}[-])\d+(?:\.\d+)?(?![\w.]))|(?<word>[A-Za-z_]\w*)|./gsu;

const TESTS: Readonly<Record<string, readonly string[]>> = {
  "-eq": ["-ne"], "-ne": ["-eq"], "-lt": ["-le", "-ge"], "-le": ["-lt", "-gt"], "-gt": ["-ge", "-le"], "-ge": ["-gt", "-lt"], "-z": ["-n"], "-n": ["-z"],
};
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "||": ["&&"], "&&": ["||"], "==": ["!="], "!=": ["=="], "<=": ["<", ">"], ">=": [">", "<"], "++": ["--"], "--": ["++"], "+=": ["-="], "-=": ["+="],
  "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"],
};
const WORDS: Readonly<Record<string, string>> = { true: "false", false: "true", break: "continue", continue: "break", head: "tail", tail: "head" };
/** A fault in these is for people, or no fault of the program. */
const MESSAGE = />&2|^\s*set\s/;

/** None for a file that is no shell script. */
export function buildShellMutants(path: string, text: string, most = MUTANTS_PER_FILE): Mutant[] {
  if (!/\.(?:sh|bash)$/.test(path)) return [];
  const mutants: Mutant[] = [];
  const lines = text.split("\n");
  for (const found of text.matchAll(TOKEN)) {
    const { test, option, sign, number, word } = found.groups ?? {};
    const line = lineAt(text, found.index);
    if (MESSAGE.test(lines[line - 1] ?? "")) continue;
    const become = (other: string): void => void mutants.push({ path, line, change: describeChange(found[0], other), text: text.slice(0, found.index) + other + text.slice(found.index + found[0].length) });
    for (const other of TESTS[test ?? ""] ?? []) become(other);
    // An arrow between words of the shell is a redirection; between those of awk it compares. Left to the others.
    for (const other of SIGNS[sign ?? ""] ?? []) become(other);
    if (number !== undefined) become(String(Number(number) + 1));
    if (word !== undefined && Object.hasOwn(WORDS, word)) become(WORDS[word] as string);
    if (option !== undefined && /^-[A-Za-z]{1,4}$/.test(option) && !/^-[ec]$/.test(option)) become("");
  }
  return drawEvenly(mutants, most);
}
