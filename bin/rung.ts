#!/usr/bin/env -S node --no-node-snapshot
/** The command line: each command is in `commands/`. */
import { Command, CommanderError } from "commander";
import { formatPrintableLines } from "./printable.ts";
import { Unusable } from "./unusable.ts";

const program = new Command("rung").description("A self-paced learning management system with coding labs.").exitOverride();

type AddCommands = (program: Command) => void;
const backup = async (): Promise<AddCommands> => (await import("./commands/backup.ts")).addBackupCommands;
/** Which module has a command. Loading all of them takes several times as long as most commands do. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommands>> = new Map([
  ["serve", async () => (await import("./commands/serve.ts")).addServeCommand],
  ["check", async () => (await import("./commands/check.ts")).addCheckCommand],
  ["coverage", async () => (await import("./commands/coverage.ts")).addCoverageCommand],
  ["grade", async () => (await import("./commands/grade.ts")).addGradeCommand],
  ["import", async () => (await import("./commands/import.ts")).addImportCommands],
  ["manual", async () => (await import("./commands/manual.ts")).addManualCommand],
  ["user", async () => (await import("./commands/user.ts")).addUserCommand],
  ["config", async () => (await import("./commands/config.ts")).addConfigCommand],
  ["doctor", async () => (await import("./commands/doctor.ts")).addDoctorCommand],
  ["backup", backup],
  ["db", backup],
]);

const wanted = COMMANDS.get(process.argv[2] ?? "");
// Whoever asks for help, or for what there is not, is told of all.
for (const load of wanted ? [wanted] : new Set(COMMANDS.values())) (await load())(program);

// A reader that has seen enough (`rung check | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong; help that was asked for is no mistake.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof Unusable) {
    process.stderr.write(`${formatPrintableLines(error.message, "")}\n`);
    process.exitCode = 2;
  } else {
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`rung met a fault of its own: ${formatPrintableLines(cause, "")}\n`);
    if (process.env.RUNG_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
    process.exitCode = 2;
  }
}
