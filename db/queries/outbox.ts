import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { outbox } from "../schema.ts";

export type OutboxMail = typeof outbox.$inferSelect;

/** Puts a message in; false when there is one of this occasion already. */
export async function insertMail(tx: Queryable, row: Omit<OutboxMail, "state" | "attempts" | "sentAt">): Promise<boolean> {
  const added = await tx.insert(outbox).values({ ...row, state: "waiting", attempts: 0, sentAt: null }).onConflictDoNothing({ target: outbox.occasion }).returning({ id: outbox.id });
  return added.length > 0;
}

/** Messages whose time has come, the oldest first. */
export async function listDueMail(db: Queryable, { before, limit }: { before: Date; limit: number }): Promise<OutboxMail[]> {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, "waiting"), lte(outbox.dueAt, before)))
    .orderBy(asc(outbox.dueAt))
    .limit(limit);
}

/** Takes a waiting message for sending; false when somebody else has it. */
export async function claimMail(tx: Queryable, { id }: { id: string }): Promise<boolean> {
  const claimed = await tx
    .update(outbox)
    .set({ state: "sending", attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, id), eq(outbox.state, "waiting")))
    .returning({ id: outbox.id });
  return claimed.length > 0;
}

/** Notes that a message is out. */
export async function updateMailSent(tx: Queryable, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx.update(outbox).set({ state: "sent", sentAt: at }).where(eq(outbox.id, id));
}

/** After a refusal: waits until `before`, or is given up when that is null. */
export async function updateMailRefused(tx: Queryable, { id, before }: { id: string; before: Date | null }): Promise<void> {
  await tx
    .update(outbox)
    .set(before ? { state: "waiting", dueAt: before } : { state: "given-up" })
    .where(eq(outbox.id, id));
}

/**
 * Gives up messages that were being sent when the process ended: nobody knows whether they went out, and a missing
 * reminder is better than two. Answers how many.
 */
export async function giveUpUnsureMail(tx: Queryable): Promise<number> {
  const given = await tx.update(outbox).set({ state: "given-up" }).where(eq(outbox.state, "sending")).returning({ id: outbox.id });
  return given.length;
}

/** Gives up what still waits for somebody who wants no more e-mail. */
export async function giveUpWaitingMail(tx: Queryable, { userId }: { userId: string }): Promise<void> {
  await tx.update(outbox).set({ state: "given-up" }).where(and(eq(outbox.userId, userId), eq(outbox.state, "waiting")));
}
