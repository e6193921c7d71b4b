import type { Command } from "commander";
import { buildManual } from "../../app/catalog/manual.ts";
import { standardOutput } from "../output.ts";

export function addManualCommand(program: Command): void {
  program
    .command("manual")
    .description("Print the authors' manual: every file and field of a course, as Markdown.")
    .action(() => standardOutput.print(buildManual()));
}
