/** The only file that knows lucia: sessions in a cookie and in the database. */
import { hash } from "node:crypto";
import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import type { Database } from "../../db/open-database.ts";
import { findSession } from "../../db/queries/sessions.ts";
import { sessions, users } from "../../db/schema.ts";

/** A signed-in person as pages and acts know them. */
export interface SignedInUser {
  id: string;
  email: string;
  name: string;
  isAdministrator: boolean;
  editor: "monaco" | "plain";
  /** Tag of the language that they chose; null: what the browser asks for. */
  language: string | null;
}

export interface SessionKeeper {
  /** Who sends this request, and a cookie to set when the session was renewed or is dead. */
  readSession(cookieHeader: string | null): Promise<{ user: SignedInUser | null; sessionId: string | null; setCookie: string | null }>;
  /** Begins a session: the value of the `Set-Cookie` header. */
  begin(userId: string): Promise<string>;
  /** Ends one session: the value of the `Set-Cookie` header that removes it. */
  end(sessionId: string | null): Promise<string>;
  /** Ends all sessions of a person, e.g. after a changed password. */
  endAll(userId: string): Promise<void>;
}

type Attributes = Omit<SignedInUser, "id">;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Attributes>;
    DatabaseUserAttributes: Attributes;
  }
}

/** @param options.secure whether the cookie is `Secure`: true behind https. */
export function createSessionKeeper(db: Database, options: { secure: boolean }): SessionKeeper {
  const lucia = new Lucia(hashIds(new DrizzleSQLiteAdapter(db, sessions, users), db), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: options.secure ? "__Host-rung" : "rung", attributes: { secure: options.secure, sameSite: "lax", path: "/" } },
    getUserAttributes: ({ email, name, isAdministrator, editor, language }) => ({ email, name, isAdministrator, editor, language }),
  });

  return {
    async readSession(cookieHeader) {
      const id = lucia.readSessionCookie(cookieHeader ?? "");
      if (!id) return { user: null, sessionId: null, setCookie: null };
      const { session, user } = await lucia.validateSession(id);
      if (!session) return { user: null, sessionId: null, setCookie: lucia.createBlankSessionCookie().serialize() };
      return { user, sessionId: id, setCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null };
    },
    async begin(userId) {
      const session = await lucia.createSession(userId, {});
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(sessionId) {
      if (sessionId) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
    endAll: (userId) => lucia.invalidateUserSessions(userId),
  };
}

/** Lucia stores the id that the cookie carries; a reader of the database could use it. So only its hash is stored. */
function hashIds(inner: Adapter, db: Database): Adapter {
  const hashOf = (id: string) => hash("sha256", id, "base64url");
  return {
    async getSessionAndUser(id) {
      const found = await findSession(db, { id: hashOf(id) });
      if (!found) return [null, null];
      const { userId, expiresAt, user } = found;
      return [{ id, userId, expiresAt: new Date(expiresAt * 1_000), attributes: {} }, { id: userId, attributes: user }];
    },
    async getUserSessions(userId): Promise<DatabaseSession[]> {
      return inner.getUserSessions(userId);
    },
    setSession: (session) => db.write((tx) => writerAdapter(tx).setSession({ ...session, id: hashOf(session.id) })),
    updateSessionExpiration: (id, expiresAt) => db.write((tx) => writerAdapter(tx).updateSessionExpiration(hashOf(id), expiresAt)),
    deleteSession: (id) => db.write((tx) => writerAdapter(tx).deleteSession(hashOf(id))),
    deleteUserSessions: (userId) => db.write((tx) => writerAdapter(tx).deleteUserSessions(userId)),
    deleteExpiredSessions: () => db.write((tx) => writerAdapter(tx).deleteExpiredSessions()),
  };
}

function writerAdapter(tx: Parameters<Parameters<Database["write"]>[0]>[0]): Adapter {
  return new DrizzleSQLiteAdapter(tx, sessions, users);
}
