import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { reviewComments, users } from "../schema.ts";

export type ReviewComment = typeof reviewComments.$inferSelect;
export type NamedComment = ReviewComment & { authorName: string };

/**
 * Words about these submissions in the order of time.
 * @param releasedOnly what the learner may see: without the words of a grader who has not decided yet
 */
export async function listReviewComments(db: Queryable, { submissionIds, releasedOnly }: { submissionIds: readonly string[]; releasedOnly: boolean }): Promise<NamedComment[]> {
  if (submissionIds.length === 0) return [];
  const rows = await db
    .select({ comment: reviewComments, authorName: users.name })
    .from(reviewComments)
    .innerJoin(users, eq(users.id, reviewComments.authorId))
    .where(and(inArray(reviewComments.submissionId, [...submissionIds]), releasedOnly ? isNotNull(reviewComments.releasedAt) : undefined))
    // Ids are random: the row number keeps two of one moment in their order.
    .orderBy(asc(reviewComments.createdAt), sql`${reviewComments}.rowid`);
  return rows.map(({ comment, authorName }) => ({ ...comment, authorName }));
}

/** How many comments wait for the decision. */
export async function countUnreleasedComments(db: Queryable, { submissionId }: { submissionId: string }): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(reviewComments)
    .where(and(eq(reviewComments.submissionId, submissionId), isNull(reviewComments.releasedAt)));
  return row?.waiting ?? 0;
}

/** How many comments there are on a submission, from everybody. */
export async function countReviewComments(db: Queryable, { submissionId }: { submissionId: string }): Promise<number> {
  const [row] = await db.select({ all: count() }).from(reviewComments).where(eq(reviewComments.submissionId, submissionId));
  return row?.all ?? 0;
}

/** A comment, whoever wrote it, or null. */
export async function findReviewComment(db: Queryable, { id }: { id: string }): Promise<ReviewComment | null> {
  const [row] = await db.select().from(reviewComments).where(eq(reviewComments.id, id));
  return row ?? null;
}

export async function insertReviewComment(tx: Queryable, row: ReviewComment): Promise<void> {
  await tx.insert(reviewComments).values(row);
}

/** Takes a comment back that nobody else has seen yet; false when there is none. */
export async function deleteUnreleasedComment(tx: Queryable, { id, submissionId }: { id: string; submissionId: string }): Promise<boolean> {
  const gone = await tx
    .delete(reviewComments)
    .where(and(eq(reviewComments.id, id), eq(reviewComments.submissionId, submissionId), isNull(reviewComments.releasedAt)))
    .returning({ id: reviewComments.id });
  return gone.length > 0;
}

/** Shows the learner what was written, with the decision. */
export async function releaseReviewComments(tx: Queryable, { submissionId, at }: { submissionId: string; at: Date }): Promise<void> {
  await tx
    .update(reviewComments)
    .set({ releasedAt: at })
    .where(and(eq(reviewComments.submissionId, submissionId), isNull(reviewComments.releasedAt)));
}
