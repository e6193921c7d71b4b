import { deleteMarkedCompletion } from "../../../db/queries/completions.ts";
import type { Lesson } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";

/** Takes a mark of completion back, also one under a former id; without a mark nothing changes. */
export async function reopenLesson({ db }: Pick<Deps, "db">, { userId, lesson }: { userId: string; lesson: Lesson }): Promise<void> {
  await db.write(async (tx) => {
    for (const activityId of [lesson.id, ...lesson.aliases]) await deleteMarkedCompletion(tx, { userId, courseId: lesson.courseId, activityId });
  });
}
