import { and, asc, count, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { notes } from "../schema.ts";

export type Note = typeof notes.$inferSelect;

const ofActivity = prepareOnce((db) =>
  db
    .select()
    .from(notes)
    .where(and(eq(notes.userId, param("userId")), eq(notes.courseId, param("courseId")), eq(notes.activityId, param("activityId"))))
    .orderBy(asc(notes.createdAt))
    .prepare(),
);

/** Somebody's notes on one activity, the oldest first. */
export async function listNotes(db: Queryable, of: { userId: string; courseId: string; activityId: string }): Promise<Note[]> {
  return ofActivity(db).all(of);
}

/** All of somebody's notes, by course and activity. */
export async function listAllNotes(db: Queryable, { userId }: { userId: string }): Promise<Note[]> {
  return db.select().from(notes).where(eq(notes.userId, userId)).orderBy(asc(notes.courseId), asc(notes.activityId), asc(notes.createdAt));
}

/** How many notes somebody has on one activity. */
export async function countNotes(db: Queryable, of: { userId: string; courseId: string; activityId: string }): Promise<number> {
  const [row] = await db.select({ notes: count() }).from(notes).where(and(eq(notes.userId, of.userId), eq(notes.courseId, of.courseId), eq(notes.activityId, of.activityId)));
  return row?.notes ?? 0;
}

export async function insertNote(tx: Queryable, row: Note): Promise<void> {
  await tx.insert(notes).values(row);
}

/** Changes the words of somebody's own note; false when there is none. */
export async function updateNoteBody(tx: Queryable, { id, userId, body, updatedAt }: { id: string; userId: string; body: string; updatedAt: Date }): Promise<boolean> {
  const changed = await tx.update(notes).set({ body, updatedAt }).where(and(eq(notes.id, id), eq(notes.userId, userId))).returning({ id: notes.id });
  return changed.length > 0;
}

/** Removes somebody's own note; false when there is none. */
export async function deleteNote(tx: Queryable, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const gone = await tx.delete(notes).where(and(eq(notes.id, id), eq(notes.userId, userId))).returning({ id: notes.id });
  return gone.length > 0;
}

/** Takes the bookmark off an activity; doing it again changes nothing. */
export async function deleteBookmark(tx: Queryable, of: { userId: string; courseId: string; activityId: string }): Promise<void> {
  await tx.delete(notes).where(and(eq(notes.userId, of.userId), eq(notes.courseId, of.courseId), eq(notes.activityId, of.activityId), eq(notes.kind, "bookmark")));
}
