import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPassage, findPassage } from "../../../app/features/notes/note-rules.ts";
import { buildNotesMarkdown } from "../../../app/features/notes/notes-as-markdown.ts";

const text = "A pipe joins programs. A pipe has two ends.";

describe("a marked passage", () => {
  it("is kept with what stands around it, and not when there is nothing in it or too much", () => {
    expect(cutPassage(text, 25, 29)).toEqual({ quote: "pipe", prefix: text.slice(0, 25), suffix: " has two ends." });
    expect(cutPassage(text, 1, 2)).toBeNull();
    expect(cutPassage("a".repeat(5_000), 0, 3_000)).toBeNull();
  });

  it("is the one with the same surroundings, also after the text has changed elsewhere", () => {
    const second = cutPassage(text, 25, 29);
    if (!second) throw new Error("nothing cut");
    expect(findPassage(text, second)).toBe(25);
    expect(findPassage(`Note well: ${text.replace("two", "exactly two")}`, second)).toBe(36);
    expect(findPassage("Nothing of it is left.", second)).toBeNull();
  });

  it("is always found where it was cut", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: fc.constantFrom("a", "b", " ", "é") }), fc.nat(), fc.nat(), (whole, a, b) => {
        const [start = 0, end = 0] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y);
        const passage = cutPassage(whole, start, end);
        if (passage === null) return;
        const at = findPassage(whole, passage);
        expect(whole.slice(at ?? -1, (at ?? -1) + passage.quote.length)).toBe(passage.quote);
        // Of places that look the same for forty characters either will do.
        if (whole.length <= 40) expect(at).toBe(start);
      }),
    );
  });
});

describe("notes as a file", () => {
  it("have their places as headings and quotes as quotes", () => {
    const note = { id: "1", prefix: "", suffix: "", updatedAt: new Date() };
    const activity = { activityId: "start/hello", title: "Hello\nthere", kind: "lesson" as const, path: "/x", isBookmarked: true, notes: [{ ...note, quote: "two\nlines", body: "mine" }, { ...note, quote: "", body: "alone" }] };
    expect(buildNotesMarkdown([{ courseId: "c", title: "Course", activities: [activity] }], { title: "Notes", bookmarked: "Bookmarked" })).toBe(
      "# Notes\n\n## Course\n\n### Hello there\n\n*Bookmarked*\n\n> two\n> lines\n\nmine\n\nalone\n",
    );
  });
});
