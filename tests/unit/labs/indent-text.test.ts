import { describe, expect, it } from "vitest";
import { breakLine, indent, outdent, type Replacement, type Selection } from "../../../app/ui/code-editor/indent-text.ts";

/** `|` marks the cursor or both ends of the selection. */
function parse(marked: string): Selection {
  const start = marked.indexOf("|");
  const rest = marked.slice(0, start) + marked.slice(start + 1);
  const second = rest.indexOf("|");
  return second < 0 ? { text: rest, start, end: start } : { text: rest.slice(0, second) + rest.slice(second + 1), start, end: second };
}

function apply(marked: string, change: (selection: Selection) => Replacement | null): string {
  const selection = parse(marked);
  const { from, to, insert, start, end } = change(selection) ?? { from: 0, to: 0, insert: "", start: selection.start, end: selection.end };
  const text = selection.text.slice(0, from) + insert + selection.text.slice(to);
  return start === end ? `${text.slice(0, start)}|${text.slice(start)}` : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

describe("Tab", () => {
  it("puts spaces at the cursor", () => expect(apply("a|b", indent)).toBe("a  |b"));
  it("moves selected lines in, empty ones not", () => expect(apply("x|a\n\nb|y", indent)).toBe("  x|a\n\n  b|y"));
  it("leaves a line alone before which the selection ends", () => expect(apply("|a\n|b", indent)).toBe("  |a\n|b"));
});

describe("Shift+Tab", () => {
  it("takes a step away", () => expect(apply("    a|", outdent)).toBe("  a|"));
  it("takes a tab or one space away", () => expect([apply("\ta|", outdent), apply(" a|", outdent)]).toEqual(["a|", "a|"]));
  it("does nothing at the edge", () => expect(apply("a|", outdent)).toBe("a|"));
});

describe("Enter", () => {
  it("goes on as far in as the line before", () => expect(apply("  if (x) {|", breakLine)).toBe("  if (x) {\n  |"));
  it("does not take more than stands before the cursor", () => expect(apply(" |  a", breakLine)).toBe(" \n |  a"));
  it("replaces what is selected", () => expect(apply("a|b|c", breakLine)).toBe("a\n|c"));
});
