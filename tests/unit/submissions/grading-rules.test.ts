import { describe, expect, it } from "vitest";
import { buildGradeRequest, decideNextStep, MAX_ATTEMPTS } from "../../../app/features/submissions/grading-rules.ts";
import { testLab, testProject } from "../../helpers/test-course.ts";

const of = { files: { "sum.js": "mine" }, userId: "lena", seed: "s" };

describe("the next step of a queued submission", () => {
  it("is to grade it, counting", () => expect(decideNextStep({ attempts: 0 })).toEqual({ kind: "grade", attempts: 1 }));
  it("is the last try at the limit", () => expect(decideNextStep({ attempts: MAX_ATTEMPTS - 1 })).toEqual({ kind: "grade", attempts: MAX_ATTEMPTS }));
  it("is to give up when every try took the process with it", () => expect(decideNextStep({ attempts: MAX_ATTEMPTS })).toEqual({ kind: "give-up" }));
});

describe("the request of a verdict", () => {
  it("runs visible tests before hidden ones, whatever their order in the folder", () => {
    const tests = [...testLab().tests].reverse();
    expect(buildGradeRequest(testLab({ tests }), of)?.tests.map((test) => test.group)).toEqual(["visible", "hidden"]);
  });

  it("goes before everybody's runs, for its owner, with the lab's own read-only files", () => {
    const lab = testLab({ starter: { "sum.js": "", "data.txt": "given" }, readOnly: ["data.txt"], limits: { cpuMs: 100 } });
    expect(buildGradeRequest(lab, { ...of, files: { "sum.js": "mine", "data.txt": "forged", "more.test.js": "forged" } })).toMatchObject({
      priority: "submit", owner: "lena", seed: "s", limits: { cpuMs: 100 }, files: { "sum.js": "mine", "data.txt": "given" },
    });
  });

  it("does not exist for a project without a language", () => {
    expect(buildGradeRequest(testProject({ language: null }), of)).toBeNull();
  });
});
