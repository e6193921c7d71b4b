/** The learner's shell: runs their scripts on request. Nothing here is trusted with a verdict; what it gives is output, a status and files. */
import "./realm-globals.ts";
import { Bash } from "just-bash/browser";
import { applyFiles, listFiles } from "./file-system.ts";
import { extraCommands, LIMITS } from "./commands.ts";
import type { ShellAnswer, ShellRequest } from "./wire.ts";

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const MARK = "\u0001rung\u0001";

/** `start` begins a request; `take` gives its answer as text once it is there, else undefined. */
export function boot(): { start(text: string): void; take(): string | undefined } {
  let answer: string | undefined;
  return {
    start(text) {
      answer = undefined;
      run(JSON.parse(text) as ShellRequest).then((result) => {
        answer = JSON.stringify(result);
      }, (error: unknown) => {
        answer = JSON.stringify({ stdout: "", stderr: `bash: ${String(error)}\n`, exitCode: 2, functions: [], variables: {}, files: [] } satisfies ShellAnswer);
      });
    },
    take: () => answer,
  };
}

async function run(request: ShellRequest): Promise<ShellAnswer> {
  const bash = new Bash({ cwd: "/work", customCommands: extraCommands, executionLimits: LIMITS, sleep: async () => {} });
  await applyFiles(bash.fs, request.files, () => false);
  const load = request.sourced.map((path) => `source ${quote(path)}`).join("\n");
  const args = request.args.map(quote).join(" ");
  const script = request.kind === "program" ? `bash ${quote(request.name)} ${args}`
    : request.kind === "function" ? `${load}\n${quote(request.name)} ${args}`
      : `${load}\nsource ${quote(request.name)} ${args}\nrung_status=$?\necho "${MARK}"\ndeclare -F\necho "${MARK}"\nset\n(exit $rung_status)`;
  const result = await bash.exec(script, { env: request.env, cwd: request.cwd, stdin: request.stdin });
  const parts = result.stdout.split(`${MARK}\n`);
  const functions = (parts[1] ?? "").split("\n").map((line) => line.replace(/^declare -f+x? /, "").trim()).filter((name) => /^[A-Za-z_][\w-]*$/.test(name));
  return {
    stdout: parts[0] ?? "", stderr: result.stderr, exitCode: result.exitCode, functions: request.kind === "source" ? functions : [],
    variables: request.kind === "source" ? result.env ?? {} : {}, files: await listFiles(bash.fs),
  };
}
