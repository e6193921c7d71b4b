import type { Command } from "commander";
import type { Sandbox } from "../../sandbox/contract.ts";
import { checkContent, checkDatabase, checkDisk, checkLayers, checkSettings, checkVersions, type Check, type Environment } from "../doctor-checks.ts";
import { standardOutput, type Output } from "../output.ts";
import { formatJson, formatPrintable } from "../printable.ts";
import { testLanguages, type LanguageReport } from "../self-test.ts";

export interface DoctorReport {
  /** False when something is wrong. Notes are not. */
  fine: boolean;
  checks: Check[];
  layers: Check[];
  languages: LanguageReport[];
}

/** A sandbox of the command's own. */
export type OpenSandbox = () => Promise<Pick<Sandbox, "grade" | "ready" | "protection" | "close">>;

const openSandbox: OpenSandbox = async () => {
  const { createSandbox } = await import("../../sandbox/sandbox.ts");
  return createSandbox({ workers: 1, languages: [] });
};

export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("Look at this installation: versions, layers around the sandbox, disk, database, content, and a self-test of every language. Ends with 1 when something is wrong.")
    .option("--json", "print one JSON object")
    .action(async (options: { json?: boolean }) => {
      process.exitCode = await runDoctor(options, process.env, standardOutput, openSandbox);
    });
}

/** @returns the exit code: 0 when all is well, 1 when something is wrong. */
export async function runDoctor(options: { json?: boolean }, environment: Environment, output: Output, open: OpenSandbox): Promise<number> {
  const report = await examine(environment, open);
  output.print(options.json ? formatJson(report, 2) : formatReport(report));
  return report.fine ? 0 : 1;
}

async function examine(environment: Environment, open: OpenSandbox): Promise<DoctorReport> {
  const { check, settings } = checkSettings(environment);
  const [disk, database, content] = await Promise.all([checkDisk(settings.DATABASE_FILE), checkDatabase(settings.DATABASE_FILE), checkContent(settings.CONTENT_DIR)]);
  const sandbox = await open();
  try {
    const protection = await sandbox.protection();
    const checks = [check, ...checkVersions(protection), ...disk, database, content];
    const languages = await testLanguages(sandbox);
    const isFine = checks.every(({ state }) => state !== "wrong") && languages.every(({ problem }) => problem === null);
    return { fine: isFine, checks, layers: checkLayers(protection), languages };
  } finally {
    await sandbox.close(0);
  }
}

const MARKS = { fine: "ok   ", note: "note ", wrong: "WRONG" } as const;

function formatReport({ fine, checks, layers, languages }: DoctorReport): string {
  const names = [...checks, ...layers].map(({ name }) => name.length);
  const width = Math.max(...names, ...languages.map(({ language }) => language.length));
  const line = (mark: string, name: string, found: string) => `  ${mark}  ${name.padEnd(width)}  ${formatPrintable(found)}`;
  const below = (text: string) => `${" ".repeat(width + 11)}→ ${formatPrintable(text)}`;
  const list = (all: readonly Check[]) => all.flatMap(({ name, state, found, remedy }) => [line(MARKS[state], name, found), ...(remedy === null ? [] : [below(remedy)])]);
  const tests = languages.flatMap(({ language, problem, engine, startMs, warmMs }) => [
    line(problem === null ? MARKS.fine : MARKS.wrong, language, problem ?? `started in ${formatMs(startMs)}, a warm run takes ${formatMs(warmMs)}  (${engine ?? "no engine"})`),
    ...(problem === null ? [] : [below("Install again with npm ci. If that does not help, start the server with LOG_LEVEL=debug: its log says why the engine fails.")]),
  ]);
  const verdict = fine ? "All is well." : "Something is wrong: see the lines above.";
  return ["This installation", ...list(checks), "", "Layers around the sandbox (none is required)", ...list(layers), "", "Self-test: a right and a wrong program of each language", ...tests, "", verdict].join("\n");
}

function formatMs(ms: number | null): string {
  if (ms === null) return "–";
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
