/** The part of just-bash that is used: its utilities (sed, awk, sort …), not its interpreter. */
import { Bash, createCommandContext } from "just-bash/browser";
import type { CommandContext, ExecResult, IFileSystem } from "just-bash/browser";

export type { DirectoryEntry, FileContent, FsStat, IFileSystem } from "just-bash/browser";
export interface DirentEntry {
  name: string;
  isFile: boolean;
  isDirectory: boolean;
  isSymbolicLink: boolean;
}
export interface UtilityCall {
  args: string[];
  files: IFileSystem;
  cwd: string;
  environment: Readonly<Record<string, string>>;
  /** Bytes. */
  stdin: string;
  /** Runs a command line for `xargs`, `find -exec` and their like. */
  run(commandLine: string, options: { cwd?: string; env?: Record<string, string>; stdin?: string }): Promise<{ stdout: string; stderr: string; exitCode: number }>;
}
interface Utility {
  execute(args: string[], context: CommandContext): Promise<ExecResult & { stdoutKind?: "text" | "bytes"; stdoutEncoding?: string }>;
}

const LIMITS = {
  maxCommandCount: 100_000_000, maxLoopIterations: 100_000_000, maxAwkIterations: 100_000_000, maxSedIterations: 100_000_000, maxJqIterations: 100_000_000, maxCallDepth: 1_000,
  maxOutputSize: 32_000_000, maxStringLength: 32_000_000, maxExecutionTimeMs: 3_600_000, maxWorkUnits: 1_000_000_000,
};

const registry = (new Bash({ executionLimits: LIMITS, defenseInDepth: false, sleep: async () => {} }) as unknown as { commands: Map<string, Utility> }).commands;

export const utilityNames: readonly string[] = [...registry.keys()];

/** Runs one utility. `stdout` and `stderr` are bytes. */
export async function runUtility(name: string, call: UtilityCall): Promise<{ stdout: string; stderr: string; exitCode: number; text: boolean }> {
  const utility = registry.get(name) as Utility;
  const context = createCommandContext({
    fs: call.files, cwd: call.cwd, env: new Map(Object.entries(call.environment)), exportedEnv: { ...call.environment }, stdin: call.stdin as never, executionLimits: LIMITS,
    exec: (commandLine: string, options: object) => call.run(commandLine, options), getRegisteredCommands: () => [...utilityNames],
  } as never);
  const { stdout, stderr, exitCode, stdoutKind, stdoutEncoding } = await utility.execute(call.args, context as CommandContext);
  return { stdout, stderr, exitCode, text: stdoutKind !== "bytes" && stdoutEncoding !== "binary" };
}
