import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Language, Sandbox } from "../../sandbox/contract.ts";
import { workerFlags } from "../../sandbox/child.ts";
import { createSandbox, probeLayers } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
const events: object[] = [];
beforeAll(async () => {
  sandbox = createSandbox({ workers: 2, log: (event) => events.push(event) });
  await sandbox.ready();
});
afterAll(async () => {
  await sandbox.close(0);
});

async function grade(files: Record<string, string>, test: string, more: Partial<GradeRequest> = {}): Promise<GradeResult> {
  const answer = await sandbox.grade({ language: "javascript", files, tests: [{ path: "main.test.js", text: test, group: "visible" }], ...more });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
function workerPids(): number[] {
  return childrenOf(process.pid).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker.ts");
    } catch {
      return false;
    }
  });
}

describe("the sandbox", () => {
  it("reports a failed comparison with both values, the learner's line of a throw, and output test by test", async () => {
    const result = await grade(
      { "main.js": 'console.log("loading");\nexport const add = (a, b) => {\n  console.log("adding", a, b);\n  return a - b;\n};\nexport function boom() {\n  return null.x;\n}\n' },
      'import { add, boom } from "./main";\ntest("adds", () => { expect({ sum: add(1, 2) }).toEqual({ sum: 3 }); });\ntest("booms", () => { boom(); });',
    );
    expect(result).toMatchObject({
      outcome: "failed", score: 0, output: "loading\n", message: null,
      tests: [
        { name: "adds", status: "failed", expected: "{ sum: 3 }", actual: "{ sum: -1 }", output: "adding 1 2\n", location: null },
        { name: "booms", status: "failed", message: "TypeError: Cannot read properties of null (reading 'x')", location: { path: "main.js", line: 7 } },
      ],
    });
    expect(result.engine).toMatch(/^rung-js\/\d+ isolated-vm\/7\.\d+\.\d+ node\/\d+/);
  });

  it("keeps the learner's lines in TypeScript, also where code was made of it", async () => {
    const source = "enum E { A, B }\n\nclass P {\n  constructor(private x: number) {}\n}\nexport function boom(): number {\n  const p = new P(E.B);\n  throw new RangeError(`line 8 ${typeof p}`);\n}\n";
    const result = await sandbox.grade({ language: "typescript", files: { "main.ts": source }, tests: [{ path: "main.test.ts", text: 'import { boom } from "./main";\nit("booms", (): void => { boom(); });', group: "hidden" }] });
    expect(result).toMatchObject({ outcome: "failed", tests: [{ group: "hidden", location: { path: "main.ts", line: 8 } }] });
  });

  it.each([
    ["a syntax error", "export const f = 1;\n\nlet x = ;", /^main\.js could not be read: SyntaxError: Unexpected token ';' \(line 3\)$/],
    ["a throw while loading", "export const f = 1;\nnull.x;", /^main\.js could not be loaded: TypeError: Cannot read properties of null \(reading 'x'\) \(main\.js, line 2\)$/],
    ["CommonJS amid imports", "export const g = 1;\nmodule.exports = { f: 1 };", /Programs here use import and export instead/],
    ["an import that is not there", 'import { x } from "./other";\nexport const f = x;', /^main\.js imports "\.\/other", which is not one of its files/],
  ])("says what is wrong with %s", async (_what, source, expected) => {
    const result = await grade({ "main.js": source }, 'import { f } from "./main";\ntest("f", () => { expect(f).toBe(1); });');
    expect(result).toMatchObject({ outcome: "errored", score: 0 });
    expect(result.message).toMatch(expected);
  });

  it("makes a missing export undefined, so that other tests still run", async () => {
    const result = await grade({ "main.js": "export const one = 1;" }, 'import { one, two } from "./main";\ntest("one", () => { expect(one).toBe(1); });\ntest("two", () => { expect(two).toBe(2); });');
    expect(result.tests.map((test) => test.status)).toEqual(["passed", "failed"]);
  });

  it("loads several files of both sides, JSON among them", async () => {
    const result = await grade(
      { "main.js": 'import { twice } from "./lib/twice.js";\nimport data from "./data.json";\nexport const sum = () => twice(data.n);', "lib/twice.js": "export const twice = (n) => n * 2;", "data.json": '{ "n": 21 }' },
      "", { tests: [
        { path: "a.test.js", text: 'import { sum } from "./main";\nimport { answer } from "./helper";\ntest("a", () => { expect(sum()).toBe(answer); });', group: "visible" },
        { path: "b.test.js", text: 'import * as main from "./main";\ntest("b", () => { expect(Object.keys(main)).toEqual(["sum"]); });', group: "hidden" },
        { path: "helper.js", text: "export const answer = 42;", group: "hidden" },
      ] },
    );
    expect(result).toMatchObject({ outcome: "passed", tests: [{ name: "a", group: "visible" }, { name: "b", group: "hidden" }] });
  });

  it("lets a program be heard that is stopped", async () => {
    const result = await grade({ "main.js": 'export function spin() { console.log("here I am"); for (;;); }' }, 'import { spin } from "./main";\ntest("first", () => {});\ntest("spins", () => { spin(); });\ntest("last", () => {});', { limits: { cpuMs: 300, wallMs: 1_500 } });
    expect(result).toMatchObject({ outcome: "timed-out", tests: [{ status: "passed" }, { status: "errored", output: "here I am\n" }, { status: "skipped" }] });
  });

  it("tells of the tests before one that never ends, and which one that was", async () => {
    const program = "export const fine = () => console.log('heard'); export const loop = () => { for (;;); };";
    const tests = 'import { fine, loop } from "./main"; test("a", () => fine()); test("b", () => loop()); test("c", () => fine());';
    const { outcome, tests: told } = await grade({ "main.js": program }, tests, { limits: { cpuMs: 300, wallMs: 5_000 } });
    expect(outcome).toBe("timed-out");
    expect(told.map(({ name, status, output }) => [name, status, output])).toEqual([["a", "passed", "heard\n"], ["b", "errored", ""], ["c", "skipped", ""]]);
  });

  it("draws the same random numbers for the same seed", async () => {
    const draw = async (seed: string): Promise<string> => {
      const result = await grade({ "main.js": "console.log(Math.random(), crypto.getRandomValues(new Uint8Array(4)).join());" }, 'import "./main";\ntest("t", () => {});', { seed });
      expect(result.outcome).toBe("passed");
      return result.output;
    };
    const [one, again, other] = [await draw("one"), await draw("one"), await draw("other")];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it("keeps nothing from one run to the next", async () => {
    const source = 'export const seen = [globalThis.left, Array.prototype.left, Object.left];\nglobalThis.left = Array.prototype.left = Object.left = "left";';
    for (let i = 0; i < 4; i += 1) {
      const result = await grade({ "main.js": source }, 'import { seen } from "./main";\ntest("is alone", () => { expect(seen).toEqual([undefined, undefined, undefined]); });');
      expect(result.outcome).toBe("passed");
    }
  });

  it("gives everybody their own result", async () => {
    const results = await Promise.all(Array.from({ length: 40 }, (_, i) =>
      grade({ "main.js": `console.log("output of ${i}"); export const n = ${i};` }, `import { n } from "./main";\ntest("is ${i}", () => { expect(n).toBe(${i}); });`)));
    results.forEach((result, i) => expect(result).toMatchObject({ outcome: "passed", output: `output of ${i}\n`, tests: [{ name: `is ${i}` }] }));
  });

  it("ends a language that no engine grades in a clear sentence, and starts nothing for it", async () => {
    const language = "cobol" as Language;
    expect(await grade({ "a.cbl": "" }, "", { language })).toMatchObject({ outcome: "crashed", message: "cobol is not available in this build.", tests: [] });
    await expect(sandbox.ready([language])).rejects.toThrow("cobol is not available in this build.");
    expect(sandbox.status().engines.map(({ kind }) => kind)).toEqual(["javascript"]);
  });

  it("refuses what is too large before anything reads it", async () => {
    expect(await grade({ "main.js": "x".repeat(300_000) }, "")).toMatchObject({ outcome: "errored", message: expect.stringMatching(/larger than 256 KB/) });
  });

  it("grades nothing below the floor of versions", async () => {
    const old = createSandbox({ workers: 1, versions: { node: "24.21.0", isolatedVm: "7.0.0" } });
    await expect(old.ready()).rejects.toThrow(/known hole/);
    const answer = await old.grade({ language: "javascript", files: {}, tests: [] });
    expect(answer).toMatchObject({ outcome: "crashed", message: expect.stringMatching(/known hole/) });
    await old.close();
  });
});

describe("the flags of a worker", () => {
  it("let it read its own code, and read, write and start nothing else", () => {
    const attempts = {
      read: 'require("fs").readFileSync("/etc/passwd")', list: 'require("fs").readdirSync("/")', write: 'require("fs").writeFileSync("x.txt", "x")',
      start: 'require("child_process").spawnSync("true")', thread: 'new (require("worker_threads").Worker)("1", { eval: true })',
    };
    const script = `const out = {}; const attempts = ${JSON.stringify(attempts)};
      for (const [name, code] of Object.entries(attempts)) { try { new Function("require", code)(require); out[name] = "done"; } catch (error) { out[name] = error.code; } }
      console.log(JSON.stringify(out));`;
    const said = execFileSync(process.execPath, [...workerFlags([]), "-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(JSON.parse(said)).toEqual({ read: "ERR_ACCESS_DENIED", list: "ERR_ACCESS_DENIED", write: "ERR_ACCESS_DENIED", start: "ERR_ACCESS_DENIED", thread: "ERR_ACCESS_DENIED" });
  });
});

describe.runIf(existsSync("/proc/self/environ"))("its processes", () => {
  it("have an empty environment, an empty folder, no open files of others and their own group", async () => {
    await sandbox.ready();
    const pids = workerPids();
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) {
      expect(readFileSync(`/proc/${pid}/environ`, "utf8")).toBe("");
      expect(readdirSync(readlinkSync(`/proc/${pid}/cwd`))).toEqual([]);
      const open = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
      expect(open.filter((name) => name.startsWith("/") && name !== "/dev/null" && !name.startsWith("/dev/urandom"))).toEqual([]);
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      expect(Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2])).toBe(pid);
    }
  });

  it("have no network where the machine allows to take it away", async () => {
    const { list } = await probeLayers();
    const layer = list.find((one) => one.name === "no network");
    expect(layer?.detail).not.toBe("");
    const pid = workerPids()[0] as number;
    const own = readlinkSync("/proc/self/ns/net");
    if (layer?.active === true) expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(own);
    else expect(readlinkSync(`/proc/${pid}/ns/net`)).toBe(own);
  });

  it("are replaced when they are killed from outside, and the run is tried again", async () => {
    const before = sandbox.status().restarts;
    const running = grade({ "main.js": "export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms, ms));" }, 'import { wait } from "./main";\ntest("waits", async () => { expect(await wait(700)).toBe(700); });');
    await new Promise((resolve) => setTimeout(resolve, 250));
    for (const pid of workerPids()) process.kill(pid, "SIGKILL");
    expect((await running).outcome).toBe("passed");
    expect(sandbox.status().restarts).toBeGreaterThan(before);
    expect(events).toContainEqual(expect.objectContaining({ event: "worker-died", signal: "SIGKILL" }));
  });

  it("are gone after closing, and their folders with them", async () => {
    await sandbox.ready();
    // Workers that others' tests have ended are replaced, of which none may be taken for this one's.
    await expect.poll(() => sandbox.status().engines.every(({ workers, idle }) => workers === idle)).toBe(true);
    const before = workerPids();
    const own = createSandbox({ workers: 1 });
    await own.ready();
    const mine = workerPids().filter((pid) => !before.includes(pid));
    const folders = mine.map((pid) => readlinkSync(`/proc/${pid}/cwd`));
    expect(mine).toHaveLength(1);
    const looping = own.grade({ language: "javascript", files: { "main.js": "for (;;);" }, tests: [{ path: "main.test.js", text: 'import "./main";', group: "visible" }] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await own.close(0);
    await looping;
    expect(mine.filter((pid) => isAlive(pid))).toEqual([]);
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it("end with the process that started them, also in the middle of a loop", async () => {
    const { list } = await probeLayers();
    if (list.find((one) => one.name === "no orphans")?.active !== true) return;
    const script = `
      import { createSandbox } from ${JSON.stringify(new URL("../../sandbox/sandbox.ts", import.meta.url).href)};
      import { readFileSync } from "node:fs";
      const sandbox = createSandbox({ workers: 1 });
      await sandbox.ready();
      void sandbox.grade({ language: "javascript", files: { "a.js": "for (;;);" }, tests: [{ path: "a.test.js", text: 'import "./a";', group: "visible" }], limits: { cpuMs: 20000, wallMs: 40000 } });
      setTimeout(() => {
        console.log(readFileSync("/proc/self/task/" + process.pid + "/children", "utf8"));
        process.kill(process.pid, "SIGKILL");
      }, 300);`;
    let output = "";
    try {
      execFileSync(process.execPath, ["--no-node-snapshot", "--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    const pids = output.trim().split(" ").map(Number);
    expect(pids.length).toBeGreaterThan(0);
    await expect.poll(() => pids.filter((pid) => isAlive(pid)).length).toBe(0);
  });
});

function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
