import { findCompletion } from "../../../db/queries/completions.ts";
import { listHandInFacts } from "../../../db/queries/progress-facts.ts";
import { listBestScores } from "../../../db/queries/quiz-scores.ts";
import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import { listTaskFiles } from "../../../db/queries/task-files.ts";
import { findTaskWork } from "../../../db/queries/task-works.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { parseHours } from "../tasks/parse-hours.ts";
import { explainActivity, type ActivityFacts, type Explanation } from "./explain.ts";

/** Why an activity is done for somebody or not, from what is stored. Looks up only what its kind has. */
export async function getExplanation({ db }: Pick<Deps, "db">, { userId, activity, isClosed }: { userId: string; activity: Activity; isClosed: boolean }): Promise<Explanation> {
  const { courseId } = activity;
  const ids = [activity.id, ...activity.aliases];
  const key = { userId, courseId, activityId: activity.id };
  let completion: ActivityFacts["completion"] = null;
  for (const activityId of ids) {
    const row = await findCompletion(db, { userId, courseId, activityId });
    if (row && (!completion || completion.reason === "placed")) completion = { reason: row.reason, at: row.completedAt };
  }
  const facts: ActivityFacts = { isClosed, completion, position: null, submissions: [], quiz: null, task: null };
  switch (activity.kind) {
    case "lesson":
      return explainActivity(activity, { ...facts, position: completion ? null : ((await findReadingPosition(db, key))?.position ?? null) });
    case "lab":
    case "project":
      return explainActivity(activity, { ...facts, submissions: await listHandInFacts(db, { userId, courseId, activityIds: ids }) });
    case "quiz": {
      const scores = (await listBestScores(db, { userId, courseId })).filter(({ activityId }) => ids.includes(activityId));
      const attempts = scores.reduce((sum, one) => sum + one.attempts, 0);
      return explainActivity(activity, { ...facts, quiz: attempts === 0 ? null : { attempts, best: Math.max(...scores.map(({ best }) => best)) } });
    }
    case "survey":
      return explainActivity(activity, facts);
    case "task": {
      const work = await findTaskWork(db, key);
      const files = activity.evidence === "file" ? await listTaskFiles(db, key) : [];
      const hasEvidence = activity.evidence === "file" ? files.length > 0 : (work?.evidence.trim() ?? "") !== "";
      return explainActivity(activity, { ...facts, task: work && { ...work, hours: parseHours(work.hours) ?? 0, hasEvidence } });
    }
  }
}
