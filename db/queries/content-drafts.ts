import { and, asc, count, eq, ne } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { contentDrafts, users } from "../schema.ts";

export type ContentDraft = typeof contentDrafts.$inferSelect;

interface Place {
  userId: string;
  courseId: string;
  path: string;
}

/** Somebody's unpublished changes of a course, by path. */
export async function listContentDrafts(db: Queryable, { userId, courseId }: Omit<Place, "path">): Promise<ContentDraft[]> {
  return db
    .select()
    .from(contentDrafts)
    .where(and(eq(contentDrafts.userId, userId), eq(contentDrafts.courseId, courseId)))
    .orderBy(asc(contentDrafts.path));
}

/** Somebody's unpublished change of one file, or null. */
export async function findContentDraft(db: Queryable, place: Place): Promise<ContentDraft | null> {
  const [row] = await db.select().from(contentDrafts).where(isAt(place));
  return row ?? null;
}

/** How many files somebody has changed in each course. */
export async function countContentDrafts(db: Queryable, { userId }: { userId: string }): Promise<{ courseId: string; files: number }[]> {
  return db.select({ courseId: contentDrafts.courseId, files: count() }).from(contentDrafts).where(eq(contentDrafts.userId, userId)).groupBy(contentDrafts.courseId);
}

/** Who else has unpublished changes of a course. */
export async function listOtherAuthors(db: Queryable, { userId, courseId }: Omit<Place, "path">): Promise<{ name: string; files: number }[]> {
  return db
    .select({ name: users.name, files: count() })
    .from(contentDrafts)
    .innerJoin(users, eq(users.id, contentDrafts.userId))
    .where(and(eq(contentDrafts.courseId, courseId), ne(contentDrafts.userId, userId)))
    .groupBy(users.id)
    .orderBy(asc(users.name));
}

/** Stores a change; an earlier one of the same file is replaced. */
export async function putContentDraft(tx: Queryable, row: ContentDraft): Promise<void> {
  const { bytes, baseHash, baseBytes, version, updatedAt } = row;
  await tx
    .insert(contentDrafts)
    .values(row)
    .onConflictDoUpdate({ target: [contentDrafts.userId, contentDrafts.courseId, contentDrafts.path], set: { bytes, baseHash, baseBytes, version, updatedAt } });
}

/** Forgets a change; false when there was none. With `version` only when it still is that one. */
export async function deleteContentDraft(tx: Queryable, { version, ...place }: Place & { version?: number }): Promise<boolean> {
  const gone = await tx
    .delete(contentDrafts)
    .where(version === undefined ? isAt(place) : and(isAt(place), eq(contentDrafts.version, version)))
    .returning({ path: contentDrafts.path });
  return gone.length > 0;
}

/** The file on disk that a change is now compared with; its text and its version stay. */
export async function updateContentDraftBase(tx: Queryable, { baseHash, baseBytes, ...place }: Place & Pick<ContentDraft, "baseHash" | "baseBytes">): Promise<void> {
  await tx.update(contentDrafts).set({ baseHash, baseBytes }).where(isAt(place));
}

function isAt({ userId, courseId, path }: Place) {
  return and(eq(contentDrafts.userId, userId), eq(contentDrafts.courseId, courseId), eq(contentDrafts.path, path));
}
