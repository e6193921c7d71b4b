/** `trap`: what is run when a shell ends or a command fails. */
import { parseScript } from "./parser.ts";
import type { Shell } from "./shell.ts";

/** Runs a trap's commands in the shell that has it. `$?` is that of before in their first command. */
export async function runTrap(shell: Shell, action: string): Promise<void> {
  const before = shell.inTrap;
  const { line, ignoring } = shell;
  shell.inTrap = true;
  try {
    await shell.system.interpreter.runScript(shell, parseScript(action, line));
  } finally {
    shell.inTrap = before;
    shell.line = line;
    shell.ignoring = ignoring;
  }
}
