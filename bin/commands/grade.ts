import { realpath } from "node:fs/promises";
import type { Command } from "commander";
import type { GradeResult } from "../../sandbox/contract.ts";
import { buildRunOptions, buildWorkspace } from "../../app/catalog/workspace.ts";
import { openGrading, type OpenGrading } from "../grading.ts";
import { createTurns } from "../in-turn.ts";
import { standardOutput, type Output } from "../output.ts";
import { formatJson, formatPrintable, formatPrintableLines } from "../printable.ts";
import { readGradable, type Gradable } from "../read-gradable.ts";
import { listSubmissions, readSubmission } from "../read-submission.ts";
import { Unusable } from "../unusable.ts";

export interface GradeOptions {
  files?: string;
  batch?: string;
  json?: boolean;
}

export function addGradeCommand(program: Command): void {
  program
    .command("grade")
    .description("Grade files against a lab's tests. Exit code 0 when passed, 1 when not, 2 when it can't be done.")
    .argument("<LAB_DIR>", "a lab's folder, anywhere")
    .option("--files <DIR>", "what to grade; the lab's own solution when left out")
    .option("--batch <DIR>", "grade each folder in DIR")
    .option("--json", "print JSON; with --batch one line for each submission, as they finish")
    .action(async (labFolder: string, options: GradeOptions) => {
      process.exitCode = await runGrade(labFolder, options, standardOutput, openGrading);
    });
}

/**
 * @returns the exit code: 0 when everything passed, 1 when not
 * @throws Unusable for a folder that is no lab, or files that can't be read
 */
export async function runGrade(labFolder: string, options: GradeOptions, output: Output, open: OpenGrading): Promise<number> {
  if (options.files !== undefined && options.batch !== undefined) throw new Unusable("Give either --files or --batch, not both.");
  const gradable = await readGradable(labFolder);
  return options.batch === undefined ? gradeOne(gradable, options, output, open) : gradeBatch(gradable, options.batch, options.json === true, output, open);
}

async function gradeOne(gradable: Gradable, options: GradeOptions, output: Output, open: OpenGrading): Promise<number> {
  let files = gradable.solution;
  if (options.files !== undefined) {
    // The person's own path may go through a link; what is in the folder may not.
    const read = await readSubmission(await realpath(options.files).catch(() => options.files ?? ""));
    if ("refused" in read) throw new Unusable(read.refused);
    files = read.files;
  } else if (files === null) {
    throw new Unusable("A project has no reference to grade. Name what to grade with --files DIR.");
  }
  const grading = await open();
  try {
    const result = await grading.grade(buildRequest(gradable, files));
    output.print(options.json ? formatJson(result, 2) : formatResult(result));
    return result.outcome === "passed" ? 0 : 1;
  } finally {
    await grading.close();
  }
}

async function gradeBatch(gradable: Gradable, folder: string, json: boolean, output: Output, open: OpenGrading): Promise<number> {
  const submissions = await listSubmissions(folder);
  if (submissions.length === 0) throw new Unusable(`There are no submissions in ${folder}: each is a folder in it.`);
  const grading = await open();
  const width = Math.min(40, Math.max(...submissions.map(({ name }) => formatPrintable(name).length)));
  let passed = 0;
  try {
    // Read only when it is their turn: thousands of submissions must not be in memory at once.
    const inTurn = createTurns(grading.concurrency);
    await Promise.all(
      submissions.map(({ name, path }) =>
        inTurn(async () => {
          const read = await readSubmission(path);
          const result = "refused" in read ? refuse(read.refused) : await grading.grade(buildRequest(gradable, read.files));
          if (result.outcome === "passed") passed += 1;
          output.print(json ? formatJson({ submission: name, ...result }) : formatRow(name, width, result));
        }),
      ),
    );
  } finally {
    await grading.close();
  }
  if (!json) output.print(`\n${passed} of ${submissions.length} passed.`);
  return passed === submissions.length ? 0 : 1;
}

function buildRequest(gradable: Gradable, files: Readonly<Record<string, string>>) {
  const { language, tests, limits, id } = gradable;
  return { language, files: buildWorkspace(gradable, files), tests, limits, ...buildRunOptions(gradable), priority: "regrade" as const, seed: id };
}

/** A submission that was not run: nothing of it can be trusted to be what it seems. */
function refuse(message: string): GradeResult {
  return { outcome: "errored", score: 0, tests: [], output: "", message, diagnostics: [], durationMs: 0, engine: "rung" };
}

const MARKS = { passed: "✓", failed: "✗", errored: "!", skipped: "–" } as const;

function formatResult(result: GradeResult): string {
  const tests = result.tests.flatMap((test) => [
    `  ${MARKS[test.status]} ${formatPrintable(test.name)}${test.group === "hidden" ? "  (hidden)" : ""}`,
    ...(test.message === null ? [] : [formatPrintableLines(test.message, "      ")]),
    ...(test.expected === null ? [] : [formatPrintableLines(test.expected, "      expected  ")]),
    ...(test.actual === null ? [] : [formatPrintableLines(test.actual, "      actual    ")]),
    ...(test.output === "" ? [] : [formatPrintableLines(test.output.replace(/\n$/, ""), "      | ")]),
  ]);
  return [
    formatSummary(result),
    ...(result.message === null ? [] : [formatPrintableLines(result.message, "  ")]),
    ...(result.diagnostics.length === 0 ? [] : ["  type errors", ...result.diagnostics.map(({ path, line, column, message }) => formatPrintableLines(`${path}:${line}:${column}  ${message}`, "    "))]),
    ...tests,
    ...(result.output === "" ? [] : ["  output", formatPrintableLines(result.output.replace(/\n$/, ""), "  | ")]),
  ].join("\n");
}

function formatRow(name: string, width: number, result: GradeResult): string {
  const reason = result.message ?? result.tests.find((test) => test.status !== "passed")?.name ?? "";
  return `${formatPrintable(name).padEnd(width)}  ${formatSummary(result)}${reason === "" ? "" : `  ${formatPrintable(reason).slice(0, 80)}`}`;
}

function formatSummary(result: GradeResult): string {
  const passed = result.tests.filter((test) => test.status === "passed").length;
  return `${result.outcome.padEnd(13)}  ${passed} of ${result.tests.length} tests  ${Math.round(result.score * 100)} %  ${Math.round(result.durationMs)} ms`;
}
