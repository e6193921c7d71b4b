import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { answerNoteForm } from "../../../app/features/notes/answer-note-form.server.ts";
import { postedNoteForm, type NoteForm } from "../../../app/features/notes/note-form.ts";
import { MOST_NOTES_OF_ACTIVITY } from "../../../app/features/notes/note-rules.ts";
import { viewActivityNotes, viewAllNotes } from "../../../app/features/notes/view-notes.server.ts";
import { insertNote } from "../../../db/queries/notes.ts";
import { testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
const lesson = testLesson();
const answer = (form: NoteForm, userId = "lena", activity: Parameters<typeof answerNoteForm>[1]["activity"] = lesson) => answerNoteForm(deps, { userId, activity, form });
const add = (body: string, quote = "", userId = "lena") => answer({ intent: "add", body, quote, prefix: "", suffix: "" }, userId);
const view = (userId = "lena") => viewActivityNotes(deps, { userId, activity: lesson });

beforeEach(async () => {
  deps = makeTestDeps();
  for (const id of ["lena", "mia"]) await insertTestUser(deps, id);
});
afterEach(() => deps.db.close());

describe("notes", () => {
  it("keep words and marks in order, and nothing without either", async () => {
    expect(await add("mine")).toBe("kept");
    expect(await add("", "a passage")).toBe("kept");
    expect(await add("", "  ")).toBe("empty");
    expect((await view()).notes).toMatchObject([{ body: "mine", quote: "" }, { body: "", quote: "a passage" }]);
  });

  it("are changed and removed by their writer alone", async () => {
    await add("mine");
    const [note] = (await view()).notes;
    const id = note?.id ?? "";
    expect(await answer({ intent: "change", id, body: "<b>hers</b>" }, "mia")).toBe("not-yours");
    expect(await answer({ intent: "remove", id }, "mia")).toBe("not-yours");
    expect(await answer({ intent: "change", id, body: "better" })).toBe("kept");
    expect((await view()).notes).toMatchObject([{ body: "better" }]);
    expect((await view("mia")).notes).toEqual([]);
    expect(await answer({ intent: "remove", id })).toBe("kept");
    expect(await answer({ intent: "remove", id })).toBe("not-yours");
  });

  it("have an end", async () => {
    await deps.db.write(async (tx) => {
      for (let i = 0; i < MOST_NOTES_OF_ACTIVITY; i += 1) {
        await insertNote(tx, { id: `n${i}`, userId: "lena", courseId: "basics", activityId: lesson.id, kind: "note", quote: "", prefix: "", suffix: "", body: "x", createdAt: deps.now(), updatedAt: deps.now() });
      }
    });
    expect(await add("one more")).toBe("too-many");
    expect(await add("hers", "", "mia")).toBe("kept");
  });

  it("are read from forms with bounds", () => {
    expect(postedNoteForm.safeParse({ intent: "add", body: "x".repeat(10_001) }).success).toBe(false);
    expect(postedNoteForm.safeParse({ intent: "erase" }).success).toBe(false);
    expect(postedNoteForm.parse({ intent: "add", body: " a\r\nb ", stay: "yes" })).toMatchObject({ body: "a\nb", quote: "", stay: "yes" });
  });
});

describe("a bookmark", () => {
  it("is there once, however often it is set, and goes again", async () => {
    for (const _ of [1, 2]) await answer({ intent: "bookmark" });
    expect(await viewAllNotes(deps, { userId: "lena" })).toMatchObject([{ activities: [{ isBookmarked: true, notes: [] }] }]);
    await answer({ intent: "unbookmark" });
    expect(await viewAllNotes(deps, { userId: "lena" })).toEqual([]);
  });
});

describe("all notes of a person", () => {
  it("follow the course, with what is gone at the end", async () => {
    await answer({ intent: "add", body: "of what is gone", quote: "", prefix: "", suffix: "" }, "lena", testLesson({ id: "old/gone", slug: "gone" }));
    await answer({ intent: "bookmark" }, "lena", testLab());
    await add("of the lesson");
    await add("hers", "", "mia");
    expect(await viewAllNotes(deps, { userId: "lena" })).toMatchObject([
      { title: "The basics", activities: [{ title: "Hello", path: "/courses/basics/start/hello" }, { title: "Sum", isBookmarked: true }, { title: "old/gone", path: null, kind: null }] },
    ]);
  });
});
