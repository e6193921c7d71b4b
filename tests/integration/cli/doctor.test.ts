import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runDoctor, type DoctorReport, type OpenSandbox } from "../../../bin/commands/doctor.ts";
import { checkContent, checkDatabase, checkDisk, checkLayers, checkSqlite, checkVersions, type Environment } from "../../../bin/doctor-checks.ts";
import { openDatabase } from "../../../db/open-database.ts";
import { LANGUAGES, type GradeRequest, type GradeResult } from "../../../sandbox/contract.ts";
import { SMALL_CONTENT } from "../../helpers/content-folder.ts";
import { doubleSandbox, gradeResult } from "../../helpers/test-deps.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rung-doctor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Right and wrong programs are told apart by their texts: the wrong ones of the self-test give another number. */
function judge({ language, files }: GradeRequest): GradeResult {
  const text = Object.values(files).join("");
  const isWrong = /\* 2|return number;|\/\/ 3|FROM item ORDER|echo "\$1"|<p>8/.test(text);
  return gradeResult({ outcome: isWrong ? "failed" : "passed", engine: `rung-${language}/1` });
}
const open = (answer: (request: GradeRequest) => GradeResult): OpenSandbox => async () => doubleSandbox(answer);

async function examine(answer: (request: GradeRequest) => GradeResult, environment: Environment = {}): Promise<{ code: number; report: DoctorReport; text: string }> {
  const lines: string[] = [];
  const environmentHere = { DATABASE_FILE: join(folder, "rung.db"), CONTENT_DIR: SMALL_CONTENT, ...environment };
  const code = await runDoctor({ json: true }, environmentHere, { print: (line) => lines.push(line) }, open(answer));
  const text: string[] = [];
  expect(await runDoctor({}, environmentHere, { print: (line) => text.push(line) }, open(answer))).toBe(code);
  return { code, report: JSON.parse(lines.join("\n")) as DoctorReport, text: text.join("\n") };
}

describe("rung doctor", () => {
  it("ends with 0 when all is well, and names every language with its times", async () => {
    const { code, report, text } = await examine(judge);
    expect(code).toBe(0);
    expect(report.fine).toBe(true);
    expect(report.languages.map(({ language, problem, engine }) => [language, problem, engine])).toEqual(LANGUAGES.map((language) => [language, null, `rung-${language}/1`]));
    expect(text).toContain("All is well.");
    expect(text).toMatch(/python +started in \d+ ms, a warm run takes 5 ms/);
  });

  it("ends with 1 when a right program does not pass, and says how it ended", async () => {
    const { code, report, text } = await examine((request) => (request.language === "sql" ? gradeResult({ outcome: "crashed", message: "The grader crashed.", tests: [] }) : judge(request)));
    expect(code).toBe(1);
    expect(report.languages.filter(({ problem }) => problem !== null)).toMatchObject([{ language: "sql", problem: "a right program ended as “crashed”, not “passed”: The grader crashed." }]);
    expect(text).toMatch(/WRONG +sql/);
    expect(text).toContain("Something is wrong");
  });

  it("ends with 1 when a wrong program passes: a grader that says yes to all is none", async () => {
    const { code, report } = await examine(() => gradeResult());
    expect(code).toBe(1);
    expect(report.languages.every(({ problem }) => problem?.startsWith("a wrong program ended as “passed”"))).toBe(true);
  });

  it("ends with 1 and the reason when an engine does not start", async () => {
    const lines: string[] = [];
    const broken: OpenSandbox = async () => ({ ...doubleSandbox(judge), ready: async (languages) => {
      if (languages?.includes("python")) throw new Error("python is not available in this build.");
    } });
    expect(await runDoctor({ json: true }, { DATABASE_FILE: ":memory:", CONTENT_DIR: SMALL_CONTENT }, { print: (line) => lines.push(line) }, broken)).toBe(1);
    expect((JSON.parse(lines.join("\n")) as DoctorReport).languages.find(({ language }) => language === "python")).toMatchObject({ problem: "python is not available in this build.", warmMs: null });
  });

  it("names a wrong setting, and looks on with the defaults", async () => {
    const { code, report } = await examine(judge, { PORT: "many" });
    expect(code).toBe(1);
    expect(report.checks.find(({ name }) => name === "settings")).toMatchObject({ state: "wrong", found: expect.stringContaining("PORT=many") });
  });
});

describe("its checks", () => {
  it("name versions below the floor", () => {
    const versions = [{ name: "Node" as const, version: "24.1.0", floor: "24.0.0" }, { name: "isolated-vm" as const, version: "7.0.0", floor: "7.0.1" }];
    const states = checkVersions({ versions, problem: "isolated-vm 7.0.0 has a known hole." }).map(({ name, state }) => [name, state]);
    expect(states).toEqual([["Node", "fine"], ["isolated-vm", "wrong"], ["SQLite", "fine"]]);
    expect(checkSqlite("3.34.1")).toMatchObject({ state: "wrong", remedy: expect.stringContaining("npm ci") });
  });

  it("count a missing layer as a note, with what to do", () => {
    const layer = { name: "no network" as const, stops: "Reaching the network.", detail: "unshare was not found.", remedy: "Install it." };
    expect(checkLayers({ layers: [{ ...layer, active: false }, { ...layer, active: true, remedy: null }] })).toEqual([
      { name: "no network", state: "note", found: "unshare was not found. It would stop: reaching the network.", remedy: "Install it." },
      { name: "no network", state: "fine", found: "unshare was not found.", remedy: null },
    ]);
  });

  it("read a sound database, and name a missing, a foreign and a newer one", async () => {
    const file = join(folder, "rung.db");
    expect(await checkDatabase(file)).toMatchObject({ state: "fine", found: `${file} is not there yet; the first start makes it` });
    openDatabase(file).close();
    expect(await checkDatabase(file)).toMatchObject({ state: "fine", found: expect.stringContaining("sound") });
    writeFileSync(file, "no database at all, only words. ".repeat(400));
    expect(await checkDatabase(file)).toMatchObject({ state: "wrong", remedy: expect.stringContaining("backup") });
    expect(await checkDatabase(":memory:")).toMatchObject({ state: "note" });
  });

  it("name a content folder that is not there, and one with problems", async () => {
    expect(await checkContent(join(folder, "nothing"))).toMatchObject({ state: "wrong", remedy: expect.stringContaining("CONTENT_DIR") });
    expect(await checkContent(SMALL_CONTENT)).toMatchObject({ state: "fine", found: expect.stringContaining("1 course") });
    expect(await checkContent(folder)).toMatchObject({ state: "note" });
  });

  it("measure the disk of a database whose folder is not there yet", async () => {
    const [database, temporary] = await checkDisk(join(folder, "not", "yet", "rung.db"));
    expect(database?.found).toContain(folder);
    expect(temporary?.name).toBe("disk of temporary files");
  });
});

it("runs as a program, with the real sandbox", async () => {
  const child = spawn(process.execPath, ["--no-node-snapshot", join(ROOT, "bin/rung.ts"), "doctor", "--json"], {
    cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DATABASE_FILE: join(folder, "rung.db"), CONTENT_DIR: SMALL_CONTENT },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const code = await new Promise((done) => child.on("close", done));
  expect(err).toBe("");
  const report = JSON.parse(out) as DoctorReport;
  expect(report.languages.filter(({ problem }) => problem !== null)).toEqual([]);
  expect(report.checks.filter(({ state }) => state === "wrong")).toEqual([]);
  expect(report.layers.map(({ name }) => name)).toContain("memory watch");
  expect(code).toBe(0);
});
