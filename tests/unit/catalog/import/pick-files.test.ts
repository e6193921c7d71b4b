import { expect, test } from "vitest";
import type { ExerciseSource } from "../../../../app/catalog/import/exercism/exercise-source.ts";
import { pickFiles } from "../../../../app/catalog/import/exercism/pick-files.ts";
import type { FileLists } from "../../../../app/catalog/import/exercism/track-config.ts";

const JS = { kind: "practice", language: "javascript" } as const;
const none: FileLists = { solution: [], test: [], example: [], exemplar: [], editor: [], invalidator: [] };

function source(texts: Record<string, string>, troubles: Record<string, string> = {}): ExerciseSource {
  return { texts: new Map(Object.entries(texts)), troubles: new Map(Object.entries(troubles)) };
}
const small = { "a.js": "stub", "a.spec.js": "test", ".meta/proof.ci.js": "proof" };
const lists: FileLists = { ...none, solution: ["a.js"], test: ["a.spec.js"], example: [".meta/proof.ci.js"] };
const pick = (texts: Record<string, string>, changes: Partial<FileLists> = {}, of: Parameters<typeof pickFiles>[2] = JS, troubles = {}) => pickFiles(source(texts, troubles), { ...lists, ...changes }, of);

function requirePicked(picked: ReturnType<typeof pickFiles>) {
  if ("refused" in picked) throw new Error(picked.refused);
  const { starter, solution, tests, ...rest } = picked;
  return { starter: Object.fromEntries(starter), solution: Object.fromEntries(solution), tests: Object.fromEntries(tests), ...rest };
}

test("the exemplar gets the name of the learner's file", () => {
  expect(requirePicked(pick(small))).toEqual({ starter: { "a.js": "stub" }, readOnly: [], solution: { "a.js": "proof" }, tests: { "a.spec.js": "test" }, warnings: [] });
});

test("several exemplars: by name, then by ending in order; one that stands for none comes along", () => {
  const picked = requirePicked(pick(
    { "a.js": "1", "b.js": "2", "data.json": "3", "a.spec.js": "t", ".meta/b.js": "B", ".meta/proof.ci.js": "A", ".meta/data.proof.json": "D", ".meta/more.js": "M" },
    { solution: ["a.js", "b.js", "data.json"], example: [".meta/proof.ci.js", ".meta/data.proof.json", ".meta/b.js", ".meta/more.js"] },
  ));
  expect(picked.solution).toEqual({ "a.js": "A", "b.js": "B", "data.json": "D", "more.js": "M" });
  expect(requirePicked(pick({ ...small, "b.js": "2" }, { solution: ["a.js", "b.js"] })).warnings).toEqual([expect.stringContaining("`b.js`")]);
});

test("a concept exercise has an exemplar, editor files are only read, tools of the track stay away", () => {
  const picked = requirePicked(pick(
    { ...small, ".meta/exemplar.js": "ex", "help.js": "h", "package.json": "{}", "types.d.ts": "d" },
    { exemplar: [".meta/exemplar.js"], editor: ["help.js", "package.json", "types.d.ts"], invalidator: ["package.json"] },
    { kind: "concept", language: "javascript" },
  ));
  expect(picked).toMatchObject({ starter: { "a.js": "stub", "help.js": "h", "types.d.ts": "d" }, readOnly: ["help.js", "types.d.ts"], solution: { "a.js": "ex" } });
});

test("a missing stub is an empty file, a missing editor file is said", () => {
  const picked = requirePicked(pick({ "a.spec.js": "t", ".meta/proof.ci.js": "p" }, { editor: ["gone.js"] }));
  expect(picked.starter).toEqual({ "a.js": "" });
  expect(picked.warnings).toEqual([expect.stringContaining("`gone.js`"), expect.stringContaining("no stub `a.js`")]);
});

test("bats files bring what they load", () => {
  const picked = requirePicked(pickFiles(
    source({ "a.sh": "", "a.bats": "load bats-extra\nload 'more.bash'\nload ../../other\n", "bats-extra.bash": "x", "more.bash": "y", ".meta/example.sh": "e" }),
    { ...none, solution: ["a.sh"], test: ["a.bats"], example: [".meta/example.sh"] },
    { kind: "practice", language: "bash" },
  ));
  expect(Object.keys(picked.tests)).toEqual(["a.bats", "bats-extra.bash", "more.bash"]);
});

test.each([
  ["a path that leads out", small, { solution: ["../a.js"] }, "leads out"],
  ["an absolute path", small, { test: ["/etc/passwd"] }, "absolute path"],
  ["a drive", small, { test: ["C:/a.spec.js"] }, "absolute path"],
  ["a home", small, { example: ["~/x.js"] }, "absolute path"],
  ["NUL", small, { editor: ["a\0.js"] }, "NUL"],
  ["backslashes", small, { test: ["..\\a.spec.js"] }, "can't be the name"],
  ["a way that turns back", small, { test: ["x/../a.spec.js"] }, "leads out"],
  ["an invalidator outside", small, { invalidator: ["../../config.json"] }, "leads out"],
  ["no test file", { "a.js": "", ".meta/proof.ci.js": "" }, {}, "`a.spec.js` is not there"],
  ["no exemplar", { "a.js": "", "a.spec.js": "t" }, {}, "`.meta/proof.ci.js` is not there"],
  ["none named", small, { example: [] }, "no exemplar"],
  ["no learner's file", small, { solution: [] }, "names no file for the learner"],
  ["an empty test", { ...small, "a.spec.js": " \n" }, {}, "is empty"],
  ["a test by another name", { ...small, "check.js": "t" }, { test: ["check.js"] }, "name of javascript tests"],
  ["a large file", { ...small, "a.js": "x".repeat(300_000) }, {}, "300000 bytes"],
  ["many files", { ...small, ...Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`e${n}.js`, ""])) }, { editor: Array.from({ length: 70 }, (_, n) => `e${n}.js`) }, "more than 64 files"],
  ["hidden tests", { ...small, "hidden/b.spec.js": "t" }, { test: ["hidden/b.spec.js"] }, "means something else"],
  ["a name that no run takes", { ...small, "ä.js": "x" }, { editor: ["ä.js"] }, "can't be the name of a file in a lab"],
  ["a learner's file that hides", { ...small, ".a.js": "x" }, { solution: [".a.js"] }, "can't be the name of a file in a lab"],
])("%s refuses the exercise", (_, texts, changes, reason) => {
  expect(pick(texts, changes)).toEqual({ refused: expect.stringContaining(reason) });
});

test("what was not read refuses with its reason, also by the folder it is in", () => {
  expect(pick({ "a.js": "", "a.spec.js": "t" }, {}, JS, { ".meta": "It is a symbolic link." })).toEqual({ refused: "`.meta`: It is a symbolic link." });
});
