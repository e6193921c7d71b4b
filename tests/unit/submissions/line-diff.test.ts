import { describe, expect, it } from "vitest";
import { splitMessage } from "../../../app/features/submissions/split-message.ts";
import { buildLineDiff, type DiffLine } from "../../../app/features/submissions/value-diff.ts";

/** `−text` with what differs in brackets. */
const show = (lines: DiffLine[] | null) => lines?.map((line) => line.side === "cut" ? `(${line.count})` : `${{ same: " ", expected: "−", actual: "+" }[line.side]}${line.parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("")}`);

describe("a difference line by line", () => {
  it("is for texts of several lines only", () => {
    expect(buildLineDiff("7 B12", "1 C07")).toBeNull();
    expect(buildLineDiff("a\n", "b\n")).toBeNull();
  });
  it("marks the words of a changed line on both sides", () => {
    expect(show(buildLineDiff("a\n7 B12\nc", "a\n1 B12\nc"))).toEqual([" a", "−[7] B12", "+[1] B12", " c"]);
  });
  it("shows lines that only one side has", () => {
    expect(show(buildLineDiff("a\nb\nc", "a\nc"))).toEqual([" a", "−[b]", " c"]);
    expect(show(buildLineDiff("a\n", "a\nb\n"))).toEqual([" a", "+[b]"]);
  });
  it("counts equal lines far from a difference instead of showing them", () => {
    const long = Array.from({ length: 12 }, (_, index) => `line ${index}`);
    expect(show(buildLineDiff([...long, "x"].join("\n"), [...long, "y"].join("\n")))).toEqual(["(10)", " line 10", " line 11", "−[x]", "+[y]"]);
  });
  it("leaves a difference in the last line's end to the comparison of words", () => {
    expect(buildLineDiff("a\nb", "a\nb\n")).toBeNull();
  });
});

describe("a test's words", () => {
  it("tell its input on a line of their own", () => {
    expect(splitMessage("input: [1, 2]\nexpected 3 to be 4")).toEqual({ input: "[1, 2]", message: "expected 3 to be 4" });
    expect(splitMessage("wrong\n  Given: x y  ")).toEqual({ input: "x y  ", message: "wrong" });
    expect(splitMessage("input: 5")).toEqual({ input: "5", message: null });
  });
  it("stay as they are without one", () => {
    expect(splitMessage("the input: is wrong")).toEqual({ input: null, message: "the input: is wrong" });
    expect(splitMessage(null)).toEqual({ input: null, message: null });
  });
});
