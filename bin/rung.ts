#!/usr/bin/env -S node --no-node-snapshot
/** The command line: each command is in `commands/`. */
import { Command, CommanderError } from "commander";
import { addBackupCommands } from "./commands/backup.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addConfigCommand } from "./commands/config.ts";
import { addCoverageCommand } from "./commands/coverage.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addGradeCommand } from "./commands/grade.ts";
import { addImportCommands } from "./commands/import.ts";
import { addManualCommand } from "./commands/manual.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addUserCommand } from "./commands/user.ts";
import { formatPrintableLines } from "./printable.ts";
import { Unusable } from "./unusable.ts";

const program = new Command("rung").description("A self-paced learning management system with coding labs.").exitOverride();

addServeCommand(program);
addCheckCommand(program);
addCoverageCommand(program);
addGradeCommand(program);
addImportCommands(program);
addManualCommand(program);
addUserCommand(program);
addConfigCommand(program);
addBackupCommands(program);
addDoctorCommand(program);

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
