import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeFiles } from "../../../app/features/drafts/merge-files.ts";

const of = (text: string) => ({ "a.js": text });
const merge = (base: string, mine: string, theirs: string) => mergeFiles({ base: of(base), mine: of(mine), theirs: of(theirs) })?.["a.js"] ?? null;

describe("merging two changes of one text", () => {
  it("joins changes of different lines", () => expect(merge("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD\ne")).toBe("A\nb\nc\nD\ne"));
  it("leaves changes of the same line to the person", () => expect(merge("a\nb", "a\nmine", "a\ntheirs")).toBeNull());
  it("takes a change that both made once", () => expect(merge("a\nb\nc", "a\nB\nc", "a\nB\nc")).toBe("a\nB\nc"));
  it("decides file by file", () => {
    const base = { "a.js": "a", "b.js": "b" };
    expect(mergeFiles({ base, mine: { ...base, "a.js": "mine" }, theirs: { ...base, "b.js": "theirs" } })).toEqual({ "a.js": "mine", "b.js": "theirs" });
    expect(mergeFiles({ base, mine: { "a.js": "mine", "b.js": "x" }, theirs: { ...base, "a.js": "theirs" } })).toBeNull();
  });
  it("cannot merge what began from an unknown text", () => expect(mergeFiles({ base: {}, mine: of("mine"), theirs: of("theirs") })).toBeNull());
  it("keeps a file that only one side has", () => expect(mergeFiles({ base: {}, mine: {}, theirs: of("new") })).toEqual(of("new")));

  it("is the other side's text where one side changed nothing, whatever the texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(fc.property(text, text, (base, changed) => {
      expect(merge(base, base, changed)).toBe(changed);
      expect(merge(base, changed, base)).toBe(changed);
    }));
  });

  it("has every line that either side added, or gives the choice to the person", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    const insert = (lines: string[], line: string, at: number) => [...lines.slice(0, at), line, ...lines.slice(at)];
    fc.assert(fc.property(text, fc.nat(6), fc.nat(6), (base, one, other) => {
      const merged = merge(base.join("\n"), insert(base, "MINE", one).join("\n"), insert(base, "THEIRS", other).join("\n"));
      const lines = merged?.split("\n") ?? ["MINE", "THEIRS"];
      expect(lines.filter((line) => line === "MINE" || line === "THEIRS").sort()).toEqual(["MINE", "THEIRS"]);
    }));
  });
});
