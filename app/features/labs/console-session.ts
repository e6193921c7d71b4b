/**
 * A session at the console of a bash lab. Nothing of it lives on the server: each command is a run of its own, in which
 * the learner's files are laid out, the earlier commands are played again without a word, and the new one speaks. Pure.
 */
import { z } from "zod";
import type { TestFile } from "../../../sandbox/contract.ts";
import { LONGEST_COMMAND, LONGEST_SESSION, MOST_COMMANDS } from "./console-limits.ts";

/** What the page sends. `files` are checked by the act, which knows the lab. */
export const consoleRequest = z.object({
  files: z.unknown(),
  /** Commands that were given before, the oldest first. */
  earlier: z.array(z.string().max(LONGEST_COMMAND)).max(MOST_COMMANDS).refine((commands) => commands.join("").length <= LONGEST_SESSION),
  command: z.string().min(1).max(LONGEST_COMMAND),
  /** The same for the whole session, so that `$RANDOM` draws alike when it is played again. */
  seed: z.string().min(1).max(64),
});
export type ConsoleRequest = z.infer<typeof consoleRequest>;

interface Session {
  /** The workspace: path to text. */
  files: Readonly<Record<string, string>>;
  /** Visible files of the tests. */
  tests: readonly TestFile[];
  earlier: readonly string[];
  command: string;
  /** Ends what the command printed; nobody knows it before. */
  mark: string;
}

const SCRIPT = ".rung-console";
const COMPLAINT = /^\.rung-console: line \d+: /gm;
const TEST = "rung-console.bats";

/**
 * The run of one command. Shell scripts are written by the session itself: the sandbox refuses a run whose scripts can't
 * be read, and the console is where one looks why.
 */
export function buildConsoleRun({ files, tests, earlier, command, mark }: Session): { files: Record<string, string>; tests: TestFile[] } {
  const scripts = Object.entries(files).filter(([path, text]) => isScript(path, text));
  const others = Object.entries(files).filter(([path, text]) => !isScript(path, text));
  const lines = [
    `rm -f ${SCRIPT}`,
    ...scripts.flatMap(([path, text]) => [...(path.includes("/") ? [`mkdir -p ${quote(path.slice(0, path.lastIndexOf("/")))}`] : []), `printf %s ${quote(text)} > ${quote(path)}`, `chmod +x ${quote(path)}`]),
    // A command may end the shell; what is to be known of it is said all the same.
    `trap 'printf "\\n%s %s ended %s\\n" ${mark} "$?" "$PWD"' EXIT`,
    ...earlier.map((one) => `eval ${quote(one)} > /dev/null 2>&1`),
    `eval ${quote(command)}`,
    `__status=$?; trap - EXIT; printf '\\n%s %s alive %s\\n' ${mark} "$__status" "$PWD"`,
  ];
  const data = tests.filter(({ path, text }) => !path.endsWith(".bats") && !isScript(path, text));
  const test = `@test "console" {\n  run bash ${SCRIPT}\n}\n`;
  return {
    files: { ...Object.fromEntries(others), [SCRIPT]: `${lines.join("\n")}\n` },
    tests: [{ path: TEST, text: test, group: "visible" }, ...data],
  };
}

export interface ConsoleSaid {
  output: string;
  /** Of the command, as `$?` has it. */
  status: number;
  /** The folder the shell is in now. */
  folder: string;
  /** It ended its shell, by `exit` say: the next command begins a new session. */
  hasEnded: boolean;
}

/** What the new command printed; null when the session did not come to its end. */
export function readConsoleOutput(printed: string, mark: string): ConsoleSaid | null {
  const at = printed.lastIndexOf(`\n${mark} `);
  const found = at < 0 ? null : /^(\d+) (alive|ended) (.*)/.exec(printed.slice(at + mark.length + 2));
  if (!found) return null;
  // The shell names the file and the line that it reads; here that is what was just typed.
  const output = printed.slice(0, at).replace(COMPLAINT, "bash: ");
  return { output, status: Number(found[1]), hasEnded: found[2] === "ended", folder: found[3] ?? "" };
}

function isScript(path: string, text: string): boolean {
  return /\.(?:sh|bash)$/.test(path) || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
