import { describe, expect, it } from "vitest";
import { aboutOf, FAILURES_IN_A_ROW, findStuck, listFailing, type StuckFacts } from "../../../app/features/labs/stuck.ts";

const facts = (changes: Partial<StuckFacts>): StuckFacts => ({ verdicts: [], activeSeconds: 0, minutes: 20, hasPassed: false, declined: [], ...changes });

describe("findStuck", () => {
  it("offers nothing after fewer failures in a row than three", () => {
    expect(FAILURES_IN_A_ROW).toBe(3);
    expect(findStuck(facts({ verdicts: [["a"], ["a"]] }))).toBeNull();
    expect(findStuck(facts({ verdicts: [["a"], ["a"], ["b"], ["a"]] }))).toBeNull();
  });

  it("names the test that failed in each of the latest three verdicts, and how often", () => {
    expect(findStuck(facts({ verdicts: [["b", "a"], ["a"], ["a", "b"], ["a"]] }))).toEqual({ kind: "test", name: "a", times: 4 });
  });

  it("forgets earlier failures once the test passed", () => {
    expect(findStuck(facts({ verdicts: [[], ["a"], ["a"], ["a"]] }))).toBeNull();
  });

  it("offers help once for each test", () => {
    const verdicts = [["a", "b"], ["a", "b"], ["a", "b"]];
    const declined = [aboutOf({ kind: "test", name: "a", times: 3 })];
    expect(findStuck(facts({ verdicts, declined }))).toMatchObject({ name: "b" });
    expect(findStuck(facts({ verdicts, declined: [...declined, "test:b"] }))).toBeNull();
  });

  it("offers help far over the usual time, but not for a short lab that took twice as long", () => {
    expect(findStuck(facts({ activeSeconds: 39 * 60, minutes: 20 }))).toBeNull();
    expect(findStuck(facts({ activeSeconds: 40 * 60, minutes: 20 }))).toEqual({ kind: "time", minutes: 40 });
    expect(findStuck(facts({ activeSeconds: 12 * 60, minutes: 5 }))).toBeNull();
    expect(findStuck(facts({ activeSeconds: 20 * 60, minutes: 5 }))).not.toBeNull();
    expect(findStuck(facts({ activeSeconds: 40 * 60, declined: ["time"] }))).toBeNull();
  });

  it("offers nothing to somebody who has passed", () => {
    expect(findStuck(facts({ verdicts: [["a"], ["a"], ["a"]], activeSeconds: 99_999, hasPassed: true }))).toBeNull();
  });
});

describe("listFailing", () => {
  it("names what failed or broke, once, and neither passed nor skipped tests", () => {
    const tests = [["a", "failed"], ["b", "passed"], ["c", "errored"], ["d", "skipped"], ["a", "failed"]].map(([name = "", status = ""]) => ({ name, status }));
    expect(listFailing(tests)).toEqual(["a", "c"]);
  });
});

it("remembers an offer by a name of bounded length", () => {
  expect(aboutOf({ kind: "test", name: "x".repeat(9_000), times: 3 }).length).toBe(300);
  expect(aboutOf({ kind: "time", minutes: 3 })).toBe("time");
});
