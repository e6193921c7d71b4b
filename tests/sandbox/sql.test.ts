import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { compareTables, equalCells } from "../../sandbox/languages/sql/compare.ts";
import { parseDataSet } from "../../sandbox/languages/sql/data-set.ts";
import { readAnswer } from "../../sandbox/languages/sql/read-answer.ts";
import { findErrorLine, firstWords, hasOpenComment, skipBlanks } from "../../sandbox/languages/sql/sql-text.ts";
import { showCell, showTable } from "../../sandbox/languages/sql/table.ts";
import type { Table } from "../../sandbox/languages/sql/table.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";
import { parseTableText } from "../../app/features/submissions/table-text.ts";

const ANY = { ordered: false, names: false, types: false };
const table = (columns: string[], ...rows: string[][]): Table => ({ columns, rows });

describe("the head of a data set", () => {
  it("says how results are judged", () => {
    expect(parseDataSet("tests/hidden/many.sql", "-- case: Many | of them\r\n\n-- ordered: true\n--names:yes\n-- Types: true\nCREATE TABLE t(a);\n-- ordered: false")).toMatchObject({
      name: "Many | of them", ordered: true, names: true, types: true, check: null,
    });
  });
  it("may be left out, and then the file gives the name", () => {
    expect(parseDataSet("tests/hidden/many.sql", "CREATE TABLE t(a); -- case: no\n-- ordered: true")).toMatchObject({ name: "many", ordered: false, names: false, types: false, check: null });
  });
  it("has a check that goes on over comment lines, up to an empty one", () => {
    expect(parseDataSet("a.sql", "-- check: SELECT a\n--   FROM t\n-- ORDER BY a\n\n-- nothing of it\nCREATE TABLE t(a);").check).toBe("SELECT a\n  FROM t\nORDER BY a");
    expect(parseDataSet("a.sql", "-- check:   \nCREATE TABLE t(a);").check).toBeNull();
  });
});

describe("a result as a table", () => {
  it("tells values apart that look alike", () => {
    expect(["n", "tNULL", "i6", "t6", "r6", "r0.5", "r1e+21", "b00ff", "tx'00ff'", "t", "t a", "tit's", "t'quoted'", "t2026-03-20", "t-.5e3"].map(showCell))
      .toEqual(["NULL", "'NULL'", "6", "'6'", "6.0", "0.5", "1e+21", "x'00ff'", "'x''00ff'''", "''", "' a'", "it's", "'''quoted'''", "2026-03-20", "'-.5e3'"]);
  });
  it("keeps every cell in its place, whatever is in it", () => {
    const cells = ["a|b", "a\\|b", "back\\", "line\r\nline\rline\u2028line", "tab\tbed", "| --- |"];
    const read = parseTableText(showTable(table(["x | y", "1", "2", "3", "4", "5\n6"], cells.map((cell) => `t${cell}`))));
    expect(read).toEqual({ columns: ["x | y", "1", "2", "3", "4", "5⏎6"], rows: [["a|b", "a\\|b", "back\\", "line⏎line⏎line⏎line", "tab⇥bed", "| --- |"]], note: "" });
  });
  it("shows twenty rows around the one that matters, and says what is left out", () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => [`i${index}`]);
    const read = parseTableText(showTable(table(["n"], ...rows), 600));
    expect(read?.rows).toHaveLength(20);
    expect(read?.rows.flat()).toContain("600");
    expect(read?.note).toBe("Left out: 590 rows before these, 590 rows after.");
    expect(parseTableText(showTable(table(["n"], ...rows.slice(0, 3)), 9))?.rows).toEqual([["0"], ["1"], ["2"]]);
  });
  it("stays within what a report may hold", () => {
    const wide = table(Array.from({ length: 500 }, (_, index) => `${"n".repeat(200)}${index}`), ...Array.from({ length: 30 }, () => Array.from({ length: 500 }, () => `t${"v".repeat(300)}`)));
    const text = showTable(wide, 3);
    expect(text.length).toBeLessThan(4_096);
    expect(parseTableText(text)?.columns).toHaveLength(16);
    expect(text).toContain("485 columns");
  });
});

