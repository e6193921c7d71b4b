import type { Command } from "commander";
import { parseSettings } from "../../app/settings.server.ts";
import { backupDatabase, inspectDatabase } from "../../db/inspect-database.ts";
import { endWithSentence } from "../end-with-sentence.ts";

export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .argument("<file>", "a file that is not there yet")
    .description("Write a sound copy of the database to a new file, also while the site runs.")
    .action(endWithSentence(async (target: string) => {
      const source = parseSettings(process.env).DATABASE_FILE;
      const bytes = await backupDatabase(source, target);
      console.log(`${target}: ${formatMebibytes(bytes)}, checked. To restore it, stop the site and put it in the place of ${source}, without ${source}-wal and ${source}-shm.`);
    }));

  program
    .command("db")
    .description("Look after the database.")
    .command("check")
    .description("Read the whole database and say whether it is sound. Ends with 1 when it is not.")
    .action(endWithSentence(async () => {
      const report = inspectDatabase(parseSettings(process.env).DATABASE_FILE);
      const problems = [
        ...report.damage,
        ...(report.orphans > 0 ? [`${report.orphans} rows point at rows that are gone.`] : []),
        ...(report.isNewer ? ["It was made by a newer version of Rung."] : []),
      ];
      console.log(`${report.file}: ${formatMebibytes(report.bytes)}, schema step ${report.appliedMigrations}; this program has ${report.knownMigrations}.`);
      console.log(problems.length === 0 ? "Sound." : problems.map((problem) => `- ${problem}`).join("\n"));
      if (problems.length > 0) process.exitCode = 1;
    }));
}

function formatMebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
