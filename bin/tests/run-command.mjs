import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Runs a program that is one test: it passes when the program ends with 0. What it said is shown when it fails.
 *
 * @param {{ root: string, env: object }} context
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runCommand(context, name, program, programArguments) {
  const { code, output } = await run(context, program, programArguments);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(`${name} failed:\n${output}`);
  return { passed: 0, failed: 1 };
}

/**
 * Runs a program to its end. `showAs`: each line that it says goes to the terminal at once, after this name, and is
 * not kept.
 */
export function run({ root, env }, program, programArguments, { showAs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (showAs) createInterface({ input: stream }).on("line", (line) => console.log(`${showAs} │ ${line}`));
      else stream.on("data", (chunk) => said.push(chunk));
    }
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code === null ? 1 : code, output: Buffer.concat(said).toString("utf8") }));
  });
}
