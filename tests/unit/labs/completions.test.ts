import { describe, expect, it } from "vitest";
import { listCompletions, type CompletedLanguage } from "../../../app/ui/code-editor/completions.ts";
import type { NameToComplete } from "../../../app/ui/code-editor/editor-types.ts";

const NAMES: NameToComplete[] = [
  { name: "parcels", kind: "table", detail: "" }, { name: "city", kind: "column", detail: "parcels · text" },
  { name: "vans", kind: "table", detail: "" }, { name: "plate", kind: "column", detail: "vans · text" },
];
const labels = (language: CompletedLanguage, before: string, texts: string[] = [], names = NAMES) => listCompletions({ language, before, texts, names }).map(({ label }) => label);

describe("completion", () => {
  it("offers builtins, keywords and the words of all files in Python", () => {
    const offered = labels("python", "x = ", ["def answer_times(log): ..."], []);
    for (const name of ["sorted", "return", "answer_times"]) expect(offered).toContain(name);
    expect(offered).not.toContain("itertools");
  });
  it("offers modules where one is imported, and nothing else", () => {
    for (const before of ["import ", "from ", "import csv, "]) expect(labels("python", before)).toContain("itertools");
    expect(labels("python", "import ")).not.toContain("sorted");
    expect(labels("python", "from itertools import ")).toContain("sorted");
  });
  it("offers utilities and builtins in the shell, within double quotes too", () => {
    for (const before of ["", 'echo "$(']) expect(labels("shell", before)).toEqual(expect.arrayContaining(["grep", "read", "while"]));
  });
  it("offers tables and columns in SQL, and after a dot those of the table or its other name", () => {
    expect(labels("sql", "SELECT ")).toEqual(expect.arrayContaining(["parcels", "city", "plate", "COUNT".toLowerCase()]));
    expect(labels("sql", "SELECT vans.")).toEqual(["plate"]);
    expect(labels("sql", "SELECT p.", ["SELECT p. FROM parcels AS p JOIN vans v"])).toEqual(["city"]);
    expect(labels("sql", "SELECT x.")).toEqual(["city", "plate"]);
  });
  it("keeps quiet in comments and strings", () => {
    expect(labels("python", "# see ")).toEqual([]);
    expect(labels("python", 'print("')).toEqual([]);
    expect(labels("sql", "SELECT 1 -- ")).toEqual([]);
    expect(labels("shell", "echo '")).toEqual([]);
  });
});
