import { listReviewedSubmissions, markReviewsSeen } from "../../../db/queries/reviews.ts";
import type { Project } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";

/** Notes that a learner has opened what graders wrote about a project: it is no news any more. May be repeated. */
export async function markProjectReviewsSeen({ db, now }: Pick<Deps, "db" | "now">, { userId, project }: { userId: string; project: Project }): Promise<void> {
  await db.write(async (tx) => {
    const own = await listReviewedSubmissions(tx, { userId, courseId: project.courseId, activityIds: [project.id, ...project.aliases] });
    await markReviewsSeen(tx, { submissionIds: own.map(({ submission }) => submission.id), at: now() });
  });
}
