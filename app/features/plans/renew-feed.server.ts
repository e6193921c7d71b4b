import { createHash, randomBytes } from "node:crypto";
import { deleteCalendarFeed, putCalendarFeed } from "../../../db/queries/calendar-feeds.ts";
import type { Deps } from "../../deps.server.ts";

/** 192 random bits: not to be guessed, whatever is tried. */
const KEY_BYTES = 24;

/** Stored in place of the key, so that a reader of the database cannot read calendars. */
export function hashFeedKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Gives somebody's calendar a new address and ends an earlier one. Answers the path with its key, which is stored nowhere. */
export async function renewFeed({ db, now }: Pick<Deps, "db" | "now">, { userId }: { userId: string }): Promise<string> {
  const key = randomBytes(KEY_BYTES).toString("base64url");
  await db.write((tx) => putCalendarFeed(tx, { userId, keyHash: hashFeedKey(key), createdAt: now() }));
  // In the query, which is never logged.
  return `/calendar.ics?key=${key}`;
}

export async function dropFeed({ db }: Pick<Deps, "db">, { userId }: { userId: string }): Promise<void> {
  await db.write((tx) => deleteCalendarFeed(tx, { userId }));
}
