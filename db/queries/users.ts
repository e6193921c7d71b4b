import { count, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { users } from "../schema.ts";

export type User = typeof users.$inferSelect;
export type EditorChoice = User["editor"];

/** Somebody by e-mail (already in lower case and trimmed), with the password's hash. */
export async function findUserByEmail(db: Queryable, { email }: { email: string }): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

/** Somebody by id, with the password's hash. */
export async function findUser(db: Queryable, { userId }: { userId: string }): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** Stores a new person; false when the e-mail is taken. */
export async function insertUser(tx: Queryable, row: typeof users.$inferInsert): Promise<boolean> {
  const added = await tx.insert(users).values(row).onConflictDoNothing({ target: users.email }).returning({ id: users.id });
  return added.length > 0;
}

export async function updatePasswordHash(tx: Queryable, { userId, passwordHash }: { userId: string; passwordHash: string }): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
}

export async function updateName(tx: Queryable, { userId, name }: { userId: string; name: string }): Promise<void> {
  await tx.update(users).set({ name }).where(eq(users.id, userId));
}

export async function updateEditor(tx: Queryable, { userId, editor }: { userId: string; editor: EditorChoice }): Promise<void> {
  await tx.update(users).set({ editor }).where(eq(users.id, userId));
}

/** @param language tag of a language that the interface speaks */
export async function updateLanguage(tx: Queryable, { userId, language }: { userId: string; language: string }): Promise<void> {
  await tx.update(users).set({ language }).where(eq(users.id, userId));
}

/** How many people there are. */
export async function countUsers(db: Queryable): Promise<number> {
  const [row] = await db.select({ people: count() }).from(users);
  return row?.people ?? 0;
}
