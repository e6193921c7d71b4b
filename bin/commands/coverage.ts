import type { Command } from "commander";
import { formatCoverage, listCoverage } from "../../app/catalog/coverage.ts";
import { readContent } from "../../app/catalog/read-content.server.ts";
import { findInstalledContent, requireContentFolder } from "../content-folder.ts";
import { standardOutput, type Output } from "../output.ts";
import { formatJson, formatPrintable } from "../printable.ts";

export function addCoverageCommand(program: Command): void {
  program
    .command("coverage")
    .description("Show for each course where its modules' outcomes are practised and assessed, as a Markdown table.")
    .argument("[DIR]", "the folder with `courses/`; this installation's when left out")
    .option("--json", "print one JSON object")
    .action(async (folder: string | undefined, options: { json?: boolean }) => {
      await runCoverage(folder ?? findInstalledContent(), options, standardOutput);
    });
}

/** Prints the outcomes that have an id; what is missing is a problem of `rung check`. */
export async function runCoverage(folder: string, options: { json?: boolean }, output: Output): Promise<void> {
  await requireContentFolder(folder);
  const { courses } = await readContent(folder);
  if (options.json) {
    const ids = (activities: readonly { id: string }[]): string[] => activities.map(({ id }) => id);
    output.print(formatJson({
      courses: courses.map((course) => ({
        id: course.id,
        outcomes: listCoverage(course).map(({ module, outcome, practised, assessed }) => ({ id: `${module.id}/${outcome.id}`, text: outcome.text, practised: ids(practised), assessed: ids(assessed) })),
      })),
    }, 2));
    return;
  }
  const tables = courses.flatMap((course) => {
    const table = formatCoverage(course);
    return table === "" ? [] : [`## ${formatPrintable(course.title)}\n\n${table.split("\n").map(formatPrintable).join("\n")}`];
  });
  output.print(tables.length === 0 ? "No course gives its modules' outcomes an `id`." : tables.join("\n\n"));
}
