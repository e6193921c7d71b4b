/** One run: the learner's script and the reference's, each in an SQLite of its own, on every data set; compared here. */
import { Stop, memoryMessage, timeMessage } from "../../engine.ts";
import type { RunHost } from "../../engine.ts";
import type { RunCommand } from "../../frames.ts";
import { compareTables } from "./compare.ts";
import { parseDataSet } from "./data-set.ts";
import type { DataSet } from "./data-set.ts";
import type { SqlIsolate } from "./isolate.ts";
import { readAnswer } from "./read-answer.ts";
import type { SqlAnswer, SqlRequest } from "./script.ts";
import { count, showTable } from "./table.ts";
import type { Table } from "./table.ts";

type Ending = { status: "passed" | "failed" | "errored"; message: string | null; expected: string | null; actual: string | null; location: string | null };

/** What a reference may use, mebibytes: not the learner's limit, which is theirs. */
const REFERENCE_MB = 64;
const NOT_YOURS = "This is not your mistake: please tell your instructor.";

export function runSql(learner: SqlIsolate, judge: SqlIsolate, command: RunCommand, host: RunHost): void {
  const paths = Object.keys(command.reference).filter((path) => path.endsWith(".sql")).sort();
  if (paths.length === 0) throw new Stop("errored", `This lab has no reference to compare with. ${NOT_YOURS}`);
  const scripts = paths.map((path) => {
    const text = Object.hasOwn(command.files, path) ? command.files[path] : undefined;
    if (text === undefined) throw new Stop("errored", `There is no file ${path}. Was it renamed or deleted?`);
    return text;
  });
  const references = paths.map((path) => command.reference[path] as string);
  const nowMs = Date.now();
  const startedNs = learner.isolate.cpuTime;
  const tests = command.tests.filter(({ path }) => path.endsWith(".sql")).map(({ path, text, group }) => ({ set: parseDataSet(path, text), group }));
  // Room for what else the process needs; the parent counts all of it.
  const memoryMb = Math.max(16, Math.floor(command.memoryMb * 0.75));

  host.report({ type: "loaded" });
  host.report({ type: "declare", tests: tests.map(({ set, group }) => ({ name: set.name, group })) });
  tests.forEach(({ set }, index) => {
    host.report({ type: "start", index });
    const startedMs = performance.now();
    const usedMs = Number((learner.isolate.cpuTime - startedNs) / 1_000_000n);
    if (usedMs >= command.cpuMs) throw new Stop("timed-out", timeMessage(command.cpuMs));
    const request: Omit<SqlRequest, "scripts"> = { setup: set.sql, check: set.check, nowMs, seed: `${command.seed} ${index}`, memoryMb };
    const given = askLearner(learner, { ...request, scripts }, command);
    const { table } = given;
    const ending = table === undefined
      ? explain(given, paths)
      : judgeResult(given, table, askJudge(judge, { ...request, scripts: references, memoryMb: REFERENCE_MB }, command), set);
    const output = showOutput(given, ending, set);
    if (output !== "") host.report({ type: "output", output });
    host.report({ type: "end", index, ...ending, unfinished: false, durationMs: performance.now() - startedMs });
  });
  host.report({ type: "finish" });
}

function askLearner(learner: SqlIsolate, request: SqlRequest, command: RunCommand): SqlAnswer {
  let given: SqlAnswer;
  try {
    given = readAnswer(learner.ask(request, command.stretchMs));
  } catch (error) {
    if (error instanceof Error && error.message.includes("timed out")) throw new Stop("timed-out", timeMessage(command.cpuMs));
    if (learner.isolate.isDisposed) throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
    throw error;
  }
  if (given.problem === "memory") throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
  if (given.problem === "broken") throw new Stop("errored", "SQLite could not go on with this script: it goes beyond what SQLite can take.");
  return given;
}

/** What is wrong with a reference is said to nobody here: its author sees it when it runs as a submission. */
function askJudge(judge: SqlIsolate, request: SqlRequest, command: RunCommand): SqlAnswer {
  try {
    return readAnswer(judge.ask(request, command.stretchMs));
  } catch {
    throw new Stop("crashed", "The lab's reference did not come to an end.");
  }
}

const FINE: Ending = { status: "passed", message: null, expected: null, actual: null, location: null };

function judgeResult(given: SqlAnswer, table: Table, wanted: SqlAnswer, set: DataSet): Ending {
  if (wanted.table === undefined) return { ...FINE, status: "errored", message: `The lab's reference gives no result on this data set. ${NOT_YOURS}` };
  const replaced = given.views?.find((name) => wanted.views?.includes(name) !== true);
  if (replaced !== undefined) return { ...FINE, status: "failed", message: `${replaced} was a table, and it is a view now. The table itself is what should change.` };
  const difference = compareTables(wanted.table, table, set);
  return difference === null ? FINE : { ...FINE, status: "failed", ...difference };
}

function explain({ problem, message = "", script = 0, line }: SqlAnswer, paths: readonly string[]): Ending {
  const fail = (text: string): Ending => ({ ...FINE, status: "failed", message: text });
  switch (problem) {
    case "setup": return { ...FINE, status: "errored", message: `The data set can't be set up: ${message}. ${NOT_YOURS}` };
    case "empty": return fail(`The script has no statement.${message === "" ? "" : ` ${message}`}`);
    case "nothing": return fail("The script gives no result: it should end with a SELECT.");
    case "transaction": return fail("The script leaves its transaction open, so nothing of it is stored. End it with COMMIT.");
    case "size": return fail(`The result is too large: ${message}.`);
    case "check": return fail(`The tables can't be read after the script: ${message}.`);
    default: {
      const path = paths[script];
      return { ...FINE, status: "errored", message: problem === "refused" ? message : `SQLite says: ${message}`, location: path === undefined || line === undefined ? null : JSON.stringify({ path, line }) };
    }
  }
}

/** What a person would see in a terminal; a result that is shown as the wrong one is not shown twice. */
function showOutput({ shown }: SqlAnswer, { actual }: Ending, { check }: DataSet): string {
  const printed = actual !== null && check === null ? shown.slice(0, -1) : shown;
  return printed.map(({ table, total }) => `${showTable(table)}${total > table.rows.length ? `\n\n${count(total, "row")} in all.` : ""}\n`).join("\n");
}
