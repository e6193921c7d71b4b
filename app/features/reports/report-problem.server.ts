import { countReportsSince, insertProblemReport, type ProblemReport } from "../../../db/queries/problem-reports.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { HOUR_MS, HOURLY } from "../questions/question-rules.ts";

export type ReportAnswer = { kind: "reported" } | { kind: "too-many" };

/** Stores what somebody found wrong with an activity. */
export async function reportProblem(
  { db, now, newId }: Pick<Deps, "db" | "now" | "newId">,
  { userId, activity, report }: { userId: string; activity: Activity; report: Pick<ProblemReport, "kind" | "words"> },
): Promise<ReportAnswer> {
  const at = now();
  return db.write(async (tx) => {
    if ((await countReportsSince(tx, { userId, after: new Date(at.getTime() - HOUR_MS) })) >= HOURLY.reports) return { kind: "too-many" };
    const { courseId, id: activityId, contentHash } = activity;
    await insertProblemReport(tx, { id: newId(), userId, courseId, activityId, kind: report.kind, words: report.words, state: "open", contentHash, createdAt: at, decidedAt: null });
    return { kind: "reported" };
  });
}
