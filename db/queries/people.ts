import { and, asc, count, eq, ne, or, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { enrollments, users } from "../schema.ts";

/** Somebody as the list of people shows them. */
export interface Person {
  id: string;
  name: string;
  email: string;
  isAdministrator: boolean;
  createdAt: Date;
}

const columns = { id: users.id, name: users.name, email: users.email, isAdministrator: users.isAdministrator, createdAt: users.createdAt };

/** People whose name or e-mail holds `text` (all when it is empty), by name. */
export async function listPeople(db: Queryable, { text, offset, limit }: { text: string; offset: number; limit: number }): Promise<Person[]> {
  return db.select(columns).from(users).where(matches(text)).orderBy(asc(users.name), asc(users.id)).limit(limit).offset(offset);
}

/** How many such people there are. */
export async function countPeople(db: Queryable, { text }: { text: string }): Promise<number> {
  const [row] = await db.select({ people: count() }).from(users).where(matches(text));
  return row?.people ?? 0;
}

/** Somebody, or null. */
export async function findPerson(db: Queryable, { userId }: { userId: string }): Promise<Person | null> {
  const [row] = await db.select(columns).from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** Administrators besides this person. */
export async function countOtherAdministrators(db: Queryable, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ others: count() })
    .from(users)
    // Written out, not bound: the partial index is only used when the planner sees the value.
    .where(and(sql`${users.isAdministrator} = 1`, ne(users.id, userId)));
  return row?.others ?? 0;
}

export async function updateAdministrator(tx: Queryable, { userId, isAdministrator }: { userId: string; isAdministrator: boolean }): Promise<void> {
  await tx.update(users).set({ isAdministrator }).where(eq(users.id, userId));
}

/** Ends an enrollment. Completions, drafts and submissions stay, so that enrolling again goes on where it was. */
export async function deleteEnrollment(tx: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<boolean> {
  const gone = await tx
    .delete(enrollments)
    .where(and(eq(enrollments.userId, userId), eq(enrollments.courseId, courseId)))
    .returning({ id: enrollments.id });
  return gone.length > 0;
}

/** `%`, `_` and the escape itself are letters in a search, not wildcards. */
function matches(text: string): SQL | undefined {
  if (text === "") return undefined;
  const pattern = `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
  return or(sql`${users.name} like ${pattern} escape '\\'`, sql`${users.email} like ${pattern} escape '\\'`);
}
