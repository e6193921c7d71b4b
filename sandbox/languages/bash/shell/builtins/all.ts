/** All builtins by name. */
import { ArithmeticError } from "../arithmetic.ts";
import type { Builtin } from "../shell.ts";
import { BadSubscript, ReadonlyError } from "../variables.ts";
import { flow } from "./flow.ts";
import { inputOutput } from "./input-output.ts";
import { UsageError } from "./options.ts";
import { state } from "./state.ts";

/** What goes wrong in any of them is said in the same way. */
function guard(name: string, builtin: Builtin): Builtin {
  return async (shell, args) => {
    try {
      return await builtin(shell, args);
    } catch (error) {
      if (error instanceof UsageError) {
        await shell.complain(`${name}: ${error.message}`);
        return 2;
      }
      if (!(error instanceof ReadonlyError) && !(error instanceof ArithmeticError) && !(error instanceof BadSubscript)) throw error;
      await shell.complain(`${name}: ${error.message}`);
      return 1;
    }
  };
}

export const builtins: ReadonlyMap<string, Builtin> = new Map([...flow, ...inputOutput, ...state].map(([name, builtin]) => [name, guard(name, builtin)]));
