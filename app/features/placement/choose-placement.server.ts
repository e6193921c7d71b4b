import { deleteCompletion, ensureCompletion } from "../../../db/queries/completions.ts";
import type { Course, Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { getHandedAttempts } from "./open-placement.server.ts";
import { listPlacementOffers } from "./placement.ts";

type Needs = Pick<Deps, "db" | "now">;
interface Choice {
  userId: string;
  course: Course;
  quiz: Quiz;
  /** Keys of the offers. */
  keys: readonly string[];
}

/** Skips what was chosen of what the test has earned; anything else is left as it is. @returns how many activities are skipped now */
export async function skipParts({ db, now }: Needs, { userId, course, quiz, keys }: Choice): Promise<number> {
  const at = now();
  const attempts = await getHandedAttempts({ db }, { userId, quiz });
  const chosen = listPlacementOffers(course, quiz, attempts).filter(({ key, isEarned }) => isEarned && keys.includes(key));
  const activities = [...new Map(chosen.flatMap((offer) => offer.activities).map((activity) => [activity.id, activity])).values()];
  return db.write(async (tx) => {
    let skipped = 0;
    for (const { id, contentHash } of activities) {
      if (await ensureCompletion(tx, { userId, courseId: course.id, activityId: id, reason: "placed", contentHash, completedAt: at })) skipped += 1;
    }
    return skipped;
  });
}

/** Takes a skip back: what was done in the meantime stays done. */
export async function unskipParts({ db }: Pick<Needs, "db">, { userId, course, quiz, keys }: Choice): Promise<void> {
  const chosen = listPlacementOffers(course, quiz, []).filter(({ key }) => keys.includes(key));
  await db.write(async (tx) => {
    for (const { id, aliases } of chosen.flatMap((offer) => offer.activities)) {
      for (const activityId of [id, ...aliases]) await deleteCompletion(tx, { userId, courseId: course.id, activityId, reason: "placed" });
    }
  });
}
