import { expect, it } from "vitest";
import { listLanguages } from "../../../app/catalog/list-languages.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { makeContent, SMALL_MODULE } from "../../helpers/content-folder.ts";

it("lists each language of labs and projects once, in the sandbox's order", async () => {
  const lab = `${SMALL_MODULE}/09-query`;
  const catalog = await readContent(await makeContent({
    [`${lab}/lab.md`]: "---\nkind: lab\ntitle: Query\nlanguage: sql\nminutes: 5\n---\n\nAsk.\n",
    [`${lab}/starter/a.sql`]: "SELECT 2;\n", [`${lab}/solution/a.sql`]: "SELECT 1;\n", [`${lab}/tests/one.sql`]: "-- case: one\n",
  }));
  expect(listLanguages(catalog)).toEqual(["javascript", "sql"]);
  expect(listLanguages({ courses: [] })).toEqual([]);
});
