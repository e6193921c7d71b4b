import { expect, test } from "vitest";
import ts from "typescript";
import { buildMutants } from "../../../app/catalog/build-mutants.ts";
import { checkLab, type GradeRun } from "../../../app/catalog/check-lab.ts";
import type { GradeResult, Outcome } from "../../../sandbox/contract.ts";
import { testLab } from "../../helpers/test-course.ts";

const REFERENCE = "export const sum = (a, b) => a + b;\n";
const WRONG = { name: "subtracts", files: { "sum.js": "export const sum = (a, b) => a - b;\n" } };

/** Grades by what a program's text holds. */
function gradeBy(judge: (source: string) => Outcome): GradeRun {
  return (request) => {
    const outcome = judge(request.files["sum.js"] ?? "");
    const result: GradeResult = {
      outcome,
      score: outcome === "passed" ? 1 : 0,
      tests: outcome === "crashed" ? [] : [{ name: "adds", group: "visible", status: outcome === "passed" ? "passed" : "failed", message: outcome === "passed" ? null : "3 is not 4", expected: null, actual: null, output: "", location: null, durationMs: 1, points: 1 }],
      output: "",
      diagnostics: [],
      message: outcome === "crashed" ? "no engine for it" : null,
      durationMs: 1,
      engine: "double",
    };
    return Promise.resolve(result);
  };
}
const honest = gradeBy((source) => (source.includes("a + b") ? "passed" : "failed"));

test("a lab is sound when only its reference passes", async () => {
  expect(await checkLab(testLab({ wrong: [WRONG] }), honest)).toEqual({ id: "basics/start/sum", language: "javascript", sound: true, problems: [], tests: 1, mutation: null, survivors: [] });
});

test("a reference that fails is named with its test", async () => {
  const report = await checkLab(testLab(), gradeBy(() => "failed"));
  expect(report).toMatchObject({ sound: false, problems: [{ file: "courses/basics/01-start/02-sum/solution", message: 'The reference does not pass: failed; "adds" failed: 3 is not 4' }] });
});

test("a starter that passes is a problem", async () => {
  const report = await checkLab(testLab({ starter: { "sum.js": REFERENCE } }), honest);
  expect(report).toMatchObject({ sound: false, problems: [{ file: expect.stringMatching(/starter$/), message: expect.stringMatching(/nothing to do/) }] });
});

test("a wrong program that the tests accept is a problem", async () => {
  const report = await checkLab(testLab({ wrong: [WRONG, { name: "right", files: { "sum.js": REFERENCE } }] }), honest);
  expect(report.problems).toMatchObject([{ file: expect.stringMatching(/wrong\/right$/), message: expect.stringMatching(/accept the wrong program `right`/) }]);
});

test("a lab that can't be graded is not sound", async () => {
  const report = await checkLab(testLab(), gradeBy(() => "crashed"));
  expect(report).toMatchObject({ sound: false, tests: 0, problems: [{ message: "The lab can't be graded: no engine for it" }] });
});

test("wrong programs and the reference are laid over the starter, read-only files stay", async () => {
  const seen: unknown[] = [];
  const lab = testLab({ starter: { "sum.js": "", "data.js": "fixed" }, readOnly: ["data.js"], wrong: [{ name: "x", files: { "sum.js": "w", "data.js": "forged", "sum.test.js": "forged" } }] });
  await checkLab(lab, (request) => {
    seen.push(request.files);
    return honest(request);
  });
  expect(seen).toEqual([
    { "sum.js": "export const sum = (a, b) => a + b;\n", "data.js": "fixed" },
    { "sum.js": "", "data.js": "fixed" },
    { "sum.js": "w", "data.js": "fixed" },
  ]);
});

