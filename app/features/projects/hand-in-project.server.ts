import { listReviewedSubmissions } from "../../../db/queries/reviews.ts";
import { findSubmissionByKey } from "../../../db/queries/submissions.ts";
import type { Project } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { submitWork, type SubmitAnswer } from "../submissions/submit-work.server.ts";
import type { ProjectRefusal } from "./refusals.ts";
import type { HandInForm } from "./project-form.ts";
import { readProjectState } from "./project-state.ts";

export type HandInAnswer = SubmitAnswer | { kind: "accepted"; message: ProjectRefusal };

/**
 * Hands in a project. The newest hand-in that no grader has taken is the one that waits: an earlier one leaves the
 * queue. After it was accepted there is nothing to hand in any more; a repeated request still gets its first answer.
 */
export async function handInProject(
  deps: Pick<Deps, "db" | "grading" | "now" | "newId">,
  form: HandInForm,
  { userId, project, files }: { userId: string; project: Project; files: unknown },
): Promise<HandInAnswer> {
  const earlier = await findSubmissionByKey(deps.db, { userId, idempotencyKey: form.idempotencyKey });
  const handIns = await listReviewedSubmissions(deps.db, { userId, courseId: project.courseId, activityIds: [project.id, ...project.aliases] });
  if (!earlier && readProjectState(handIns) === "accepted") return { kind: "accepted", message: { key: "acceptedAlready" } };
  return submitWork(deps, { userId, activity: project, files, ...form });
}
