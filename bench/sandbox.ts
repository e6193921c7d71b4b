/**
 * `npm run bench:sandbox`: how fast the sandbox grades, as ratios to what others do, on this machine.
 * `-- --only NAME[,NAME]`, `--quick`, `--json`, `--list`.
 */
import { parseArgs } from "node:util";
import { describeMachine, explainNoise, readLoad } from "./machine.ts";
import type { RowResult } from "./row.ts";
import { rows as languages } from "./rows/languages.ts";
import { rows as load } from "./rows/load.ts";
import { rows as resources } from "./rows/resources.ts";
import { rows as submissions } from "./rows/submissions.ts";
import { formatNumber, relativeSpread } from "./statistics.ts";

const ROWS = [...submissions, ...languages, ...load, ...resources];
const WIDE_SPREAD = 0.3;

const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean" }, json: { type: "boolean" }, list: { type: "boolean" } } });
const json = values.json === true;
const say = (text: string): void => {
  if (!json) console.log(text);
};

if (values.list === true) {
  for (const { name, about } of ROWS) console.log(`${name.padEnd(10)} ${about}`);
  process.exit(0);
}
const wanted = values.only?.split(",") ?? ROWS.map((row) => row.name);
const unknown = wanted.filter((name) => !ROWS.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(", ")}. There are: ${ROWS.map((row) => row.name).join(", ")}.`);
  process.exit(2);
}

const machine = describeMachine();
const loadBefore = readLoad();
const noise = explainNoise(loadBefore, machine.cores);
const startedAt = performance.now();
const results: Record<string, RowResult[]> = {};
const problems: string[] = [];

say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.processor}, ${machine.memoryGb} GB; load ${loadBefore.toFixed(2)} before`);
say("Every source text is new, every verdict is checked. What is compared takes turns in one run; ratios are of the same round.");
say("CPU is counted by the kernel for all processes, ended children included. Shown: median (end of first and of third quarter).");
if (noise !== null) say(`! ${noise}`);
if (process.platform !== "linux") say("! CPU and memory are read from /proc, which this system does not have: most rows can't be made here.");

for (const row of ROWS.filter((one) => wanted.includes(one.name))) {
  say(`\n${row.name}: ${row.about}`);
  try {
    results[row.name] = await row.run({ quick: values.quick === true, say: (text) => say(`  ${text}`) });
  } catch (error) {
    problems.push(`${row.name}: ${error instanceof Error ? error.message : String(error)}`);
    say(`  ! ${problems.at(-1)}`);
    continue;
  }
  for (const result of results[row.name] ?? []) for (const line of describe(result)) say(`  ${line}`);
}

const loadAfter = readLoad();
const seconds = Math.round((performance.now() - startedAt) / 1_000);
if (json) console.log(JSON.stringify({ machine, loadBefore, loadAfter, seconds, noise, quick: values.quick === true, results, problems }));
else printTable();
process.exitCode = problems.length > 0 ? 1 : 0;

function describe(result: RowResult): string[] {
  if ("skipped" in result) return [`${result.name}: skipped, ${result.skipped}`];
  const { name, unit, spread, note } = result;
  const wide = spread.count > 2 && relativeSpread(spread) > WIDE_SPREAD ? "; ! wide spread" : "";
  return [`${name}: ${formatNumber(spread.median)} ${unit} (${formatNumber(spread.low)} to ${formatNumber(spread.high)}${wide})`, `    ${note}`];
}

function printTable(): void {
  const bound = (value: number | null): string => (value === null ? "" : formatNumber(value));
  const lines = Object.values(results).flat().map((result) => "skipped" in result
    ? `| ${result.name} | skipped: ${result.skipped} | | | | |`
    : `| ${result.name} | **${formatNumber(result.spread.median)}** ${result.unit} | ${formatNumber(result.spread.low)} to ${formatNumber(result.spread.high)} | ${bound(result.goal.must)} | ${bound(result.goal.aim)} | ${result.met === "-" ? "" : result.met} |`);
  say(`\n| figure | median | quarters | must | aim | reached |\n|---|---|---|---|---|---|\n${lines.join("\n")}`);
  say(`\n${seconds} s; load ${loadBefore.toFixed(2)} before, ${loadAfter.toFixed(2)} after (its own work is in the second).${noise === null ? "" : ` ! ${noise}`}`);
  for (const problem of problems) say(`! ${problem}`);
}
