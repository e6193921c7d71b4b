import { countReviewComments, findReviewComment, insertReviewComment, type ReviewComment } from "../../../db/queries/review-comments.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Files } from "../../catalog/catalog.ts";
import { hasLine, MAX_COMMENTS } from "./comment-place.ts";
import type { ReviewRefusal } from "./refusals.ts";
import type { CommentForm } from "./review-forms.ts";

/**
 * Stores words about a hand-in, for use in a transaction. A form that is posted twice is one comment; another text
 * under the same id (a page that was not loaded anew) is a comment of its own, so that no words are lost.
 */
export async function storeComment(
  tx: Queryable,
  form: CommentForm,
  { files, newId, ...row }: Pick<ReviewComment, "submissionId" | "authorId" | "createdAt" | "releasedAt"> & { files: Files; newId: () => string },
): Promise<{ kind: "stored" } | { kind: "refused"; message: ReviewRefusal }> {
  if (form.place && !hasLine(files, form.place)) return { kind: "refused", message: { key: "noLine" } };
  const { path, line } = form.place ?? { path: null, line: null };
  const earlier = await findReviewComment(tx, { id: form.commentId });
  const isRepeat = earlier?.submissionId === row.submissionId && earlier.authorId === row.authorId && earlier.body === form.body && earlier.path === path && earlier.line === line;
  if (isRepeat) return { kind: "stored" };
  if ((await countReviewComments(tx, { submissionId: row.submissionId })) >= MAX_COMMENTS) return { kind: "refused", message: { key: "tooManyComments", values: { count: MAX_COMMENTS } } };
  await insertReviewComment(tx, { ...row, id: earlier ? newId() : form.commentId, path, line, body: form.body });
  return { kind: "stored" };
}
