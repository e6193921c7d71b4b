import { handInProject } from "../../../app/features/projects/hand-in-project.server.ts";
import { findProject } from "../../../app/features/reviews/find-project.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

export interface ReviewDeps extends Deps {
  /** Moves the clock on. */
  passMs(ms: number): void;
}

/**
 * Learners `lena` and `liam` in course `basics`, its graders `gwen` (a learner there, too) and `gus`, and `otto`, who
 * grades another course.
 */
export async function makeReviewDeps(): Promise<ReviewDeps> {
  let nowMs = new Date("2026-03-02T18:00:00Z").getTime();
  const deps: ReviewDeps = { ...makeTestDeps({ now: () => new Date(nowMs) }), passMs: (ms) => void (nowMs += ms) };
  for (const id of ["lena", "liam", "gwen", "gus", "otto"]) await insertTestUser(deps, id);
  await deps.db.write(async (tx) => {
    for (const userId of ["lena", "liam", "gwen"]) await ensureEnrollment(tx, { id: `of-${userId}`, userId, courseId: "basics", courseHash: "course-hash", createdAt: deps.now() });
    for (const userId of ["gwen", "gus"]) await ensureCourseRole(tx, { userId, courseId: "basics", role: "grader", createdAt: deps.now() });
    await ensureCourseRole(tx, { userId: "otto", courseId: "other", role: "grader", createdAt: deps.now() });
  });
  return deps;
}

/** Hands in the test course's project; the id of the submission. */
export async function handInTestProject(deps: Deps, userId: string, files: Record<string, string> = { "report.js": "export const report = () => '';\n" }): Promise<string> {
  const project = findProject(deps.catalog, { courseId: "basics", activityId: "start/report" });
  if (!project) throw new Error("The test course has no project.");
  const answer = await handInProject(deps, { link: null, message: null, idempotencyKey: `key-${deps.newId()}-of-test` }, { userId, project, files });
  if (answer.kind !== "stored") throw new Error(`Not stored: ${answer.kind}`);
  return answer.submission.id;
}
