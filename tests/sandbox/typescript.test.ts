import { describe, expect, it } from "vitest";
import { dropUnusedImports, stripTypes } from "../../sandbox/languages/typescript/strip.ts";

describe("TypeScript", () => {
  it("loses its types and keeps its lines", () => {
    const { code, lines } = stripTypes("interface A {\n  a: string;\n}\nexport const f = (a: A): string => a.a;\n");
    expect(lines).toBeNull();
    expect(code.split("\n")[3]).toMatch(/^export const f = \(a\s+\)\s+=> a\.a;$/);
  });

  it("gets a map of its lines when something has to be made of it", () => {
    const source = "enum Colour {\n  Red,\n  Green,\n}\nclass P {\n  constructor(private readonly x: number) {}\n  get() {\n    return this.x + Colour.Green;\n  }\n}\n\nexport function fail(): never {\n  throw new Error(\"here\");\n}\n";
    const { code, lines } = stripTypes(source);
    const made = code.split("\n").findIndex((line) => line.includes("throw new Error"));
    expect(lines?.[made]).toBe(13);
  });

  it("says what is wrong and in which line, without paths", () => {
    expect(() => stripTypes("const a = 1;\n\nlet x: = 3;")).toThrow(/^SyntaxError: Unexpected token `=`.*\(line 3\)$/);
  });

  it("drops imports of which only types were used", () => {
    const { code } = stripTypes('import { Shape, area, type Kind } from "./shapes";\nexport const f = (s: Shape): number => area(s);');
    expect(code.replace(/\s+/g, " ")).toContain('import { area');
    expect(code).not.toContain("Shape");
    expect(code.split("\n")).toHaveLength(2);
  });

  it.each([
    ['import { a, b } from "./x";\na();', 'import { a } from "./x"; a();'],
    ['import { a } from "./x";', 'import { } from "./x";'],
    ['import d, { a as b, c } from "./x";\nb(d);', 'import d, { a as b } from "./x"; b(d);'],
    ['import {\n  a,\n  b,\n} from "./x";\nb.a;', 'import { b } from "./x"; b.a;'],
    ['import * as x from "./x";', 'import * as x from "./x";'],
  ])("keeps the names in use of %j", (source, expected) => {
    const dropped = dropUnusedImports(source);
    expect(dropped.replace(/\s+/g, " ").replace(/ ,/g, "")).toBe(expected);
    expect(dropped.split("\n").length).toBe(source.split("\n").length);
  });
});
