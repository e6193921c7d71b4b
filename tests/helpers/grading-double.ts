/** A sandbox for tests of commands: it really runs small programs of `add`, but in this process, and counts. */
import { runInNewContext } from "node:vm";
import type { GradeRequest, GradeResult, TestReport } from "../../sandbox/contract.ts";
import type { Grading, OpenGrading } from "../../bin/grading.ts";
import type { Output } from "../../bin/output.ts";

const CASES: readonly (readonly [name: string, group: "visible" | "hidden", a: number, b: number, sum: number])[] = [
  ["adds", "visible", 1, 2, 3],
  ["adds nothing", "hidden", 5, 0, 5],
];

/** The verdict on a workspace with `add.js`, whose `add` is tried on two pairs of numbers. */
export function judgeAdd(request: GradeRequest): GradeResult {
  const source = (request.files["add.js"] ?? "").replace("export function add", "function add");
  const common = { output: "", location: null, durationMs: 1, points: 1 };
  const base = { diagnostics: [], output: "", message: null, durationMs: 2, engine: "double" };
  try {
    const add = runInNewContext(`${source}\n;add`) as (a: number, b: number) => unknown;
    const tests = CASES.map(([name, group, a, b, sum]): TestReport => {
      const actual = add(a, b);
      return actual === sum
        ? { name, group, status: "passed", message: null, expected: null, actual: null, ...common }
        : { name, group, status: "failed", message: "the sum is wrong", expected: String(sum), actual: String(actual), ...common };
    });
    const passed = tests.filter((one) => one.status === "passed").length;
    return { outcome: passed === tests.length ? "passed" : "failed", score: passed / tests.length, tests, ...base };
  } catch (error) {
    return { outcome: "errored", score: 0, tests: [], ...base, message: String(error) };
  }
}

export function openDouble(grade: (request: GradeRequest) => GradeResult = judgeAdd) {
  const requests: GradeRequest[] = [];
  let opened = false;
  let closed = false;
  let running = 0;
  let mostRunning = 0;
  const open: OpenGrading = () => {
    opened = true;
    const grading: Grading = {
      concurrency: 3,
      grade: async (request) => {
        requests.push(request);
        running += 1;
        mostRunning = Math.max(mostRunning, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return grade(request);
      },
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    };
    return Promise.resolve(grading);
  };
  return { open, requests, opened: () => opened, closed: () => closed, mostRunning: () => mostRunning };
}

export function recordOutput(): Output & { lines: string[] } {
  const lines: string[] = [];
  return { lines, print: (line) => void lines.push(line) };
}
