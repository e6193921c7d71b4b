import type { Command } from "commander";
import type { Catalog, Lab, Problem } from "../../app/catalog/catalog.ts";
import { buildMutants, type Mutant } from "../../app/catalog/build-mutants.ts";
import { buildPythonMutants } from "../../app/catalog/build-python-mutants.ts";
import { buildShellMutants } from "../../app/catalog/build-shell-mutants.ts";
import { buildSqlMutants } from "../../app/catalog/build-sql-mutants.ts";
import { checkLab, describeMutant, type GradeRun, type LabReport } from "../../app/catalog/check-lab.ts";
import { listActivities } from "../../app/catalog/find.ts";
import { sortProblems } from "../../app/catalog/findings.ts";
import { readContent } from "../../app/catalog/read-content.server.ts";
import { findInstalledContent, requireContentFolder } from "../content-folder.ts";
import { openGrading, type OpenGrading } from "../grading.ts";
import { standardOutput, type Output } from "../output.ts";
import { formatJson, formatPrintable } from "../printable.ts";
import { Unusable } from "../unusable.ts";

export interface CheckOptions {
  json?: boolean;
  mutation?: boolean;
}

export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description("Name every problem of a content folder, and grade each lab's own programs. Exit code 1 if there is any problem.")
    .argument("[DIR]", "the folder with `courses/`; this installation's when left out")
    .option("--json", "print one JSON object")
    .option("--mutation", "also put small faults into each reference and count how many the tests notice")
    .action(async (folder: string | undefined, options: CheckOptions) => {
      process.exitCode = await runCheck(folder ?? findInstalledContent(), options, standardOutput, openGrading);
    });
}

/** @returns the exit code: 0 without problems, 1 with some. */
export async function runCheck(folder: string, options: CheckOptions, output: Output, open: OpenGrading): Promise<number> {
  await requireContentFolder(folder);
  const catalog = await readContent(folder);
  const labs = catalog.courses.flatMap(listActivities).filter((activity) => activity.kind === "lab");
  const reports = labs.length === 0 ? [] : await checkLabs(labs, options.mutation === true, open);
  const problems = sortProblems([...catalog.problems, ...reports.flatMap((report) => report.problems)]);
  output.print(options.json ? formatJson(buildCheckJson(catalog, problems, reports, options), 2) : formatCheck(catalog, problems, reports, options));
  return problems.length > 0 ? 1 : 0;
}

async function checkLabs(labs: readonly Lab[], withMutants: boolean, open: OpenGrading): Promise<LabReport[]> {
  const mutantsOf = withMutants ? await createMutants() : () => [];
  const grading = await open();
  try {
    const grade: GradeRun = grading.grade;
    return await Promise.all(labs.map((lab) => checkLab(lab, grade, mutantsOf(lab))));
  } finally {
    await grading.close();
  }
}

async function createMutants(): Promise<(lab: Lab) => Mutant[]> {
  const ts = await import("typescript").then((module) => module.default, () => null);
  if (!ts) throw new Unusable("`--mutation` needs the package `typescript`, which this installation left out. Install with development packages: `npm ci`.");
  return (lab) => {
    const isOrdered = lab.tests.some(({ text }) => /^--\s*ordered\s*:\s*(?:true|yes|on|1)\s*$/im.test(text));
    return Object.entries(lab.solution).flatMap(([path, text]) => [
      ...buildMutants(ts, path, text), ...buildPythonMutants(path, text), ...buildShellMutants(path, text), ...buildSqlMutants(path, text, { isOrdered }),
    ]);
  };
}

function buildCheckJson(catalog: Catalog, problems: readonly Problem[], reports: readonly LabReport[], options: CheckOptions) {
  return {
    courses: catalog.courses.length,
    problems,
    labs: reports.map((report) => ({
      id: report.id,
      language: report.language,
      sound: report.sound,
      problems: report.problems,
      tests: report.tests,
      mutation: report.mutation,
      ...(options.mutation ? { survivors: report.survivors.map(({ path, line, change }) => ({ path, line, change })) } : {}),
    })),
  };
}

function formatCheck(catalog: Catalog, problems: readonly Problem[], reports: readonly LabReport[], options: CheckOptions): string {
  const found = problems.map((problem) => {
    const place = [problem.file + (problem.line === null ? "" : `:${problem.line}`), problem.field].filter((part) => part !== null).join("  ");
    return `${formatPrintable(place)}\n  ${formatPrintable(problem.message)}\n  → ${formatPrintable(problem.fix)}\n`;
  });
  const width = Math.max(0, ...reports.map((report) => report.id.length));
  const labs = reports.flatMap((report) => [
    [
      report.sound ? "sound  " : "unsound",
      report.id.padEnd(width),
      report.language.padEnd(10),
      formatCount(report.tests, "test"),
      ...(report.mutation ? [`${report.mutation.killed} of ${report.mutation.total} faults noticed`] : options.mutation ? ["no faults tried"] : []),
    ].join("  "),
    ...report.survivors.map((mutant) => `         unnoticed: ${formatPrintable(describeMutant(mutant))}`),
  ]);
  const summary = `${formatCount(catalog.courses.length, "course")}, ${formatCount(reports.length, "lab")}, ${problems.length === 0 ? "no problems" : formatCount(problems.length, "problem")}.`;
  return [...found, ...labs, ...(labs.length > 0 ? [""] : []), summary].join("\n");
}

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
