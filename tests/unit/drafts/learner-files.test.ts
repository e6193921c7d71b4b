import { describe, expect, it } from "vitest";
import { mergeWithStarter, parseLearnerFiles } from "../../../app/features/drafts/learner-files.ts";
import { SOURCE_LIMITS } from "../../../sandbox/contract.ts";
import { testLab } from "../../helpers/test-course.ts";

const lab = testLab({ starter: { "sum.js": "start", "extra.js": "extra", "data.txt": "given" }, readOnly: ["data.txt"] });

describe("the files that a page sends", () => {
  it("are taken when they are the learner's own", () => {
    expect(parseLearnerFiles(lab, { "sum.js": "mine" })).toEqual({ ok: true, files: { "sum.js": "mine" } });
  });

  it.each([["../sum.js"], ["/etc/passwd"], ["sum.test.js"], ["more.test.js"], ["data.txt"], ["constructor"], ["toString"], ["a\u0000b"], [""]])("are refused as a whole with %j among them", (path) => {
    expect(parseLearnerFiles(lab, { "sum.js": "mine", [path]: "x" })).toMatchObject({ ok: false });
  });

  it("are refused with a prototype among them", () => {
    expect(parseLearnerFiles(lab, JSON.parse('{ "__proto__": "x" }'))).toMatchObject({ ok: false });
  });

  it.each([[null], [undefined], ["text"], [[]], [{ "sum.js": 5 }], [{ "sum.js": null }]])("are refused when they are %j", (sent) => {
    expect(parseLearnerFiles(lab, sent)).toMatchObject({ ok: false });
  });

  it("may be as large as the sandbox takes, counted in bytes, and no larger", () => {
    const fits = "é".repeat(SOURCE_LIMITS.fileBytes / 2);
    expect(parseLearnerFiles(lab, { "sum.js": fits }).ok).toBe(true);
    expect(parseLearnerFiles(lab, { "sum.js": `${fits}a` })).toMatchObject({ ok: false, message: { key: "fileTooLarge", values: { most: 256 } } });
  });

  it("may be as large together as the sandbox takes", () => {
    const names = ["a.js", "b.js", "c.js", "d.js", "e.js"];
    const large = testLab({ starter: Object.fromEntries(names.map((name) => [name, ""])) });
    const sent = Object.fromEntries(names.map((name) => [name, "x".repeat(SOURCE_LIMITS.fileBytes - 1)]));
    expect(parseLearnerFiles(large, sent)).toMatchObject({ ok: false, message: { key: "filesTooLarge" } });
  });

  it("show no control characters of a path in the refusal", () => {
    const answer = parseLearnerFiles(lab, { "\u001b[31mred": "x" });
    expect(answer.ok ? "" : answer.message).not.toContain("\u001b");
  });
});

describe("the learner's text over the starter", () => {
  it("gains files that the starter has gained, keeps its own, and leaves out read-only and lost ones", () => {
    expect(mergeWithStarter(lab, { "sum.js": "mine", "gone.js": "old", "data.txt": "changed" })).toEqual({ "sum.js": "mine", "extra.js": "extra" });
  });
});
