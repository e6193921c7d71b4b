import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportReport } from "../../../app/catalog/import/exercism/import-report.ts";
import { findActivity } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { runImportExercism, type ImportOptions } from "../../../bin/commands/import.ts";
import { Unusable } from "../../../bin/unusable.ts";
import { getCourse, makeFolder, type Changes } from "../../helpers/content-folder.ts";
import { changeTrackConfig, makeTrack, TRACKS } from "../../helpers/exercism-track.ts";
import { recordOutput } from "../../helpers/grading-double.ts";

async function run(track: string, options: Partial<ImportOptions> = {}) {
  const into = options.into ?? (await makeFolder());
  const output = recordOutput();
  const code = await runImportExercism(track, { json: true, ...options, into }, output);
  const text = output.lines.join("\n");
  return { code, into, text, report: options.json === false ? null : (JSON.parse(text) as ImportReport) };
}

async function importChanged(changes: Changes) {
  const { code, report, into } = await run(await makeTrack("javascript", changes));
  return { code, into, refused: report?.refused ?? [], slugs: report?.imported.map((one) => one.slug) ?? [] };
}

/** Every file below, with its text. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, "utf8")] as const)));
}

const COURSE = "courses/exercism-javascript";
const CHIME = "exercises/practice/door-chime";

test.each([
  ["javascript", 4, 2],
  ["typescript", 2, 1],
  ["python", 2, 1],
  ["bash", 2, 0],
] as const)("the %s track becomes a course without problems", async (slug, labs, lessons) => {
  const { code, report, into } = await run(join(TRACKS, slug));
  expect(code).toBe(0);
  expect(report).toMatchObject({ track: { slug, language: slug }, course: { id: `exercism-${slug}`, labs, lessons }, refused: [], warnings: [] });
  const catalog = await readContent(into);
  expect(catalog.problems).toEqual([]);
  expect(catalog.courses.flatMap((course) => course.modules).flatMap((module) => module.activities)).toHaveLength(labs + lessons);
});

test("modules, order and skipped exercises are as the track says", async () => {
  const { report, into } = await run(join(TRACKS, "javascript"));
  expect(getCourse(await readContent(into)).modules.map((module) => module.activities.map((activity) => activity.id))).toEqual([
    ["concepts/warm-room-introduction", "concepts/warm-room", "concepts/count-lamps-introduction", "concepts/count-lamps"],
    ["practice-easy/door-chime"],
    ["practice-medium/tin-can"],
  ]);
  expect(report?.skipped).toEqual([
    { slug: "half-done", kind: "concept", reason: expect.stringContaining("wip") },
    { slug: "old-hat", kind: "practice", reason: expect.stringContaining("deprecated") },
  ]);
});

test("a concept exercise is a lesson and a lab with its files, hints and prerequisites", async () => {
  const { into } = await run(join(TRACKS, "javascript"));
  const course = getCourse(await readContent(into));
  const original = (name: string) => readFile(join(TRACKS, "javascript/exercises/concept/warm-room", name), "utf8");
  const lab = findActivity(course, "concepts", "warm-room");
  if (lab?.kind !== "lab") throw new Error("There is no lab.");
  expect(lab).toMatchObject({ title: "A Warm Room", summary: "Do sums with degrees.", minutes: 30, skills: ["javascript.numbers"], readOnly: ["stove.js"], open: "warm-room.js", runSkipped: false, limits: { cpuMs: 10_000 } });
  expect(lab.starter).toEqual({ "warm-room.js": await original("warm-room.js"), "stove.js": await original("stove.js") });
  expect(lab.solution).toEqual({ "warm-room.js": await original(".meta/exemplar.js") });
  expect(lab.tests).toEqual([{ path: "warm-room.spec.js", text: await original("warm-room.spec.js"), group: "visible" }]);
  expect(lab.hints.map((hint) => hint.title)).toEqual(["General", "Task 1: Say how warm the room shall be", "Task 2: Say how many degrees are missing"]);
  expect(lab.text.source).toContain("Read [A Warm Room: introduction](../01-warm-room-introduction.md) first.");
  expect(lab.text.source).toContain("[count lamps](../04-count-lamps/lab.md)");
  expect(lab.text.source).toContain("written by ada\\_l, grace (Made-up Licence)");
  expect(findActivity(course, "concepts", "warm-room-introduction")?.text.source).toContain(":::note\nA price of \\$5");
  expect(findActivity(course, "concepts", "count-lamps")?.prerequisites).toEqual(["concepts/count-lamps-introduction", "concepts/warm-room"]);
  expect(course.overview.source).toContain("Copyright (c) 2024 The makers of this fixture");
});

test("a practice exercise has its introduction first, and its tests run although they are skipped", async () => {
  const { into } = await run(join(TRACKS, "javascript"));
  const lab = findActivity(getCourse(await readContent(into)), "practice-easy", "door-chime");
  expect(lab).toMatchObject({ kind: "lab", minutes: 15, runSkipped: true });
  expect(lab?.text.source).toMatch(/^\nThe house at the corner[^]*## Instructions\n\nGive back[^]*\[A bell\]\(https:\/\/pictures\.example\/bell\.png\)[^]*## In this track[^]*It goes back to: \[A walk through the town\]/);
  expect(lab?.text.source).not.toContain("Instructions append");
});

test("bats files come with what they load", async () => {
  const { into } = await run(join(TRACKS, "bash"));
  const lab = findActivity(getCourse(await readContent(into)), "practice-easy", "loud-echo");
  expect(lab?.kind === "lab" && [lab.runSkipped, ...lab.tests.map((one) => one.path)]).toEqual([true, "loud_echo.bats", "loud_words.bash"]);
});

test("tests come over byte for byte, marks and line ends of other systems included", async () => {
  const bytes = new TextEncoder().encode("\uFEFFimport { chime } from './door-chime';\r\ntest('ä', () => {\r\n\texpect(chime(1)).toBe('ding dong');  \r\n});");
  const { into } = await run(await makeTrack("javascript", { [`${CHIME}/door-chime.spec.js`]: bytes, "config.json": `\uFEFF${await readFile(join(TRACKS, "javascript/config.json"), "utf8")}` }));
  expect(await readFile(join(into, COURSE, "02-practice-easy/01-door-chime/tests/door-chime.spec.js"))).toEqual(Buffer.from(bytes));
});

test("the report for people names every exercise", async () => {
  const { code, text } = await run(join(TRACKS, "javascript"), { json: false });
  expect(code).toBe(0);
  expect(text).toContain("came over  concepts/warm-room\n");
  expect(text).toContain("skipped    old-hat  The track says it is deprecated.");
  expect(text).toMatch(/4 exercises came over \(0 with warnings\), 2 skipped, 0 refused\.\nThe course has 3 modules, 4 labs and 2 lessons\./);
});

test("--only brings what it names, also what is unfinished, and refuses what is not there", async () => {
  const track = await makeTrack("javascript", { "exercises/practice/old-hat/.meta/config.json": "{}", "exercises/practice/old-hat/old-hat.js": "", "exercises/practice/old-hat/old-hat.spec.js": "test('x', () => {})", "exercises/practice/old-hat/.meta/proof.ci.js": "" });
  const { code, report, into } = await run(track, { only: "old-hat, door-chime" });
  expect([code, report?.imported.map((one) => one.slug), report?.skipped]).toEqual([0, ["door-chime", "old-hat"], []]);
  await expect(run(track, { only: "door-chimes" })).rejects.toThrow("The track has no exercise `door-chimes`. Did you mean `door-chime`?");
  await expect(run(track, { only: " , " })).rejects.toThrow(Unusable);
  // Fewer than the course has: nobody asked to lose the others.
  await expect(run(track, { into, only: "old-hat" })).rejects.toThrow("has 1 exercise that `--only` leaves out");
  expect((await run(track, { into, only: "old-hat,door-chime,tin-can" })).report?.imported).toHaveLength(3);
});

test.each([
  ["a folder that is not there", {}, "/nowhere/at-all", "There is no folder"],
  ["no config.json", { "config.json": null }, null, "no `config.json`"],
  ["a config.json that is none", { "config.json": "{ // x\n}" }, null, "is not JSON"],
  ["text that is no UTF-8", { "config.json": new Uint8Array([0xff, 0xfe, 0x7b]) }, null, "not UTF-8"],
  ["a huge config.json", { "config.json": " ".repeat(5_000_000) }, null, "5000000 bytes"],
  ["no exercises", { exercises: null }, null, "No exercise could come over"],
] as const)("%s is unusable, and nothing is written", async (_, changes: Changes, folder, reason) => {
  const into = await makeFolder();
  await expect(run(folder ?? (await makeTrack("javascript", changes)), { into })).rejects.toThrow(reason);
  expect(await readdir(into)).toEqual([]);
});

test.each([
  ["a path that leads out", { solution: ["../../../LICENSE"], test: ["door-chime.spec.js"], example: [".meta/proof.ci.js"] }, "leads out"],
  ["an absolute path", { solution: ["door-chime.js"], test: ["/etc/passwd"], example: [".meta/proof.ci.js"] }, "absolute path"],
  ["NUL", { solution: ["door-chime.js"], test: ["door-chime.spec.js"], example: [".meta/proof.ci.js\u0000"] }, "NUL"],
  ["a name of another system", { solution: ["door-chime.js"], test: ["..\\..\\x.spec.js"], example: [".meta/proof.ci.js"] }, "can't be the name"],
])("%s in an exercise's configuration refuses that exercise only", async (_, files, reason) => {
  const { code, refused, slugs } = await importChanged({ [`${CHIME}/.meta/config.json`]: JSON.stringify({ files }) });
  expect([code, slugs]).toEqual([1, ["warm-room", "count-lamps", "tin-can"]]);
  expect(refused).toEqual([{ slug: "door-chime", kind: "practice", reason: expect.stringContaining(reason) }]);
});

test.each([
  ["a test that is no text", `${CHIME}/door-chime.spec.js`, new Uint8Array([0xc3, 0x28]), "not UTF-8"],
  ["a stub with NUL", `${CHIME}/door-chime.js`, "a\0b", "NUL"],
  ["a huge solution", `${CHIME}/.meta/proof.ci.js`, "x".repeat(2_000_000), "2000000 bytes"],
  ["a configuration that is none", `${CHIME}/.meta/config.json`, "{", "is not JSON"],
  ["no instructions that can be read", `${CHIME}/.docs/instructions.md`, "\0", "NUL"],
  ["no test", `${CHIME}/door-chime.spec.js`, null, "is not there"],
])("%s refuses that exercise only", async (_, path, text, reason) => {
  const { code, refused } = await importChanged({ [path]: text });
  expect([code, refused]).toEqual([1, [{ slug: "door-chime", kind: "practice", reason: expect.stringContaining(reason) }]]);
});

test("links are not followed, wherever they are", async () => {
  const secret = await makeFolder({ "secret.js": "export const SECRET = 1;", "door-chime.spec.js": "SECRET" });
  for (const [at, target] of [
    [`${CHIME}/door-chime.js`, join(secret, "secret.js")],
    [`${CHIME}/.docs`, secret],
    [CHIME, secret],
    ["exercises/practice", secret],
  ] as const) {
    const track = await makeTrack("javascript", { [at]: null });
    await symlink(target, join(track, at));
    const { code, report, into } = await run(track);
    expect(code).toBe(1);
    expect(report?.refused.find((one) => one.slug === "door-chime")?.reason).toContain("symbolic link");
    expect(JSON.stringify(await readAll(into))).not.toContain("SECRET");
  }
});

test("hostile slugs never become names of folders, and reach the terminal written out", async () => {
  const config = await changeTrackConfig("javascript", (track) => track.exercises.practice.push({ slug: "../../outside" }, { slug: "\u001b[2Jx" }, { slug: "door-chime" }));
  const track = await makeTrack("javascript", { "config.json": config });
  const { code, report, into } = await run(track);
  expect([code, report?.refused.map((one) => one.slug)]).toEqual([1, ["../../outside", "\\u{1b}[2Jx", "door-chime"]]);
  expect(report?.imported).toHaveLength(4);
  expect(await readdir(into)).toEqual(["courses"]);
  const { text } = await run(track, { json: false });
  expect(text.replace(/\n/g, "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("front matter of hostile texts stays text", async () => {
  const config = await changeTrackConfig("javascript", (track) => track.exercises.practice.unshift({ slug: "sly", name: "--- \n kind: lesson\n: {", difficulty: 1 }));
  const files = { "config.json": config, "exercises/practice/sly/sly.js": "", "exercises/practice/sly/sly.spec.js": "test('x', () => {})", "exercises/practice/sly/.meta/proof.ci.js": "", "exercises/practice/sly/.meta/config.json": JSON.stringify({ blurb: "---\n'\"${x}: [" }), "exercises/practice/sly/.docs/instructions.md": "---\nkind: lesson\n---\nx" };
  const { into, report } = await run(await makeTrack("javascript", files));
  expect(report?.refused).toEqual([]);
  expect(findActivity(getCourse(await readContent(into)), "practice-easy", "sly")).toMatchObject({ kind: "lab", title: "--- kind: lesson : {", summary: "--- '\"${x}: [" });
});

test("an exercise that would be a broken lab stays away", async () => {
  // Both would stand side by side in a run.
  const files = { solution: ["door-chime.js"], test: ["door-chime.spec.js"], example: [".meta/proof.ci.js"], editor: ["README.txt"] };
  const { refused } = await importChanged({ [`${CHIME}/.meta/config.json`]: JSON.stringify({ files: { ...files, solution: ["door-chime.txt"] } }), [`${CHIME}/door-chime.txt`]: "x" });
  expect(refused).toEqual([{ slug: "door-chime", kind: "practice", reason: expect.stringContaining("no starter file has a name of that language") }]);
});

test("importing again replaces an unchanged course and nothing else", async () => {
  const { into } = await run(join(TRACKS, "javascript"));
  const before = await readAll(into);
  expect((await run(join(TRACKS, "javascript"), { into })).code).toBe(0);
  expect(await readAll(into)).toEqual(before);
  await run(await makeTrack("javascript", { [`${CHIME}/.docs/instructions.md`]: "New words." }), { into });
  expect((await readAll(into))[`${COURSE}/02-practice-easy/01-door-chime/lab.md`]).toContain("New words.");
  expect(await readdir(join(into, "courses"))).toEqual(["exercism-javascript"]);
});

test.each([
  ["changed", async (course: string) => writeFile(join(course, "course.md"), "---\ntitle: Mine\n---\n"), "was changed since it was imported (course.md)"],
  ["added to", async (course: string) => writeFile(join(course, "02-practice-easy/02-mine.md"), "mine"), "(02-practice-easy/02-mine.md)"],
  ["cut", async (course: string) => rm(join(course, "01-concepts"), { recursive: true }), "and"],
  ["given a picture", async (course: string) => { await mkdir(join(course, "02-practice-easy/01-door-chime/assets")); await writeFile(join(course, "02-practice-easy/01-door-chime/assets/a.png"), "x"); }, "assets/a.png"],
  ["written by hand", async (course: string) => rm(join(course, ".rung-import.json")), "that no import made"],
])("a course that was %s is never replaced", async (_, change, reason) => {
  const { into } = await run(join(TRACKS, "javascript"));
  await change(join(into, COURSE));
  const before = await readAll(into);
  await expect(run(join(TRACKS, "javascript"), { into })).rejects.toThrow(reason);
  expect(await readAll(into)).toEqual(before);
});

test("a file or link in the course's place stays", async () => {
  const into = await makeFolder({ "courses/exercism-javascript": "mine" });
  await expect(run(join(TRACKS, "javascript"), { into })).rejects.toThrow("is no folder");
  const elsewhere = await makeFolder();
  await rm(join(into, COURSE));
  await symlink(elsewhere, join(into, COURSE));
  await expect(run(join(TRACKS, "javascript"), { into })).rejects.toThrow("is no folder");
  expect(await readdir(elsewhere)).toEqual([]);
});
