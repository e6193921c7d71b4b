/** Programs: where a name is looked for, and how a file is run. */
import { Exit } from "./control.ts";
import { decodeUtf8, encodeUtf8 } from "./escapes.ts";
import { viewFiles } from "./files-for-utilities.ts";
import { runUtility } from "./just-bash.ts";
import { parseScript, ShellSyntaxError } from "./parser.ts";
import type { Program, Shell } from "./shell.ts";
import { Collector, Input } from "./streams.ts";

const SYSTEM_FOLDERS = new Set(["/bin", "/usr/bin", "/usr/local/bin"]);
const MOST_BYTES = 32 * 1024 * 1024;

/** A program by its name, as `PATH` finds it: one of ours, or a file. */
export function findProgram(shell: Shell, name: string): { path: string; program: Program | null } | null {
  const { files, programs } = shell.system;
  for (const folder of (shell.get("PATH") ?? "").split(":")) {
    const path = files.normalize(shell.cwd, `${folder === "" ? "." : folder}/${name}`);
    const node = files.find(path);
    if (SYSTEM_FOLDERS.has(folder.replace(/\/+$/, "")) && folder !== "/usr/local/bin" && programs.has(name)) return { path: `/usr/bin/${name}`, program: programs.get(name) as Program };
    if (node?.type === "file" && (node.mode & 0o111) !== 0) return { path, program: null };
  }
  return null;
}

/** Runs what a path names. */
export async function runPath(shell: Shell, name: string, args: string[]): Promise<number> {
  const { files, programs } = shell.system;
  const path = files.normalize(shell.cwd, name);
  const slash = path.lastIndexOf("/");
  if (SYSTEM_FOLDERS.has(path.slice(0, slash)) && programs.has(path.slice(slash + 1))) return (programs.get(path.slice(slash + 1)) as Program)(shell, args);
  const node = files.find(path);
  if (node === undefined) {
    await shell.complain(`${name}: No such file or directory`);
    return 127;
  }
  if (node.type !== "file" || (node.mode & 0o111) === 0) {
    await shell.complain(`${name}: ${node.type === "folder" ? "Is a directory" : "Permission denied"}`);
    return 126;
  }
  const first = /^#![ \t]*(\S+)(?:[ \t]+([^\n]*?))?[ \t]*(?:\n|$)/.exec(node.bytes);
  if (first !== null) {
    const words = [first[1] as string, ...(first[2] ?? "").split(/[ \t]+/).filter((word) => word !== "")];
    if (/(?:^|\/)env$/.test(words[0] as string)) words.shift();
    while (words[0] === "-S" || /^\w+=/.test(words[0] ?? "")) words.shift();
    const program = (words[0] ?? "").replace(/^.*\//, "");
    if (!/^(?:ba|da|k|z)?sh$/.test(program)) {
      const interpreter = programs.get(program);
      if (interpreter === undefined) {
        await shell.complain(`${name}: ${program}: bad interpreter: not available in this shell`);
        return 126;
      }
      return interpreter(shell, [...words.slice(1), name, ...args]);
    }
    return runFile(shell, name, args, words.slice(1));
  }
  return runFile(shell, name, args, []);
}

/** Runs a script file in a shell process of its own. */
export async function runFile(shell: Shell, name: string, args: string[], options: readonly string[]): Promise<number> {
  const { files } = shell.system;
  const path = files.normalize(shell.cwd, name);
  const elsewhere = await shell.system.runElsewhere(shell, "run", path, [name, ...args]);
  if (elsewhere !== null) return elsewhere;
  return runText(shell, decodeUtf8(files.readBytes(path)), name, args, options, name);
}

/** Runs a script's text as `bash` would. `file` is "" for `-c` and standard input. */
export async function runText(shell: Shell, text: string, name: string, args: readonly string[], options: readonly string[], file: string): Promise<number> {
  const child = shell.spawn();
  child.name = name;
  child.file = file;
  child.parameters = [...args];
  if (options.length > 0) await (shell.system.builtins.get("set") as NonNullable<ReturnType<typeof shell.system.builtins.get>>)(child, [...options]);
  return shell.system.interpreter.runToEnd(child, async () => {
    try {
      return await shell.system.interpreter.runLines(child, parseScript(text));
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      shell.system.complain(file === "" ? name : file, error.line, error.message);
      await child.write(`${name}: line ${error.line}: ${error.message}\n`, 2);
      throw new Exit(2);
    }
  });
}

/** One of just-bash's utilities as a program. */
export function utility(name: string): Program {
  return async (shell, args) => {
    const reads = shell.input;
    // What a utility does not read stays for the next command; most read all.
    const stdin = reads === null || LEAVES_INPUT.has(name) ? "" : await reads.readAll();
    const files = viewFiles(shell.system.files, (number) => (number === 0 ? Promise.resolve(stdin) : shell.descriptors.get(number)?.input?.readAll()));
    const { stdout, stderr, exitCode, text } = await runUtility(name, {
      args, files, cwd: shell.cwd, environment: shell.variables.environment(), stdin,
      run: (commandLine, options) => runCollected(shell, commandLine, options),
    });
    if (stderr !== "") await shell.write(stderr, 2);
    if (stdout !== "") await shell.writeBytes(text ? encodeUtf8(stdout) : stdout);
    return exitCode;
  };
}
const LEAVES_INPUT = new Set(["ls", "mkdir", "rmdir", "touch", "rm", "cp", "mv", "ln", "chmod", "pwd", "readlink", "stat", "basename", "dirname", "tree", "du", "find", "seq", "expr", "date", "which", "hostname", "whoami", "env", "printenv", "true", "false", "clear", "help"]);

/** Runs a command line for a utility (`xargs`, `find -exec`); output is text, as just-bash has it. */
async function runCollected(shell: Shell, commandLine: string, options: { cwd?: string; env?: Record<string, string>; stdin?: string; args?: string[] }): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  const child = shell.fork();
  child.functions.clear();
  child.options.clear();
  const overflow = (): never => {
    throw new RangeError("Invalid string length");
  };
  const [out, problems] = [new Collector(MOST_BYTES, overflow), new Collector(MOST_BYTES, overflow)];
  child.descriptors.set(0, { input: new Input(options.stdin ?? ""), output: null });
  child.descriptors.set(1, { input: null, output: out });
  child.descriptors.set(2, { input: null, output: problems });
  if (options.cwd !== undefined) child.cwd = options.cwd;
  for (const [key, value] of Object.entries(options.env ?? {})) if (/^[A-Za-z_]\w*$/.test(key)) child.set(key, value);
  const extra = (options.args ?? []).map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(" ");
  const exitCode = await shell.system.interpreter.runToEnd(child, () => shell.system.interpreter.runLines(child, parseScript(extra === "" ? commandLine : `${commandLine} ${extra}`)));
  return { stdout: decodeUtf8(out.bytes), stderr: decodeUtf8(problems.bytes), exitCode };
}
