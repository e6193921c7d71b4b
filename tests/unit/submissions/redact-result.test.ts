import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAVE_UP_MESSAGE } from "../../../app/features/submissions/grading-rules.ts";
import { redactResult } from "../../../app/features/submissions/redact-result.ts";
import { OUTCOMES, type GradeResult, type TestReport } from "../../../sandbox/contract.ts";
import { gradeResult } from "../../helpers/test-deps.ts";

const visible: TestReport = { name: "adds", group: "visible", status: "failed", message: "expected 3", expected: "3", actual: "4", output: "printed", location: { path: "sum.js", line: 2 }, durationMs: 1, points: 1 };
const hidden: TestReport = { ...visible, name: "adds zero", group: "hidden", message: "SECRET", expected: "SECRET", actual: "SECRET", output: "SECRET", location: { path: "SECRET", line: 7 } };

describe("what a learner sees of a grade", () => {
  it("is everything of a visible test", () => {
    const { points: _, ...shown } = visible;
    expect(redactResult(gradeResult({ outcome: "failed", tests: [visible] }), { ranHiddenTests: false }).tests).toEqual([shown]);
  });

  it("is only name, status and a general sentence of a hidden test", () => {
    const [test] = redactResult(gradeResult({ outcome: "failed", tests: [hidden] }), { ranHiddenTests: true }).tests;
    expect(test).toEqual({ name: "adds zero", group: "hidden", status: "failed", message: expect.stringContaining("Hidden tests say only"), expected: null, actual: null, output: "", location: null, durationMs: null });
  });

  it("counts hidden tests", () => {
    const result = redactResult(gradeResult({ tests: [{ ...visible, status: "passed" }, { ...hidden, status: "passed" }] }), { ranHiddenTests: true });
    expect([result.passedTests, result.totalTests, result.tests[1]?.message]).toEqual([2, 2, null]);
  });

  it("is the message and the output when only visible tests ran", () => {
    const result = redactResult(gradeResult({ outcome: "errored", tests: [], message: "SyntaxError: line 3", output: "hello" }), { ranHiddenTests: false });
    expect([result.message, result.output]).toEqual(["SyntaxError: line 3", "hello"]);
  });

  it("is a pointer to Run when hidden tests were asked for and nothing reported", () => {
    const result = redactResult(gradeResult({ outcome: "errored", tests: [], message: "SECRET", output: "SECRET" }), { ranHiddenTests: true });
    expect(JSON.stringify(result)).not.toContain("SECRET");
    expect(result.message).toContain("Run shows the error");
  });

  it("is every type error, for the compiler saw no test; field by field, and none of a verdict from before they were kept", () => {
    const diagnostic = { path: "sum.ts", line: 2, column: 5, message: "Type 'string' is not assignable to type 'number'." };
    const passed = { ...hidden, status: "passed" } as const;
    const shown = redactResult(gradeResult({ outcome: "errored", tests: [passed], message: "sum.ts, line 2: SECRET", diagnostics: [{ ...diagnostic, more: "SECRET" } as typeof diagnostic] }), { ranHiddenTests: true });
    expect(shown).toMatchObject({ outcome: "errored", message: null, diagnostics: [diagnostic] });
    expect(JSON.stringify(shown)).not.toContain("SECRET");
    const { diagnostics: _, ...old } = gradeResult();
    expect(redactResult(old as GradeResult, { ranHiddenTests: false }).diagnostics).toEqual([]);
  });

  it("is the queue's own sentence when it gave up", () => {
    expect(redactResult(gradeResult({ outcome: "crashed", tests: [], message: GAVE_UP_MESSAGE }), { ranHiddenTests: true }).message).toBe(GAVE_UP_MESSAGE);
  });

  it("never holds a word that was planted where hidden tests can be heard", () => {
    const nonce = fc.string({ minLength: 12, maxLength: 12, unit: fc.constantFrom(..."0123456789abcdef") }).map((hex) => `nonce-${hex}`);
    const text = fc.constantFrom("", "some words", '{"json":1}', "line\nline");
    const makeTest = (secret: string) =>
      fc.record({
        name: fc.string(),
        group: fc.constant("hidden" as const),
        status: fc.constantFrom("passed" as const, "failed" as const, "errored" as const, "skipped" as const),
        message: fc.option(text.map((words) => words + secret), { nil: null }),
        expected: fc.option(text.map((words) => secret + words), { nil: null }),
        actual: fc.option(text.map((words) => words + secret), { nil: null }),
        output: text.map((words) => words + secret),
        location: fc.option(fc.record({ path: fc.constant(secret), line: fc.nat() }), { nil: null }),
        durationMs: fc.constant(1),
        points: fc.constant(1),
      });
    const planted = nonce.chain((secret) =>
      fc.tuple(fc.constant(secret), fc.constantFrom(...OUTCOMES), fc.array(makeTest(secret), { maxLength: 4 }), fc.boolean()),
    );
    fc.assert(
      fc.property(planted, ([secret, outcome, tests, withVisible]) => {
        const given: GradeResult = { ...gradeResult(), outcome, tests: withVisible ? [visible, ...tests] : tests, output: secret, message: `why: ${secret}`, engine: secret };
        expect(JSON.stringify(redactResult(given, { ranHiddenTests: true }))).not.toContain(secret);
      }),
    );
  });
});
