import { eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { sessions, users } from "../schema.ts";

/** A session with the person whose it is. */
export interface SessionRow {
  userId: string;
  /** Seconds since 1970. */
  expiresAt: number;
  user: Pick<typeof users.$inferSelect, "email" | "name" | "isAdministrator" | "editor" | "language">;
}

const withUser = prepareOnce((db) =>
  db
    .select({ userId: sessions.userId, expiresAt: sessions.expiresAt, user: { email: users.email, name: users.name, isAdministrator: users.isAdministrator, editor: users.editor, language: users.language } })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, param("id")))
    .prepare(),
);

/** The session with this stored id, a hash of what the cookie carries, or null. Expired ones too. */
export async function findSession(db: Queryable, { id }: { id: string }): Promise<SessionRow | null> {
  return withUser(db).get({ id }) ?? null;
}
