import type { Counts } from "./run-runners.mjs";

export interface CommandContext {
  root: string;
  env: NodeJS.ProcessEnv;
}
export function runCommand(context: CommandContext, name: string, program: string, programArguments: readonly string[]): Promise<Counts>;
export function run(context: CommandContext, program: string, programArguments: readonly string[], options?: { showAs?: string }): Promise<{ code: number; output: string }>;
