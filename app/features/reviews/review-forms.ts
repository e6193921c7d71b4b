import { z } from "zod";
import type { ReviewRefusal } from "./refusals.ts";
import { REVIEW_TEXT_LIMITS } from "./review.ts";

/** What is wrong with a field, as a key of `reviewRefusals`. */
const code = (key: ReviewRefusal["key"]) => key;

/** Browsers send a textarea's line ends as CR LF. */
const text = z.string().transform((value) => value.replaceAll("\r\n", "\n"));
const LEVEL = "level:";

/** Name of the form field with a criterion's level. */
export function levelField(criterionId: string): string {
  return LEVEL + criterionId;
}

/** A review as its page posts it: the levels are fields of their own, `level:<criterion>`. */
export const reviewForm = z
  .looseObject({
    version: z.coerce.number(code("reload")).int().min(1),
    summary: text.default("").pipe(z.string().max(REVIEW_TEXT_LIMITS.summary, code("summaryLong"))),
  })
  .transform(({ version, summary, ...others }) => ({
    version,
    summary,
    levels: Object.fromEntries(
      Object.entries(others).flatMap(([name, value]) => (name.startsWith(LEVEL) && typeof value === "string" ? [[name.slice(LEVEL.length), value] as const] : [])),
    ),
  }));

const commentBody = text
  .default("")
  .pipe(z.string().trim().min(1, code("commentEmpty")).max(REVIEW_TEXT_LIMITS.comment, code("commentLong")));

/** A comment on a line (`path` and `line`) or on the whole (neither). `commentId` is made with the page: posted twice it is one comment. */
export const commentForm = z
  .object({
    commentId: z.string(code("reload")).regex(/^[\w-]{8,64}$/, code("reload")),
    path: z.string().max(300).optional(),
    line: z.coerce.number().int().min(1).optional(),
    body: commentBody,
  })
  .transform(({ path, line, ...comment }) => ({ ...comment, place: path !== undefined && line !== undefined ? { path, line } : null }));

export const decideForm = z.object({
  version: z.coerce.number(code("reload")).int().min(1),
  decision: z.enum(["accepted", "changes-asked"], code("decisionMissing")),
});

export type ReviewForm = z.output<typeof reviewForm>;
export type CommentForm = z.output<typeof commentForm>;
export type DecideForm = z.output<typeof decideForm>;

export const withdrawForm = z.object({ commentId: z.string().min(1).max(100) });
