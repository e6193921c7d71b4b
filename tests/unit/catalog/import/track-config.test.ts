import { expect, test } from "vitest";
import { parseExerciseConfig, parseTrack, resolveFileLists, type Track } from "../../../../app/catalog/import/exercism/track-config.ts";

const parse = (changes: object) => parseTrack(JSON.stringify({ language: "JavaScript", slug: "javascript", exercises: { concept: [], practice: [] }, ...changes }));

function requireTrack(answer: ReturnType<typeof parseTrack>): Track {
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.track;
}

test.each([
  ["{", "is not JSON"],
  ["[]", "not that of an Exercism track"],
  ['{"language":"Rust","slug":"rust","exercises":{}}', "track `rust`. Tracks that can be brought over: javascript, typescript, python, bash."],
  ['{"language":"x","slug":"__proto__","exercises":{}}', "This is the track"],
])("%s is refused", (text, reason) => {
  expect(parseTrack(text)).toEqual({ refused: expect.stringContaining(reason) });
});

test("entries that are no exercises are named, the others stay", () => {
  const practice = [{ slug: "good" }, { slug: "good" }, { slug: "../../etc" }, { name: "no slug" }, 5, { slug: "a\u0000b" }];
  const track = requireTrack(parse({ exercises: { practice } }));
  expect(track.exercises.map((one) => one.slug)).toEqual(["good"]);
  expect(track.faulty.map((one) => one.slug)).toEqual(["good", "../../etc", "?", "?", "a\u0000b"]);
});

test("titles come from the name, or the slug", () => {
  const track = requireTrack(parse({ exercises: { practice: [{ slug: "two-doors" }, { slug: "b", name: "The\n B" }, { slug: "c", name: "x".repeat(300), difficulty: 99 }] } }));
  expect(track.exercises.map((one) => one.title.length > 100 ? "long" : one.title)).toEqual(["Two Doors", "The B", expect.stringMatching(/^x{99}…$/)]);
  expect(track.exercises.map((one) => one.difficulty)).toEqual([1, 1, 1]);
});

test("an exercise without lists has the track's patterns", () => {
  const files = { solution: ["%{kebab_slug}.js", "%{snake_slug}.py", "%{camel_slug}", "%{pascal_slug}"], test: ["%{kebab_slug}.spec.js"], editor: ["%{kebab_slug}.d.ts"] };
  const track = requireTrack(parse({ files }));
  const parsed = parseExerciseConfig('{ "files": { "test": ["own.spec.js"] } }');
  expect("config" in parsed && resolveFileLists(track, "two-big-doors", parsed.config.files)).toMatchObject({
    solution: ["two-big-doors.js", "two_big_doors.py", "twoBigDoors", "TwoBigDoors"], test: ["own.spec.js"], editor: [],
  });
});

test("flags say which tests may run long", () => {
  const flagged = (flags: object) => parseExerciseConfig(JSON.stringify({ custom: flags }));
  expect(flagged({ "flag.tests.may-run-long": true, "other": 1 })).toMatchObject({ config: { mayRunLong: true } });
  expect(flagged({ "flag.tests.includes-optional": true })).toMatchObject({ config: { mayRunLong: true } });
  expect(flagged({ "flag.tests.may-run-long": "true" })).toMatchObject({ config: { mayRunLong: false } });
});

test("odd fields of an exercise are as good as none", () => {
  expect(parseExerciseConfig('{ "authors": 5, "blurb": null, "files": { "solution": "a.js" } }')).toEqual({
    config: { authors: [], blurb: "", source: "", sourceUrl: "", files: { solution: [], test: [], example: [], exemplar: [], editor: [], invalidator: [] }, mayRunLong: false },
  });
  expect(parseExerciseConfig("nothing")).toEqual({ refused: expect.stringContaining("`.meta/config.json` is not JSON") });
});