describe("the comparison", () => {
  const expected = table(["name", "price"], ["tpen", "r1.5"], ["tbook", "i12"], ["tbook", "i12"]);
  const say = (actual: Table, rules = ANY, wanted = expected): string | undefined => compareTables(wanted, actual, rules)?.message;

  it("takes rows in any order, each as often as it should be there", () => {
    expect(say(table(["a", "b"], ["tbook", "r12"], ["tpen", "r1.5"], ["tbook", "i12"]))).toBeUndefined();
    expect(say(table(["a", "b"], ["tbook", "i12"], ["tpen", "r1.5"], ["tpen", "r1.5"]))).toBe("Row 3 differs.");
  });
  it("asks for the order where the lab does", () => {
    const turned = table(["a", "b"], ["tbook", "i12"], ["tpen", "r1.5"], ["tbook", "i12"]);
    expect(say(turned, { ...ANY, ordered: true })).toContain("not in the order that is asked for: row 1");
    expect(say({ ...expected }, { ...ANY, ordered: true })).toBeUndefined();
  });
  it("says which columns are missing or too many", () => {
    expect(say(table(["name"], ["tpen"]))).toBe("The result has 1 column, and 2 are expected. Missing: price.");
    expect(say(table(["id", "NAME", "price"]))).toBe("The result has 3 columns, and 2 are expected. Too many: id.");
  });
  it("compares the names of columns where the lab asks, without regard to capitals", () => {
    const other = { ...expected, columns: ["Name", "cost"] };
    expect(say(other)).toBeUndefined();
    expect(say(other, { ...ANY, names: true })).toBe("Column 2 is called cost, and price is expected.");
  });
  it("counts rows", () => {
    expect(say(table(["a", "b"], ["tpen", "r1.5"]), { ...ANY, ordered: true })).toBe("2 rows are missing: 1 instead of 3.");
    expect(say(table(["a", "b"], ...expected.rows, ["tbag", "n"]))).toBe("1 row too many: 4 instead of 3. Row 4 should not be there.");
  });
  it("says in which column a row differs, and how", () => {
    expect(say(table(["a", "b"], ["tpen", "t1.5"], ["tbook", "i12"], ["tbook", "i12"]))).toBe("Row 1 differs in price: text where a decimal number is expected.");
    expect(say(table(["a", "b"], ["tpen", "n"], ["tbook", "i12"], ["tbook", "i12"]), { ...ANY, ordered: true })).toBe("Row 1 differs in price: NULL where a decimal number is expected.");
    expect(say(table(["a", "b"], ["tpen", "r1.25"], ["tbook", "i12"], ["tbook", "i12"]), { ...ANY, ordered: true })).toBe("Row 1 differs in price.");
    const long = "x".repeat(70);
    expect(say(table(["a"], [`t${long}b`]), ANY, table(["a"], [`t${long}c`]))).toBe("Row 1 differs in a, from character 71 on.");
  });
  it("never shows the reference's expressions as names", () => {
    const wanted = table(["shelf", "sum(price * 1.19)"], ["i1", "i2"]);
    const difference = compareTables(wanted, table(["shelf", "x"], ["i1", "i3"]), ANY);
    expect(JSON.stringify(difference)).not.toContain("1.19");
    expect(difference?.expected).toContain("| shelf | column 2 |");
    expect(compareTables(wanted, table(["shelf"]), ANY)?.message).toBe("The result has 1 column, and 2 are expected. Missing: column 2.");
  });
  it("takes numbers by their value unless types count, and nothing else for a number", () => {
    expect(equalCells("i2", "r2", ANY)).toBe(true);
    expect(equalCells("i2", "r2", { types: true })).toBe(false);
    expect(equalCells("r0.3", "r0.30000000000000004", { types: true })).toBe(true);
    expect(equalCells("r0.3", "r0.3000001", ANY)).toBe(false);
    expect(equalCells("i9007199254740993", "i9007199254740992", ANY)).toBe(false);
    for (const other of ["t2", "n", "b32", "t2.0"]) expect(equalCells("i2", other, ANY)).toBe(false);
    expect(equalCells("t", "n", ANY)).toBe(false);
    expect(equalCells("tabc", "b616263", ANY)).toBe(false);
  });
  it("finds near numbers in any order too", () => {
    expect(say(table(["a", "b"], ["tx", "r1.0000000000005001"], ["ty", "r2"]), ANY, table(["a", "b"], ["ty", "i2"], ["tx", "r1.0000000000004999"]))).toBeUndefined();
  });
});

