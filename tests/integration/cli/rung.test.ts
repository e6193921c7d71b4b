/** The real program in a process of its own, with the real sandbox. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeContent, makeFolder, SMALL_CONTENT, SMALL_LAB } from "../../helpers/content-folder.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const LAB = join(SMALL_CONTENT, SMALL_LAB);

function rung(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--no-node-snapshot", join(ROOT, "bin/rung.ts"), ...words], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}

test("the manual is printed", async () => {
  const { code, out } = await rung("manual");
  expect(code).toBe(0);
  expect(out).toMatch(/^# Writing courses/);
  expect(out).toContain("`limits.memoryMb`");
});

test.each([
  [["grade"], /missing required argument/],
  [["grade", "/nowhere/at-all"], /There is no folder \/nowhere\/at-all/],
  [["grade", LAB, "--files", "/nowhere"], /There is no folder/],
  [["check", "/nowhere/at-all"], /There is no folder/],
  [["frobnicate"], /unknown command/],
  [["check", "--frobnicate"], /unknown option/],
])("%j ends with 2, a sentence and no stack", async (words, sentence) => {
  const { code, out, err } = await rung(...words);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
});

test("the reference passes with 0, the starter fails with 1, and a batch says each", async () => {
  const batch = await makeFolder({ "ann/add.js": "export function add(a, b) { return a + b; }", "bob/add.js": "export function add(a, b) { for (;;); }", "cem/add.js": "export function add(" });
  const [solution, starter, all] = await Promise.all([rung("grade", LAB, "--json"), rung("grade", LAB, "--files", join(LAB, "starter")), rung("grade", LAB, "--batch", batch, "--json")]);
  expect(solution).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(solution.out)).toMatchObject({ outcome: "passed", score: 1, tests: [{ name: "adds", group: "visible", status: "passed" }, { name: "adds nothing", group: "hidden", status: "passed" }] });
  expect(starter.code).toBe(1);
  expect(starter.out).toMatch(/^failed +0 of 2 tests/);
  expect(all.code).toBe(1);
  const outcomes = all.out.trim().split("\n").map((line) => JSON.parse(line) as { submission: string; outcome: string });
  expect(Object.fromEntries(outcomes.map(({ submission, outcome }) => [submission, outcome]))).toEqual({ ann: "passed", bob: "timed-out", cem: "errored" });
});

test("a content folder is checked with the engine that grades, mutants included", async () => {
  const sound = await rung("check", SMALL_CONTENT, "--json", "--mutation");
  expect(sound).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(sound.out)).toMatchObject({ courses: 1, problems: [], labs: [{ id: "small/start/add", sound: true, tests: 2, mutation: { killed: 2, total: 2 } }] });

  const broken = await rung("check", await makeContent({ [`${SMALL_LAB}/solution/add.js`]: "export function add(a, b) { return a * b; }" }));
  expect(broken.code).toBe(1);
  expect(broken.out).toContain(`${SMALL_LAB}/solution\n  The reference does not pass: failed;`);
});

test("a reader that has seen enough is no failure", async () => {
  const child = spawn("sh", ["-c", `"$0" --no-node-snapshot bin/rung.ts manual | head -n 1`, process.execPath], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const code = await new Promise((done) => child.on("close", done));
  expect([code, err]).toEqual([0, ""]);
});
