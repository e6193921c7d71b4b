/** The real program, with the real sandbox: a track comes over, and its exemplars pass while no stub does. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../helpers/content-folder.ts";
import { TRACKS } from "../../helpers/exercism-track.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

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

const LABS = {
  javascript: { "concepts/warm-room": 2, "concepts/count-lamps": 2, "practice-easy/door-chime": 4, "practice-medium/tin-can": 2 },
  typescript: { "concepts/name-tag": 1, "practice-medium/shop-queue": 2 },
  python: { "concepts/bread-and-salt": 1, "practice-easy/bus-stop": 2 },
  bash: { "practice-easy/loud-echo": 2, "practice-easy/add-up": 2 },
};

test("tracks come over side by side: every lab is sound, and every test of it ran", async () => {
  const into = await makeFolder();
  for (const slug of Object.keys(LABS)) expect(await rung("import", "exercism", join(TRACKS, slug), "--into", into, "--json"), slug).toMatchObject({ code: 0, err: "" });
  // One check of all: each would start its engines anew.
  const { code, out, err } = await rung("check", into, "--json");
  const report = JSON.parse(out) as { problems: unknown[]; labs: { id: string; sound: boolean; tests: number }[] };
  expect({ code, err, problems: report.problems }).toEqual({ code: 0, err: "", problems: [] });
  const expected = Object.entries(LABS).flatMap(([slug, labs]) => Object.entries(labs).map(([lab, tests]) => [`exercism-${slug}/${lab}`, tests] as const));
  expect(Object.fromEntries(report.labs.map((lab) => [lab.id, lab.sound && lab.tests]))).toEqual(Object.fromEntries(expected));
});

test("what can't be imported ends with 2, a sentence and no stack", async () => {
  const into = await makeFolder();
  for (const [words, sentence] of [
    [["import", "exercism", "/nowhere/at-all", "--into", into], /There is no folder/],
    [["import", "exercism", TRACKS, "--into", into], /no `config.json`/],
    [["import", "exercism", TRACKS], /required option '--into <DIR>'/],
    [["import", "exercism", join(TRACKS, "bash"), "--into", into, "--only", "nothing-like-it"], /has no exercise `nothing-like-it`/],
  ] as const) {
    const { code, out, err } = await rung(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  }
});
