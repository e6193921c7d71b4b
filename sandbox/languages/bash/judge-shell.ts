/** The judge's shell: runs bats tests. The learner's scripts are stand-ins here that ask the learner's shell. */
import "./realm-globals.ts";
import { Bash, defineCommand, getCommandNames } from "just-bash/browser";
import { applyFiles, listFiles } from "./file-system.ts";
import { extraCommands, LIMITS } from "./commands.ts";
import { parseBats, pickWords } from "./bats.ts";
import VOCABULARY from "./guest/vocabulary.bash";
import type { FileState, ShellAnswer, ShellRequest } from "./wire.ts";

interface Given {
  files: Record<string, string>;
  tests: { path: string; text: string; group: string }[];
}
interface Note {
  message: string;
  expected: string | null;
  actual: string | null;
}

const LONGEST = 4_000;
const isScript = (path: string, text: string): boolean => path.endsWith(".sh") || path.endsWith(".bash") || /^#!.*\b(ba|z|k|da)?sh\b/.test(text);
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}… (cut)` : text);
/** What a sourced file may not set in the judge's shell. */
const RESERVED = /^(rung_|BATS|BASH|IFS$|PATH$|status$|output$|lines$|stderr|PWD$|OLDPWD$|HOME$|SHELLOPTS$|PS\d|OPTIND$|OPTARG$|UID$|EUID$|PPID$|_$|FUNCNAME|PIPESTATUS|LINENO$|RANDOM$|SECONDS$)/;
/** Functions that are the test's own words; a learner's function of such a name stays on the learner's side. */
const WORDS = new Set([...VOCABULARY.matchAll(/^([a-z]\w*)\(\)/gm)].map((found) => found[1] as string).concat("setup", "teardown", "setup_file", "teardown_file", "source", "eval", "exit", "return", "local",
  // A test's own `cat`, `diff` or `test` must not be the learner's.
  ...getCommandNames(), ..."test set unset shift read printf echo declare typeset export readonly true false cd pwd exec command builtin let trap type hash mapfile readarray break continue wait jobs kill umask getopts shopt mktemp dirs pushd popd compgen complete enable help history alias unalias time".split(" ")));

/** `send` takes reports. `step` gives a request for the learner's shell, `done`, or undefined while waiting; `deliver` its answer. */
export function boot(send: (text: string) => void, now: () => number): { start(text: string): void; step(): string | undefined; deliver(text: string): void } {
  let request: string | undefined;
  let resume: ((answer: ShellAnswer) => void) | null = null;
  const ask = (body: ShellRequest): Promise<ShellAnswer> => new Promise((resolve) => {
    resume = resolve;
    request = JSON.stringify(body);
  });
  return {
    start(text) {
      grade(JSON.parse(text) as Given, ask, (type, body) => send(JSON.stringify({ type, ...body })), now).then(() => {
        request = "done";
      }, (error: unknown) => {
        request = `stop:${String(error)}`;
      });
    },
    step() {
      const next = request;
      request = undefined;
      return next;
    },
    deliver(text) {
      const then = resume;
      resume = null;
      then?.(readAnswer(text));
    },
  };
}

async function grade(given: Given, ask: (body: ShellRequest) => Promise<ShellAnswer>, report: (type: string, body: object) => void, now: () => number): Promise<void> {
  const suites = given.tests.filter(({ path }) => path.endsWith(".bats")).map((file) => ({ ...file, ...parseBats(file.text) }));
  const plan = suites.flatMap((suite) => suite.tests.map((test) => ({ ...test, suite })));
  report("loaded", { output: "" });
  report("declare", { tests: plan.map(({ name, suite }) => ({ name: name.slice(0, 500), group: suite.group })) });
  for (const [index, { call, suite }] of plan.entries()) {
    report("start", { index });
    const started = now();
    const ending = await runTest(given, suite.script, call, ask);
    report("end", { index, ...ending, location: null, unfinished: false, durationMs: now() - started });
  }
  report("finish", { output: "" });
}

async function runTest(given: Given, script: string, call: string, ask: (body: ShellRequest) => Promise<ShellAnswer>): Promise<object> {
  const programs = new Map(Object.entries(given.files).filter(([path, text]) => isScript(path, text)).map(([path, text]) => [`/work/${path}`, text]));
  const modes = new Map([...programs.keys()].map((path) => [path, 0o755]));
  const sourced: string[] = [];
  let note: Note | null = null;
  let skipped: string | null = null;
  let last: { output: string; status: string } | null = null;

  const remote = async (kind: ShellRequest["kind"], name: string, args: string[], context: { stdin: unknown; cwd: string; env: Map<string, string>; fs: Bash["fs"] }): Promise<ShellAnswer> => {
    const files: FileState[] = (await listFiles(context.fs)).map((file) => (programs.has(file.path) ? { ...file, text: programs.get(file.path) as string, mode: modes.get(file.path) as number } : file));
    const env = Object.fromEntries([...context.env].filter(([key]) => /^[A-Za-z_]\w*$/.test(key) && !RESERVED.test(key)));
    const answer = await ask({ kind, name, args, stdin: String(context.stdin ?? ""), cwd: context.cwd, env, sourced: [...sourced], files });
    await applyFiles(context.fs, answer.files, (path) => programs.has(path));
    return answer;
  };
  const commands = [
    ...extraCommands,
    defineCommand("rung_program", async ([name = "", ...args], context) => {
      const { stdout, stderr, exitCode } = await remote("program", name, args, context as never);
      return { stdout, stderr, exitCode };
    }),
    defineCommand("rung_function", async ([name = "", ...args], context) => {
      const { stdout, stderr, exitCode } = await remote("function", name, args, context as never);
      return { stdout, stderr, exitCode };
    }),
    defineCommand("rung_source", async ([name = "", ...args], context) => {
      const path = name.startsWith("/") ? name : `${context.cwd}/${name.replace(/^\.\//, "")}`;
      const text = programs.get(path);
      if (text === undefined) {
        const own = await context.fs.exists(path) ? await context.fs.readFile(path) : null;
        return own === null ? { stdout: `echo ${quote(`bash: ${name}: No such file or directory`)} >&2`, stderr: "", exitCode: 1 } : { stdout: own, stderr: "", exitCode: 0 };
      }
      const answer = await remote("source", path, args, context as never);
      sourced.push(path);
      const lines = answer.functions.filter((fn) => !WORDS.has(fn) && !fn.startsWith("rung_")).map((fn) => `${fn}() { rung_function ${fn} "$@"; }`);
      for (const [key, value] of Object.entries(answer.variables)) if (/^[A-Za-z_]\w*$/.test(key) && !RESERVED.test(key) && !key.startsWith("BASH_")) lines.push(`${key}=${quote(value)}`);
      return { stdout: `printf %s ${quote(answer.stdout)}\n${lines.join("\n")}\n`, stderr: answer.stderr, exitCode: answer.exitCode };
    }),
    defineCommand("rung_fail", async ([message = "", expected = "", actual = ""]) => {
      note ??= { message, expected: cut(expected), actual: cut(actual) };
      return { stdout: "", stderr: "", exitCode: 0 };
    }),
    defineCommand("rung_skip", async ([message = ""]) => {
      skipped = message;
      return { stdout: "", stderr: "", exitCode: 0 };
    }),
    defineCommand("rung_ran", async ([output = "", status = ""]) => {
      last = { output, status };
      return { stdout: "", stderr: "", exitCode: 0 };
    }),
  ];
  const bash = new Bash({ cwd: "/work", customCommands: commands, executionLimits: LIMITS, sleep: async () => {} });
  for (const { path, text } of given.tests) if (!path.endsWith(".bats")) await write(bash, `/work/${path.replace(/^tests\//, "")}`, text, 0o644);
  for (const [path, text] of Object.entries(given.files)) await write(bash, `/work/${path}`, text, 0o644);
  for (const path of programs.keys()) await write(bash, path, `rung_program ${quote(path)} "$@"\n`, 0o755);
  await bash.fs.mkdir("/tmp", { recursive: true });
  const result = await bash.exec(`${pickWords(VOCABULARY, script)}\n${script}\n( set -e; setup_file; setup; ${call}; rung_ran_to_end=1 )\nrung_code=$?\nteardown >/dev/null 2>&1\nteardown_file >/dev/null 2>&1\nexit $rung_code`);
  const output = result.stdout.slice(0, 20_000);
  const base = { status: "passed", message: null, expected: null, actual: null, output };
  if (skipped !== null) return { ...base, status: "skipped" };
  if (result.exitCode === 0 && note === null) return base;
  const why = note as Note | null;
  const ran = last as { output: string; status: string } | null;
  return { ...base, status: "failed", message: why?.message || `A command of the test failed.${ran === null ? "" : ` The last run ended with status ${ran.status}.`}${result.stderr === "" ? "" : `\n${result.stderr.slice(0, 500)}`}`,
    expected: why === null || why.expected === "" ? null : why.expected, actual: why === null ? (ran === null ? null : cut(ran.output)) : why.actual };
}

async function write(bash: Bash, path: string, text: string, mode: number): Promise<void> {
  await bash.fs.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await bash.fs.writeFile(path, text);
  await bash.fs.chmod(path, mode);
}

/** What the learner's isolate says is read field by field. */
function readAnswer(text: string): ShellAnswer {
  const data = JSON.parse(text) as Record<string, unknown>;
  const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === "string") : []);
  const code = Number(data["exitCode"]);
  const files = Array.isArray(data["files"]) ? data["files"] as Record<string, unknown>[] : [];
  return {
    stdout: String(data["stdout"]), stderr: String(data["stderr"]), exitCode: Number.isInteger(code) && code >= 0 && code < 256 ? code : 1, functions: words(data["functions"]).filter((name) => /^[A-Za-z_][\w-]*$/.test(name)),
    variables: Object.fromEntries(Object.entries((data["variables"] ?? {}) as object).map(([key, value]) => [key, String(value)])),
    files: files.map((file) => ({ path: String(file["path"]), text: String(file["text"]), mode: Number(file["mode"]) & 0o777 })).filter(({ path }) => /^\/(work|tmp)\//.test(path) && !path.split("/").includes("..")),
  };
}