describe("reading scripts for messages", () => {
  it("passes over blanks, empty statements and comments", () => {
    expect(skipBlanks("\uFEFF ;; -- a\n /* b ; */ ;SELECT")).toBe(22);
    expect(firstWords("/* x */ ;vacuum -- y\n \"main\" /**/ into 'f'")).toEqual(["VACUUM", '"MAIN"', "INTO"]);
    expect([hasOpenComment("-- a\n/* b"), hasOpenComment("/* a */ SELECT 1 /* b"), hasOpenComment("/* a */")]).toEqual([true, false, false]);
  });
  it("gives the line that a message is about", () => {
    const script = "SELECT 1;\n\nSELECT a,\n  b\nFROM t";
    const at = (message: string, statement: string, phase: "reading" | "running" = "reading"): number => findErrorLine({ message, statement, phase, before: "SELECT 1;" }, script);
    expect(at("no such column: b", script.slice(9))).toBe(4);
    expect(at("no such table: t", script.slice(9))).toBe(5);
    expect(at('near "b": syntax error', "\n\nSELECT a,\n  b")).toBe(4);
    expect(at("UNIQUE constraint failed: t.a", script.slice(9), "running")).toBe(3);
    expect(at("incomplete input", script.slice(9))).toBe(5);
  });
});

describe("what comes out of the isolate", () => {
  it("is believed only in the form that it should have", () => {
    expect(readAnswer({ shown: [], table: table(["a"], ["i1"]) })).toMatchObject({ table: { columns: ["a"] }, views: [] });
    for (const bad of [{}, { shown: [] }, { shown: [], problem: "passed" }, { shown: [], table: { columns: ["a"], rows: [["i1", "i2"]] } }, { shown: [], table: { columns: [1], rows: [] } }, { shown: [null], problem: "empty" }]) {
      expect(() => readAnswer(bad)).toThrow();
    }
  });
});

