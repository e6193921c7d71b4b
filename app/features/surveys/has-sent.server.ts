import { findCompletion } from "../../../db/queries/completions.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Survey } from "../../catalog/catalog.ts";

/** Whether this person has sent the survey, under any id that it ever had. Somebody who may skip it has not. */
export async function hasSent(db: Queryable, { userId, survey }: { userId: string; survey: Survey }): Promise<boolean> {
  for (const activityId of [survey.id, ...survey.aliases]) {
    const completion = await findCompletion(db, { userId, courseId: survey.courseId, activityId });
    if (completion?.reason === "sent") return true;
  }
  return false;
}