test("mutants that survive lower the share, and below the course's threshold it is a problem", async () => {
  const mutants = [
    { path: "sum.js", line: 1, change: "`+` becomes `-`", text: "a - b" },
    { path: "sum.js", line: 1, change: "nothing changes", text: "a + b //" },
  ];
  const enough = await checkLab(testLab({ mutation: 0.5 }), honest, mutants);
  expect(enough).toMatchObject({ sound: true, mutation: { killed: 1, total: 2 }, survivors: [{ change: "nothing changes" }] });
  const tooFew = await checkLab(testLab({ mutation: 0.9 }), honest, mutants);
  expect(tooFew).toMatchObject({ sound: false, problems: [{ message: expect.stringContaining("notice 1 of 2 faults in the reference; the course asks for 90 %. Unnoticed: sum.js:1 nothing changes.") }] });
});

test("a mutant that our sandbox crashed on proves nothing", async () => {
  const grade = gradeBy((source) => (source === "crash" ? "crashed" : source.includes("a + b") ? "passed" : "failed"));
  expect((await checkLab(testLab(), grade, [{ path: "sum.js", line: 1, change: "x", text: "crash" }])).mutation).toEqual({ killed: 0, total: 0 });
});

test("mutants change one thing each, where it matters", () => {
  const source = `import { x } from "./x.js";
export function f(list) {
  if (list.length < 2 && !x) throw new TypeError("too short");
  let total = 0;
  for (const one of list) total += one.size;
  const text = "a" + total;
  console.log("so far", total < 3);
  return { total: total * 1.5, "key": true, text };
}
`;
  const mutants = buildMutants(ts, "f.js", source);
  const changes = mutants.map((mutant) => `${mutant.line}: ${mutant.change}`);
  expect(changes).toEqual([
    "3: the condition `list.length < 2 && !x` becomes `false`",
    "3: the condition `list.length < 2 && !x` becomes `true`",
    "3: `&&` becomes `||`",
    "3: `<` becomes `<=`",
    "3: `<` becomes `>=`",
    "3: `2` becomes `3`",
    "3: `!x` loses its `!`",
    "4: `0` becomes `1`",
    "5: `total += one.size;` is removed",
    "5: `+=` becomes `-=`",
    '6: `"a"` becomes `""`',
    '8: `return { total: total * 1.5, "key": tru…` returns nothing',
    "8: `*` becomes `/`",
    "8: `1.5` becomes `2.5`",
    "8: `true` becomes `false`",
  ]);
  for (const mutant of mutants) {
    expect(mutant.text).not.toBe(source);
    const parsed = ts.transpileModule(mutant.text, { reportDiagnostics: true, compilerOptions: { allowJs: true } });
    expect({ change: mutant.change, diagnostics: parsed.diagnostics }).toEqual({ change: mutant.change, diagnostics: [] });
  }
});

test("types are left alone, other languages too, and long files are drawn from evenly", () => {
  const typed = buildMutants(ts, "f.ts", 'type A = "x" | 1;\ninterface B { c: true }\nexport const f = (a: -1 | 1): "y" => g(a, 7);\n');
  expect(typed.map((mutant) => mutant.change)).toEqual(["`7` becomes `8`"]);
  expect(buildMutants(ts, "f.py", "x = 1")).toEqual([]);
  const many = buildMutants(ts, "f.js", "let a = 1 + 2;\n".repeat(200), 10);
  expect(many).toHaveLength(10);
  expect(new Set(many.map((mutant) => mutant.line)).size).toBe(10);
});

test("an alternative solution that does not pass is a problem, one that passes is none", async () => {
  const [good, bad] = [{ name: "plus", files: { "sum.js": REFERENCE } }, { name: "minus", files: WRONG.files }];
  expect((await checkLab(testLab({ alternatives: [good] }), honest)).problems).toEqual([]);
  const report = await checkLab(testLab({ alternatives: [good, bad], wrong: [WRONG] }), honest);
  expect(report.problems).toMatchObject([{ file: expect.stringMatching(/solution\/alt-minus$/), message: expect.stringMatching(/alternative solution minus does not pass/) }]);
});
