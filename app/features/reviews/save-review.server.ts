import { updateReviewWork } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { findProject } from "./find-project.ts";
import { findHeldReview, type NotHeld } from "./held-review.server.ts";
import type { ReviewForm } from "./review-forms.ts";
import { pickLevels } from "./review.ts";

export type SaveAnswer =
  | { kind: "saved"; version: number }
  /** Another tab saved meanwhile: nothing was stored, and this is what is there. */
  | { kind: "conflict"; version: number; levels: Record<string, string>; summary: string }
  | NotHeld;

/** Keeps what a grader wrote and chose so far. Null: there is no such submission for this grader. */
export async function saveReview(
  { db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">,
  form: ReviewForm,
  { submissionId, graderId }: { submissionId: string; graderId: string },
): Promise<SaveAnswer | null> {
  return db.write(async (tx): Promise<SaveAnswer | null> => {
    const held = await findHeldReview(tx, { submissionId, graderId, now: now() });
    if (held?.kind !== "mine") return held;
    const { review, found } = held;
    const project = findProject(catalog, found.submission);
    // Without its rubric the choices of before stay as they are.
    const levels = project ? pickLevels(project.rubric, form.levels) : review.levels;
    if (form.summary === review.summary && sameLevels(levels, review.levels)) return { kind: "saved", version: review.version };
    if (form.version !== review.version) return { kind: "conflict", version: review.version, levels: review.levels, summary: review.summary };
    const version = review.version + 1;
    await updateReviewWork(tx, { id: review.id, levels, summary: form.summary, version, at: now() });
    return { kind: "saved", version };
  });
}

function sameLevels(one: Record<string, string>, other: Record<string, string>): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => Object.hasOwn(other, id) && one[id] === other[id]);
}
