import { countNotes, deleteBookmark, deleteNote, insertNote, updateNoteBody, type Note } from "../../../db/queries/notes.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { NoteForm } from "./note-form.ts";
import { MOST_NOTES_OF_ACTIVITY } from "./note-rules.ts";

export type NoteAnswer = "kept" | "empty" | "too-many" | "not-yours";

/** Does what a form about notes asks for. `not-yours`: there is no such note of this person. */
export async function answerNoteForm({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, { userId, activity, form }: { userId: string; activity: Activity; form: NoteForm }): Promise<NoteAnswer> {
  const at = now();
  const of = { userId, courseId: activity.courseId, activityId: activity.id };
  const note = (changes: Partial<Note> & Pick<Note, "kind">): Note => ({ id: newId(), ...of, quote: "", prefix: "", suffix: "", body: "", createdAt: at, updatedAt: at, ...changes });
  switch (form.intent) {
    case "add": {
      const { body, quote, prefix, suffix } = form;
      if (body === "" && quote.trim() === "") return "empty";
      return db.write(async (tx) => {
        if ((await countNotes(tx, of)) >= MOST_NOTES_OF_ACTIVITY) return "too-many";
        await insertNote(tx, note({ kind: quote === "" ? "note" : "highlight", body, quote, prefix, suffix }));
        return "kept";
      });
    }
    case "change":
      return (await db.write((tx) => updateNoteBody(tx, { id: form.id, userId, body: form.body, updatedAt: at }))) ? "kept" : "not-yours";
    case "remove":
      return (await db.write((tx) => deleteNote(tx, { id: form.id, userId }))) ? "kept" : "not-yours";
    case "bookmark":
      await db.write(async (tx) => {
        await deleteBookmark(tx, of);
        await insertNote(tx, note({ kind: "bookmark" }));
      });
      return "kept";
    case "unbookmark":
      await db.write((tx) => deleteBookmark(tx, of));
      return "kept";
  }
}
