import type { Command } from "commander";
import { importTrack } from "../../app/catalog/import/exercism/import-track.server.ts";
import type { ImportReport, LeftExercise } from "../../app/catalog/import/exercism/import-report.ts";
import { standardOutput, type Output } from "../output.ts";
import { formatJson, formatPrintable } from "../printable.ts";
import { Unusable } from "../unusable.ts";

export interface ImportOptions {
  into: string;
  only?: string;
  json?: boolean;
}

export function addImportCommands(program: Command): void {
  program
    .command("import")
    .description("Bring exercises of others over as a course.")
    .command("exercism")
    .description("Make a course of an Exercism track (JavaScript, TypeScript, Python, Bash). Exit code 0 when all came over, 1 when some could not, 2 when none.")
    .argument("<TRACK_DIR>", "the track's folder: `config.json` and `exercises/` lie in it")
    .requiredOption("--into <DIR>", "a content folder, there or new; the course becomes `courses/exercism-<track>/` in it")
    .option("--only <SLUGS>", "bring only these exercises, with commas between them; also unfinished and deprecated ones")
    .option("--json", "print the report as one JSON object")
    .action(async (trackFolder: string, options: ImportOptions) => {
      process.exitCode = await runImportExercism(trackFolder, options, standardOutput);
    });
}

/**
 * @returns the exit code: 0 when every exercise came over or was skipped on purpose, 1 when some could not
 * @throws Unusable for a track that can't be read, or a course in the way; nothing was changed then
 */
export async function runImportExercism(trackFolder: string, options: ImportOptions, output: Output): Promise<number> {
  const only = options.only === undefined ? null : options.only.split(",").map((slug) => slug.trim()).filter((slug) => slug !== "");
  if (only?.length === 0) throw new Unusable("`--only` names no exercise.");
  const answer = await importTrack({ trackFolder, into: options.into, only });
  if ("unusable" in answer) throw new Unusable(answer.unusable);
  output.print(options.json ? formatJson(answer.report, 2) : formatReport(answer.report, options.into));
  return answer.report.refused.length > 0 ? 1 : 0;
}

function formatReport(report: ImportReport, into: string): string {
  const { course, imported, skipped, refused } = report;
  const warned = imported.filter((one) => one.warnings.length > 0);
  return [
    ...report.warnings.map((warning) => `! ${formatPrintable(warning)}`),
    ...imported.flatMap((one) => [`came over  ${one.activity}`, ...one.warnings.map((warning) => `           ! ${formatPrintable(warning)}`)]),
    ...formatLeft("skipped", skipped),
    ...formatLeft("refused", refused),
    "",
    `${formatCount(imported.length, "exercise")} came over (${warned.length} with warnings), ${skipped.length} skipped, ${refused.length} refused.`,
    `The course has ${formatCount(course.modules, "module")}, ${formatCount(course.labs, "lab")} and ${formatCount(course.lessons, "lesson")}. Its labs are tried with: rung check ${formatPrintable(into)}`,
  ].join("\n");
}

function formatLeft(word: string, exercises: readonly LeftExercise[]): string[] {
  return exercises.map((one) => `${word.padEnd(9)}  ${formatPrintable(`${one.slug}  ${one.reason}`)}`);
}

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
