import { ensureCompletion } from "../../../db/queries/completions.ts";
import type { Lesson } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";

/** Marks a lesson as complete; the first time stays when it is marked again. */
export async function completeLesson({ db, now }: Pick<Deps, "db" | "now">, { userId, lesson }: { userId: string; lesson: Lesson }): Promise<void> {
  await db.write((tx) =>
    ensureCompletion(tx, { userId, courseId: lesson.courseId, activityId: lesson.id, reason: "marked", contentHash: lesson.contentHash, completedAt: now() }),
  );
}
