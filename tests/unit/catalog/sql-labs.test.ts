import { describe, expect, test } from "vitest";
import { buildSqlMutants } from "../../../app/catalog/build-sql-mutants.ts";
import { checkLab } from "../../../app/catalog/check-lab.ts";
import { buildLearnerActivity } from "../../../app/catalog/learner-view.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { buildRunOptions } from "../../../app/catalog/workspace.ts";
import type { Lab } from "../../../app/catalog/catalog.ts";
import type { GradeRequest } from "../../../sandbox/contract.ts";
import { getCourse, makeContent, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";
import { testLab } from "../../helpers/test-course.ts";
import { gradeResult } from "../../helpers/test-deps.ts";

const SQL = `${SMALL_MODULE}/05-dear-things`;
const SQL_LAB: Changes = {
  [`${SQL}/lab.md`]: "---\nkind: lab\ntitle: Dear things\nlanguage: sql\nminutes: 5\n---\nAsk.\n",
  [`${SQL}/starter/query.sql`]: "-- Yours\n",
  [`${SQL}/solution/query.sql`]: "SELECT name FROM item WHERE price > 5;\n",
  [`${SQL}/tests/shop.sql`]: "-- case: a shop\nCREATE TABLE item(name, price);\n",
  [`${SQL}/tests/hidden/other.sql`]: "-- case: another\nCREATE TABLE item(name, price);\n",
};
const without = (path: string): Changes => Object.fromEntries(Object.entries(SQL_LAB).filter(([name]) => name !== path));
async function readSqlLab(changes: Changes = {}): Promise<Lab> {
  const course = getCourse(await readContent(await makeContent({ ...SQL_LAB, ...changes })));
  const lab = course.modules.flatMap(({ activities }) => activities).find(({ id }) => id === "start/dear-things");
  if (lab?.kind !== "lab") throw new Error(`There is no such lab: ${JSON.stringify(course.problems)}`);
  return lab;
}

describe("the reference of a lab", () => {
  test("goes to the judges that compare with it, and to no other", async () => {
    const lab = await readSqlLab();
    expect(lab.tests.map(({ path, group }) => [path, group])).toEqual([["shop.sql", "visible"], ["other.sql", "hidden"]]);
    expect(buildRunOptions(lab)).toEqual({ reference: { "query.sql": "SELECT name FROM item WHERE price > 5;\n" } });
    expect(buildRunOptions(testLab())).toEqual({});
    const requests: GradeRequest[] = [];
    await checkLab(lab, async (request) => (requests.push(request), gradeResult()));
    expect(requests.map(({ reference, files }) => [reference, files])).toEqual([[lab.solution, lab.solution], [lab.solution, lab.starter]]);
  });
  test("is nothing that learners get", async () => {
    expect(JSON.stringify(buildLearnerActivity(await readSqlLab()))).not.toContain("price > 5");
  });
  test("is part of what grades, so that the test hash follows it", async () => {
    const [before, after] = [await readSqlLab(), await readSqlLab({ [`${SQL}/solution/query.sql`]: "SELECT name FROM item WHERE price >= 5;\n" })];
    expect(after.testHash).not.toBe(before.testHash);
  });
  test("must be a script", async () => {
    const { problems } = getCourse(await readContent(await makeContent({ ...without(`${SQL}/solution/query.sql`), [`${SQL}/solution/notes.txt`]: "x" })));
    expect(problems.map(({ file, fix }) => [file, fix])).toContainEqual([`${SQL}/solution`, "Put the reference script, a file `.sql` with the name of the starter's, under `solution/`."]);
  });
  test("is what a project has not, so that its data sets could be compared with nothing", async () => {
    const project = `${SMALL_MODULE}/03-report`;
    const { problems } = getCourse(await readContent(await makeContent({
      [`${project}/project.md`]: "---\nkind: project\ntitle: Report\nlanguage: sql\nminutes: 5\n---\nWrite.\n", [`${project}/starter/query.sql`]: "-- x\n", [`${project}/tests/a.sql`]: "SELECT 1;\n",
    })));
    expect(problems).toContainEqual(expect.objectContaining({ file: `${project}/tests`, message: expect.stringContaining("a project has none") }));
  });
});

describe("what becomes of type errors", () => {
  const TYPED = `${SMALL_MODULE}/06-typed`;
  const typed = (field: string, language = "typescript", extension = "ts"): Changes => ({
    [`${TYPED}/lab.md`]: `---\nkind: lab\ntitle: Typed\nlanguage: ${language}\nminutes: 5\n${field}---\nWrite.\n`,
    [`${TYPED}/starter/a.${extension}`]: "export {};\n", [`${TYPED}/solution/a.${extension}`]: "export const a = 1;\n", [`${TYPED}/tests/a.test.${extension}`]: "test('a', () => {});\n",
  });
  const read = async (changes: Changes) => {
    const course = getCourse(await readContent(await makeContent(changes)));
    return { lab: course.modules.flatMap(({ activities }) => activities).find(({ id }) => id === "start/typed"), problems: course.problems };
  };

  test("is that they explain, unless the lab says otherwise; only where they can decide does the test hash say so", async () => {
    const labs = await Promise.all(["", "typeErrors: explain\n", "typeErrors: ignore\n", "typeErrors: fatal\n"].map(async (field) => (await read(typed(field))).lab));
    expect(labs.map((lab) => lab?.kind === "lab" && buildRunOptions(lab))).toEqual([{ typeErrors: "explain" }, { typeErrors: "explain" }, {}, { typeErrors: "fatal" }]);
    const [usual, explain, ignore, fatal] = labs.map((lab) => (lab?.kind === "lab" ? lab.testHash : ""));
    expect([explain === usual, ignore === usual, fatal === usual]).toEqual([true, true, false]);
  });
  test("can be said for a whole course, and by a lab of another language not at all", async () => {
    const defaults = { [`${SMALL_MODULE}/module.md`]: "---\ntitle: Start\ndefaults: { language: javascript, typeErrors: fatal }\n---\n" };
    expect((await read({ ...typed(""), ...defaults })).lab).toMatchObject({ typeErrors: "fatal" });
    expect((await read({ ...typed("", "javascript", "js"), ...defaults })).lab).toMatchObject({ typeErrors: "ignore" });
    expect((await read(typed("typeErrors: fatal\n", "javascript", "js"))).problems).toContainEqual(expect.objectContaining({ file: `${TYPED}/lab.md`, line: 6, field: "typeErrors", fix: "Remove the field." }));
    expect((await read(typed("typeErrors: strict\n"))).problems).toContainEqual(expect.objectContaining({ field: "typeErrors" }));
  });
});

describe("faults in a script", () => {
  const changes = (text: string, isOrdered = false): string[] => buildSqlMutants("q.sql", text, { isOrdered }).map(({ line, change }) => `${line}: ${change}`);

  test("are put where data sets should notice them", () => {
    expect(changes("SELECT DISTINCT max(a), count(*) -- a > 1\nFROM t LEFT JOIN u ON t.x = u.x /* b < 2 */\nWHERE a >= 10 AND b IS NOT NULL AND c = 'it''s' AND d BETWEEN 1 AND 3;")).toEqual([
      "1: `DISTINCT` is removed", "1: `max` becomes `min`", "2: `LEFT JOIN` becomes `JOIN`", "2: `=` becomes `<>`",
      "3: `>=` becomes `>`", "3: `>=` becomes `<`", "3: `10` becomes `11`", "3: `AND` becomes `OR`", "3: `NOT NULL` loses its `NOT`", "3: `AND` becomes `OR`",
      "3: `=` becomes `<>`", "3: `'it''s'` becomes `''`", "3: `AND` becomes `OR`", "3: `1` becomes `2`", "3: `3` becomes `4`",
    ]);
    expect(changes('SELECT t.*, -1, a * 2, "x > 1" FROM t JOIN u UNION ALL SELECT * FROM v')).toEqual([
      "1: `1` becomes `2`", "1: `*` becomes `/`", "1: `2` becomes `3`", "1: `JOIN` becomes `LEFT JOIN`", "1: `UNION ALL` becomes `UNION`",
    ]);
  });
  test("turn the order only where it is looked at", () => {
    expect(changes("SELECT a FROM t ORDER BY a DESC")).toEqual([]);
    expect(changes("SELECT a FROM t ORDER BY a DESC", true)).toEqual(["1: `DESC` becomes `ASC`"]);
  });
  test("change one place each, of one file, and not too many", () => {
    expect(buildSqlMutants("q.sql", "UPDATE t SET a = a + 1, b = c WHERE d = 2;", { isOrdered: false }).map(({ text }) => text)).toEqual([
      "UPDATE t SET a = a - 1, b = c WHERE d = 2;", "UPDATE t SET a = a + 2, b = c WHERE d = 2;",
      "UPDATE t SET a = a + 1, b = c WHERE d <> 2;", "UPDATE t SET a = a + 1, b = c WHERE d = 3;",
    ]);
    expect(buildSqlMutants("q.txt", "SELECT 1", { isOrdered: false })).toEqual([]);
    expect(buildSqlMutants("q.sql", "SELECT 1;\n".repeat(300), { isOrdered: false, most: 7 })).toHaveLength(7);
  });
});
