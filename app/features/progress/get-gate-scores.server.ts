import { listBestScores } from "../../../db/queries/quiz-scores.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { asksForScores } from "./gates.ts";

/** Somebody's best scores of quizzes, by present ids, when a gate of the course asks for one; else nothing is looked up. */
export async function getGateScores({ db }: Pick<Deps, "db">, { userId, course }: { userId: string; course: Course }): Promise<ReadonlyMap<string, number>> {
  const scores = new Map<string, number>();
  if (!asksForScores(course)) return scores;
  for (const { activityId, best } of await listBestScores(db, { userId, courseId: course.id })) {
    const id = findActivityById(course, activityId)?.id;
    if (id) scores.set(id, Math.max(best, scores.get(id) ?? 0));
  }
  return scores;
}
