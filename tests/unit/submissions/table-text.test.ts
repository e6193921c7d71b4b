import { describe, expect, it } from "vitest";
import { markDifferences, parseTableText } from "../../../app/features/submissions/table-text.ts";

const table = (text: string) => {
  const parsed = parseTableText(text);
  if (parsed === null) throw new Error("no table");
  return parsed;
};

describe("a table as text", () => {
  it("has columns, rows and a note", () => {
    expect(parseTableText("| city | late |\n| --- | ---: |\n| Lyon | 3 |\n| Ghent | 1 |\n2 more rows\n")).toEqual({
      columns: ["city", "late"], rows: [["Lyon", "3"], ["Ghent", "1"]], note: "2 more rows",
    });
  });
  it("keeps bars and backslashes that stand in cells", () => {
    expect(table("| a |\n| - |\n| x \\| y \\\\ |").rows).toEqual([["x | y \\"]]);
  });
  it("keeps empty cells, and may have no rows", () => {
    expect(table("| a | b |\n|---|---|\n|  | 1 |").rows).toEqual([["", "1"]]);
    expect(table("| a |\n|---|").rows).toEqual([]);
  });
  it.each(["", "6", "| not a table", "| a |\n| b |", "a | b\n--- | ---"])("is not %j", (text) => {
    expect(parseTableText(text)).toBeNull();
  });
  it("takes no time over a long line of backslashes", () => {
    expect(table(`| a |\n|---|\n|${"\\".repeat(50_000)}`).rows).toHaveLength(1);
  });
});

describe("the cells that differ", () => {
  it("are found by row and column, and rows that the other side has not differ whole", () => {
    const wanted = table("| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |");
    const given = table("| a | b |\n|---|---|\n| 1 | z |");
    expect(markDifferences(wanted, given)).toEqual([[false, true], [true, true]]);
    expect(markDifferences(given, wanted)).toEqual([[false, true]]);
  });
});
