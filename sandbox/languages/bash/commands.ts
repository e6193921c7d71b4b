/** Programs that just-bash does not have, for both shells, and honest words about what it can't do. */
import { defineCommand } from "just-bash/browser";

let made = 0;
export const extraCommands = [
  defineCommand("mktemp", async (args, context) => {
    const folder = args.includes("-d");
    const template = args.find((arg) => !arg.startsWith("-")) ?? "/tmp/tmp.XXXXXXXXXX";
    made += 1;
    const path = template.replace(/X{3,}$/, (run) => made.toString(36).padStart(run.length, "a"));
    const whole = path.startsWith("/") ? path : `${context.cwd}/${path}`;
    if (folder) await context.fs.mkdir(whole, { recursive: true });
    else await context.fs.writeFile(whole, "");
    return { stdout: `${path}\n`, stderr: "", exitCode: 0 };
  }),
  defineCommand("trap", async () => ({ stdout: "", stderr: "trap: this simulated shell can't run traps\n", exitCode: 1 })),
];
export const LIMITS = { maxCommandCount: 100_000, maxLoopIterations: 200_000, maxCallDepth: 400, maxOutputSize: 1_000_000, maxExecutionTimeMs: 3_600_000 };