describe("labs in SQL", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = createSandbox({ workers: 1 });
    await sandbox.ready(["sql"]);
  });
  afterAll(() => sandbox.close(0));

  const ITEMS = "CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT, price REAL);\nINSERT INTO item VALUES (1, 'pen', 1.5), (2, 'book', 12);\n";
  const QUERY = "SELECT name FROM item WHERE price > 5";
  async function grade(script: string | Record<string, string>, { tests = ITEMS, reference = QUERY, ...more }: Omit<Partial<GradeRequest>, "tests" | "reference"> & { tests?: string | string[]; reference?: string } = {}): Promise<GradeResult> {
    const answer = await sandbox.grade({
      language: "sql", files: typeof script === "string" ? { "main.sql": script } : script, reference: { "main.sql": reference },
      tests: (Array.isArray(tests) ? tests : [tests]).map((text, index) => ({ path: `set-${index + 1}.sql`, text, group: index === 0 ? "visible" : "hidden" })),
      limits: { cpuMs: 1_500, wallMs: 8_000 }, ...more,
    });
    if (isBusy(answer)) throw new Error(answer.message);
    return answer;
  }

  it("run the script and the reference on every data set, each afresh", async () => {
    const tests = [`-- case: two things\n${ITEMS}`, `-- case: none\n${ITEMS}DELETE FROM item;`];
    const result = await grade("CREATE TABLE mine AS SELECT * FROM item;\nSELECT name FROM mine WHERE price > 5.0", { tests });
    expect(result).toMatchObject({ outcome: "passed", score: 1 });
    expect(result.tests.map(({ name, group, status }) => [name, group, status])).toEqual([["two things", "visible", "passed"], ["none", "hidden", "passed"]]);
    expect(result.tests.map(({ output }) => output)).toEqual(["| name |\n| --- |\n| book |\n", "| name |\n| --- |\n"]);
  });
  it("show both tables of a wrong answer and print what came before it", async () => {
    const { tests: [test], outcome } = await grade("SELECT count(*) FROM item;\nSELECT name FROM item WHERE price > 1");
    expect(outcome).toBe("failed");
    expect(test).toMatchObject({
      status: "failed", message: "1 row too many: 2 instead of 1. Row 1 should not be there.",
      expected: "| name |\n| --- |\n| book |", actual: "| name |\n| --- |\n| pen |\n| book |", output: "| count(*) |\n| --- |\n| 2 |\n",
    });
  });
  it("say SQLite's words and the learner's own line", async () => {
    const { tests: [test], outcome } = await grade("SELECT 1;\n\nSELECT name,\n       prize\nFROM item;");
    expect(outcome).toBe("errored");
    expect(test).toMatchObject({ status: "errored", message: "SQLite says: no such column: prize", location: { path: "main.sql", line: 4 } });
    expect((await grade("-- é 👩‍🚀\nSELECT 'ü';\nINSERT INTO item VALUES (1, 'x', 2);")).tests[0]).toMatchObject({ message: "SQLite says: UNIQUE constraint failed: item.id", location: { line: 3 } });
  });
  it("compare the tables after a script that changes data, as its commit left them", async () => {
    const change = { tests: `-- check: SELECT name, price FROM item ORDER BY id\n${ITEMS}`, reference: "UPDATE item SET price = 2 * price WHERE id = 1;" };
    expect(await grade("BEGIN; UPDATE item SET price = 3 WHERE name = 'pen'; COMMIT;", change)).toMatchObject({ outcome: "passed" });
    expect((await grade("BEGIN; UPDATE item SET price = 3 WHERE name = 'pen';", change)).tests[0]?.message).toContain("leaves its transaction open");
    expect((await grade("UPDATE item SET price = 3;", change)).tests[0]).toMatchObject({ status: "failed", message: "Row 2 differs in price." });
    expect((await grade("DROP TABLE item;", change)).tests[0]?.message).toBe("The tables can't be read after the script: no such table: item.");
  });
  it("accept a view in a table's place only where the reference makes one", async () => {
    const view = "ALTER TABLE item RENAME TO goods; CREATE VIEW item AS SELECT id, name, 2 * price AS price FROM goods;";
    const tests = `-- check: SELECT name, price FROM item ORDER BY id\n${ITEMS}`;
    expect(await grade(view, { tests, reference: view })).toMatchObject({ outcome: "passed" });
    expect((await grade(view, { tests, reference: "UPDATE item SET price = 2 * price;" })).tests[0]).toMatchObject({ status: "failed", message: "item was a table, and it is a view now. The table itself is what should change." });
  });
  it("run several scripts in the order of their names, and not the read-only files beside them", async () => {
    const files = { "1-make.sql": "CREATE TABLE t(a);", "2-fill.sql": "INSERT INTO t VALUES (7);\n\nSELECT a FROM tt", "schema.sql": "not sql" };
    const reference = { "1-make.sql": "", "2-fill.sql": "SELECT 7" };
    const answer = await sandbox.grade({ language: "sql", files, reference, tests: [{ path: "a.sql", text: "", group: "visible" }] });
    expect(answer).toMatchObject({ outcome: "errored", tests: [{ location: { path: "2-fill.sql", line: 3 } }] });
    const fixed = await sandbox.grade({ language: "sql", files: { ...files, "2-fill.sql": "INSERT INTO t VALUES (7); SELECT a FROM t" }, reference, tests: [{ path: "a.sql", text: "", group: "visible" }] });
    expect(fixed).toMatchObject({ outcome: "passed" });
    expect(await grade({ "other.sql": QUERY })).toMatchObject({ outcome: "errored", message: "There is no file main.sql. Was it renamed or deleted?" });
  });
  it("say what is missing in a script without statement or result", async () => {
    const messages = await Promise.all(["", " ;;\n-- nothing\n;", "/* SELECT 1", "DELETE FROM item"].map(async (script) => (await grade(script)).tests[0]?.message));
    expect(messages).toEqual([
      "The script has no statement.", "The script has no statement.", "The script has no statement. A comment that begins with /* is never closed.",
      "The script gives no result: it should end with a SELECT.",
    ]);
  });
  it("never pass for want of a reference or a sound one, and say nothing of its text", async () => {
    expect(await grade(QUERY, { reference: "SELECT secret_word FROM item" })).toMatchObject({ outcome: "errored", tests: [{ status: "errored", message: "The lab's reference gives no result on this data set. This is not your mistake: please tell your instructor." }] });
    const without = await sandbox.grade({ language: "sql", files: { "main.sql": QUERY }, tests: [{ path: "a.sql", text: ITEMS, group: "visible" }] });
    expect(without).toMatchObject({ outcome: "errored", score: 0, message: expect.stringContaining("no reference to compare with") });
    expect((await grade(QUERY, { tests: "CREATE TABEL item(a);" })).tests[0]).toMatchObject({ status: "errored", message: expect.stringContaining("The data set can't be set up: near \"TABEL\"") });
  });
  it("leave nothing in memory for the next run, and give the same answer again", async () => {
    const script = "SELECT (SELECT count(*) FROM sqlite_schema), hex(randomblob(8)), datetime('now')";
    const [first, second] = [await grade(script, { reference: script, seed: "a", tests: "" }), await grade(script, { reference: script, seed: "a", tests: "" })];
    // The judge's SQLite lives on, and so its random numbers are its own: only the learner's can be asked for again.
    const drawn = (result: GradeResult): string | undefined => /\| 0 \| ([0-9A-F']+) \|/.exec(result.tests[0]?.actual ?? "")?.[1];
    expect(drawn(first)).toBeDefined();
    expect(drawn(second)).toBe(drawn(first));
  });
});
