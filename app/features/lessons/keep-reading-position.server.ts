import { putReadingPosition } from "../../../db/queries/reading-positions.ts";
import type { Lesson } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";

/** Keeps how far somebody has read. @param position share of the text above the top of the window, 0 to 1 */
export async function keepReadingPosition({ db, now }: Pick<Deps, "db" | "now">, { userId, lesson, position }: { userId: string; lesson: Lesson; position: number }): Promise<void> {
  await db.write((tx) => putReadingPosition(tx, { userId, courseId: lesson.courseId, activityId: lesson.id, position, updatedAt: now() }));
}
