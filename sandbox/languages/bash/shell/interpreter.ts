/**
 * A shell's grammar is recursive: commands hold words, words hold commands (`$(…)`), and traps, functions and programs run either.
 * Imports go one way, from commands to words; what is called the other way is reached through `shell.system.interpreter`.
 */
import type { CompoundCommand, Script, Word } from "./ast.ts";
import { runCompound, runLines, runScript, runToEnd } from "./execute.ts";
import { expandPattern, expandText } from "./expand.ts";
import type { Shell } from "./shell.ts";
import { runSubstitution, startProcess } from "./substitute.ts";

export interface Interpreter {
  runScript(shell: Shell, script: Script): Promise<number>;
  runLines(shell: Shell, script: Script): Promise<number>;
  runToEnd(shell: Shell, act: () => Promise<number>): Promise<number>;
  runCompound(shell: Shell, command: CompoundCommand): Promise<number>;
  runSubstitution(shell: Shell, body: Script): Promise<string>;
  startProcess(shell: Shell, body: Script, input: boolean): Promise<string>;
  expandText(shell: Shell, word: Word): Promise<string>;
  expandPattern(shell: Shell, word: Word): Promise<string>;
}

export const interpreter: Interpreter = { runScript, runLines, runToEnd, runCompound, runSubstitution, startProcess, expandText, expandPattern };
