/** Programs that must not wait for the end of their input: `cat`, `head`, `yes`, `tee`. */
import { FileError } from "../files.ts";
import { utility } from "../programs.ts";
import { openForReading } from "../redirect.ts";
import type { Program, Shell } from "../shell.ts";
import { FileOutput } from "../streams.ts";
import type { Input } from "../streams.ts";

async function open(shell: Shell, program: string, path: string): Promise<Input | null> {
  if (path === "-") return shell.input;
  const { files } = shell.system;
  const absolute = files.normalize(shell.cwd, path);
  const node = files.find(absolute);
  if (node?.type === "folder") await shell.write(`${program}: ${path}: Is a directory\n`, 2);
  else if (node !== undefined || absolute.startsWith("/dev/")) return openForReading(shell, path);
  else await shell.write(`${program}: ${path}: No such file or directory\n`, 2);
  return null;
}

const wholeCat = utility("cat");
const cat: Program = async (shell, args) => {
  if (args.some((arg) => arg.startsWith("-") && arg !== "-")) return wholeCat(shell, args);
  let status = 0;
  for (const path of args.length > 0 ? args : ["-"]) {
    const input = await open(shell, "cat", path);
    if (input === null) {
      if (path !== "-") status = 1;
      continue;
    }
    for (let some = await input.readSome(); some !== ""; some = await input.readSome()) await shell.writeBytes(some);
  }
  return status;
};

const wholeHead = utility("head");
const head: Program = async (shell, args) => {
  const found = /^(?:(?:-n|--lines=?)? ?(\d+)|-(\d+)|-c ?(\d+))? ?$/.exec(args.filter((arg) => arg !== "-").join(" "));
  // Only from standard input; the rest of `head` is a utility's.
  if (found === null || (args.length > 0 && !(args[0] as string).startsWith("-")) || shell.input === null) return wholeHead(shell, args);
  const { input } = shell;
  const bytes = found[3] === undefined ? null : Number(found[3]);
  if (bytes !== null) {
    const read = bytes === 0 ? null : await input.readUntil("", bytes);
    if (read !== null) await shell.writeBytes(read.bytes);
    return 0;
  }
  for (let left = Number(found[1] ?? found[2] ?? 10); left > 0; left -= 1) {
    const line = await input.readUntil("\n");
    if (line === null) break;
    await shell.writeBytes(line.ended ? `${line.bytes}\n` : line.bytes);
  }
  return 0;
};

const yes: Program = async (shell, args) => {
  const block = `${args.length > 0 ? args.join(" ") : "y"}\n`.repeat(256);
  for (;;) await (shell.write(block) ?? null);
};

const tee: Program = async (shell, args) => {
  const append = args.includes("-a") || args.includes("--append");
  const outputs: FileOutput[] = [];
  let status = 0;
  for (const path of args.filter((arg) => !arg.startsWith("-"))) {
    try {
      if (!path.startsWith("/dev/")) outputs.push(new FileOutput(shell.system.files, shell.system.files.normalize(shell.cwd, path), !append));
      else if (path === "/dev/stderr") outputs.push({ write: (bytes: string) => shell.writeBytes(bytes, 2) } as unknown as FileOutput);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await shell.write(`tee: ${path}: ${error.reason}\n`, 2);
      status = 1;
    }
  }
  if (shell.input === null) return status;
  for (let some = await shell.input.readSome(); some !== ""; some = await shell.input.readSome()) {
    for (const output of outputs) output.write(some);
    await shell.writeBytes(some);
  }
  return status;
};

export const streaming: readonly (readonly [string, Program])[] = [["cat", cat], ["head", head], ["yes", yes], ["tee", tee]];
