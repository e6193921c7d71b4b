import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../sandbox/contract.ts";
import { Census, ProtocolError } from "../../sandbox/verdict.ts";

const SECRET = "s3cret";
function census(): Census {
  return new Census({ secret: SECRET, groups: new Set(["visible", "hidden"]), paths: new Set(["sum.js"]), limits: DEFAULT_LIMITS });
}
type Body = Record<string, unknown>;
const loaded: Body = { type: "loaded" };
const declare = (...names: string[]): Body => ({ type: "declare", tests: names.map((name) => ({ name, group: "visible" })) });
const start = (index: number): Body => ({ type: "start", index });
const end = (index: number, status = "passed", more: Body = {}): Body => ({ type: "end", index, status, unfinished: false, message: null, durationMs: 1, ...more });
const finish: Body = { type: "finish" };

function play(bodies: Body[], to: Census = census()): Census {
  bodies.forEach((body, i) => to.report(JSON.stringify({ secret: SECRET, sequence: i + 1, ...body })));
  return to;
}
const whole = [loaded, declare("a", "b"), start(0), end(0), start(1), end(1), finish];

describe("the census", () => {
  it("passes a run in which every declared test reported once, in order, and passed", () => {
    const verdict = play(whole).conclude();
    expect(verdict).toMatchObject({ outcome: "passed", score: 1, message: null });
    expect(verdict.tests.map((test) => [test.name, test.status])).toEqual([["a", "passed"], ["b", "passed"]]);
  });

  it("never passes a run without tests, or one in which all are skipped", () => {
    expect(play([loaded, declare(), finish]).conclude()).toMatchObject({ outcome: "errored", score: 0 });
    expect(play([loaded, declare("a"), start(0), end(0, "skipped"), finish]).conclude()).toMatchObject({ outcome: "errored", score: 0 });
  });

  it("tells failed, errored and unfinished apart", () => {
    expect(play([loaded, declare("a", "b"), start(0), end(0), start(1), end(1, "failed", { message: "no", expected: "1", actual: "2" }), finish]).conclude())
      .toMatchObject({ outcome: "failed", score: 0.5, tests: [{ message: null }, { message: "no", expected: "1", actual: "2" }] });
    expect(play([loaded, declare("a"), start(0), end(0, "errored"), finish]).conclude().outcome).toBe("errored");
    expect(play([loaded, declare("a"), start(0), end(0, "errored", { unfinished: true }), finish]).conclude().outcome).toBe("timed-out");
  });

  it.each<[string, Body[]]>([
    ["an early end", [loaded, end(0)]],
    ["a missing declaration", [loaded, start(0)]],
    ["a declaration before loading", [declare("a")]],
    ["a second declaration", [loaded, declare("a"), declare("a")]],
    ["a duplicate report", [loaded, declare("a", "b"), start(0), end(0), end(0)]],
    ["a report out of order", [loaded, declare("a", "b"), start(1)]],
    ["the end of another test", [loaded, declare("a", "b"), start(0), end(1)]],
    ["a test too many", [loaded, declare("a"), start(0), end(0), start(1)]],
    ["finishing too early", [loaded, declare("a", "b"), start(0), end(0), finish]],
    ["finishing within a test", [loaded, declare("a"), start(0), finish]],
    ["a status of its own making", [loaded, declare("a"), start(0), end(0, "excellent")]],
    ["a group of its own making", [loaded, { type: "declare", tests: [{ name: "a", group: "easy" }] }]],
    ["a report of no kind", [{ type: "passed" }]],
    ["reports after the finish", [...whole, start(2)]],
    ["output after the finish", [...whole, { type: "output", output: "x" }]],
  ])("refuses %s", (_what, bodies) => {
    expect(() => play(bodies)).toThrow(ProtocolError);
  });

  it("refuses the end mark before the judge has finished, and twice", () => {
    for (let n = 0; n < whole.length; n += 1) expect(() => play(whole.slice(0, n)).conclude()).toThrow(ProtocolError);
    const done = play(whole);
    done.conclude();
    expect(() => done.conclude()).toThrow(ProtocolError);
  });

  it("refuses reports without the secret, out of sequence or that are no JSON", () => {
    for (const text of [JSON.stringify({ sequence: 1, ...loaded }), JSON.stringify({ secret: "guess", sequence: 1, ...loaded }),
      JSON.stringify({ secret: SECRET, sequence: 2, ...loaded }), JSON.stringify({ secret: SECRET, ...loaded }), "passed", "[]", "null", ""]) {
      expect(() => census().report(text)).toThrow(ProtocolError);
    }
  });

  it("does not pass any jumble of reports but the whole one", () => {
    const pool = [...whole, end(0, "failed"), declare("a"), declare("a", "b", "c"), start(2), end(2), finish];
    fc.assert(fc.property(fc.array(fc.constantFrom(...pool), { maxLength: 10 }), (bodies) => {
      let passed = false;
      try {
        passed = play(bodies).conclude().outcome === "passed";
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
      const declared = bodies.find((body) => body["type"] === "declare")?.["tests"] as unknown[] | undefined;
      const ideal = declared === undefined ? [] : [loaded, { type: "declare", tests: declared }, ...declared.flatMap((_, i) => [start(i), end(i)]), finish];
      expect(passed).toBe(declared !== undefined && declared.length > 0 && JSON.stringify(bodies) === JSON.stringify(ideal));
    }), { numRuns: 2_000 });
  });

  it("never passes a run that was interrupted, however much had passed", () => {
    for (let n = 0; n <= whole.length; n += 1) {
      const verdict = play(whole.slice(0, n)).interrupt("timed-out", "too slow");
      expect(verdict.outcome).toBe("timed-out");
      expect(verdict.score).toBeLessThan(1);
    }
    expect(play([loaded, declare("a", "b", "c"), start(0), end(0), start(1)]).interrupt("timed-out", "too slow").tests.map((test) => [test.status, test.message]))
      .toEqual([["passed", null], ["errored", "too slow"], ["skipped", null]]);
  });

  it("cuts texts, believes only places in the learner's files and keeps output within the limit", () => {
    const long = "x".repeat(100_000);
    const to = new Census({ secret: SECRET, groups: new Set(["visible"]), paths: new Set(["sum.js"]), limits: { ...DEFAULT_LIMITS, outputKb: 1 } });
    const verdict = play([loaded, declare("a", "b"), start(0), { type: "output", output: long },
      end(0, "failed", { message: long, expected: long, actual: long, location: JSON.stringify({ path: "sum.js", line: 3 }) }), start(1), { type: "output", output: "more" },
      end(1, "failed", { location: JSON.stringify({ path: "/etc/passwd", line: 3 }) }), finish], to).conclude();
    const [first, second] = verdict.tests;
    expect(first?.message?.length).toBeLessThan(2_100);
    expect(first?.expected?.length).toBeLessThan(4_200);
    expect(first?.output.length).toBe(1_024);
    expect(first?.location).toEqual({ path: "sum.js", line: 3 });
    expect(second?.output).toBe("");
    expect(second?.location).toBeNull();
    expect(second?.message).toBe("The test did not hold.");
  });
});
