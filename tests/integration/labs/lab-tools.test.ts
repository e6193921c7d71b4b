import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSqlTables, listSqlTables } from "../../../app/features/labs/list-sql-tables.server.ts";
import { runConsole } from "../../../app/features/labs/run-console.server.ts";
import { listSqlNames } from "../../../app/features/labs/sql-tables.ts";
import { runCode } from "../../../app/features/submissions/run-code.server.ts";
import type { GradeRequest, Sandbox } from "../../../sandbox/contract.ts";
import { createSandbox } from "../../../sandbox/sandbox.ts";
import { testLab } from "../../helpers/test-course.ts";
import { doubleSandbox, gradeResult, makeTestDeps } from "../../helpers/test-deps.ts";

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox({ workers: 1, languages: ["bash", "sql"] });
});
afterAll(() => sandbox.close(0));

describe("the console of a bash lab", () => {
  const lab = testLab({
    language: "bash", open: "count.sh", starter: { "count.sh": "grep -c ERROR access.log\n", "access.log": "a ERROR\nb OK\n" }, readOnly: ["access.log"],
    tests: [{ path: "count.bats", group: "visible", text: '@test "counts" { run bash count.sh; }' }, { path: "hidden.txt", group: "hidden", text: "THE ANSWER" }],
  });
  const ask = (command: string, earlier: string[] = [], files: Record<string, string> = {}) =>
    runConsole(makeTestDeps({ sandbox }), { userId: "lena", lab, asked: { files, earlier, command, seed: "s" } });

  it("runs a command on the learner's files", async () => {
    expect(await ask("bash count.sh; cat count.sh", [], { "count.sh": "echo mine" })).toEqual({ kind: "said", output: "mine\necho mine", status: 0, hasEnded: false, folder: "/lab" });
  });

  it("keeps folder, variables and files of earlier commands, and draws alike", async () => {
    const said = await ask("echo $X; cat f; echo $((A == RANDOM))", ["X=5; cd /tmp", "echo hi > f", "A=$RANDOM; RANDOM=7; A=$RANDOM; RANDOM=7"]);
    expect(said).toMatchObject({ kind: "said", output: "5\nhi\n1\n", folder: "/tmp" });
  });

  it("shows a script that can't be read, and what the shell says of it", async () => {
    expect(await ask("cat count.sh; bash count.sh", [], { "count.sh": "if then\n" })).toMatchObject({ kind: "said", output: expect.stringMatching(/^if then\ncount\.sh: line 1: syntax error/), status: 2 });
    expect(await ask("echo 'open")).toMatchObject({ kind: "said", output: expect.stringMatching(/^bash: unexpected end of file/), status: 2 });
  });

  it("says when a command ended the shell", async () => {
    expect(await ask("exit 3")).toMatchObject({ kind: "said", status: 3, hasEnded: true });
  });

  it("has no hidden file and no test", async () => {
    expect(await ask("ls -a | tr '\\n' ' '; cat hidden.txt")).toMatchObject({ output: expect.stringMatching(/^\. \.\. access\.log count\.sh cat: hidden\.txt/) });
  });

  it("stops what has no end, with a reason", async () => {
    const short = { ...lab, limits: { cpuMs: 300 } };
    const asked = { files: {}, earlier: [], command: "echo begun; while :; do :; done", seed: "s" };
    expect(await runConsole(makeTestDeps({ sandbox }), { userId: "lena", lab: short, asked })).toMatchObject({ kind: "stopped", reason: "timed-out" });
  });

  it("refuses files that are not the learner's", async () => {
    expect(await ask("ls", [], { "access.log": "mine" })).toMatchObject({ kind: "refused" });
  });
});

describe("the tables of an SQL lab", () => {
  const dataSet = `-- case: first\n-- check: SELECT 1\n--   FROM x\nCREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL);
    INSERT INTO parcels (city) VALUES ('Lyon'), ('6'), ('Ghent'), ('Porto');\nCREATE TABLE "odd | name" ("b c" INT);`;
  const make = () => testLab({ language: "sql", open: "a.sql", starter: { "a.sql": "" }, solution: { "a.sql": "SELECT 1" }, tests: [{ path: "h.sql", group: "hidden", text: "CREATE TABLE secret (x);" }, { path: "a.sql", group: "visible", text: dataSet }] });

  it("are those of the first visible data set, with their first rows", async () => {
    const answer = await listSqlTables({ sandbox }, make());
    expect(answer).toEqual({
      kind: "tables",
      tables: [
        { name: "parcels", columns: [{ name: "id", type: "INTEGER", required: false, isKey: true }, { name: "city", type: "TEXT", required: true, isKey: false }], rows: { columns: ["id", "city"], rows: [["1", "Lyon"], ["2", "'6'"], ["3", "Ghent"]], note: "" } },
        { name: "odd | name", columns: [{ name: "b c", type: "INT", required: false, isKey: false }], rows: { columns: ["b c"], rows: [], note: "" } },
      ],
    });
    expect(answer.kind === "tables" && listSqlNames(answer.tables).map(({ name }) => name)).toEqual(["parcels", "id", "city", "odd | name", "b c"]);
  });

  it("are asked for once, and again after a busy sandbox", async () => {
    let asked = 0;
    const busyOnce: Sandbox = { ...sandbox, grade: (request, options) => (++asked === 1 ? Promise.resolve({ busy: true, reason: "many", message: "later", retryAfterMs: 10 }) : sandbox.grade(request, options)) };
    const lab = make();
    expect(await listSqlTables({ sandbox: busyOnce }, lab)).toEqual({ kind: "busy", retryAfterMs: 10 });
    expect(await findSqlTables({ sandbox: busyOnce }, lab, { patienceMs: 20_000 })).toHaveLength(2);
    const before = asked;
    expect(await findSqlTables({ sandbox: busyOnce }, lab, { patienceMs: 0 })).toHaveLength(2);
    expect(asked).toBe(before);
  });

  it("don't keep a page waiting", async () => {
    const never: Sandbox = { ...sandbox, grade: () => new Promise(() => {}) };
    expect(await findSqlTables({ sandbox: never }, make(), { patienceMs: 1 })).toBeNull();
  });

  it("are none in other languages", async () => {
    expect(await findSqlTables({ sandbox }, testLab(), { patienceMs: 1 })).toBeNull();
  });
});

describe("a live run", () => {
  it("stands behind everybody and has less time than Run", async () => {
    const seen: GradeRequest[] = [];
    const deps = makeTestDeps({ sandbox: doubleSandbox((request) => (seen.push(request), gradeResult())) });
    const lab = testLab({ limits: { cpuMs: 9_000, wallMs: 1_000 } });
    const of = { userId: "lena", activity: lab, files: {} };
    await runCode(deps, { ...of, isLive: true });
    await runCode(deps, of);
    expect(seen).toMatchObject([{ priority: "preview", owner: "lena", limits: { cpuMs: 2_000, wallMs: 1_000 } }, { priority: "run", owner: "lena", limits: { cpuMs: 9_000, wallMs: 1_000 } }]);
  });
});
