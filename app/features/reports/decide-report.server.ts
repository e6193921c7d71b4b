import { updateReportState, type ReportState } from "../../../db/queries/problem-reports.ts";
import type { Deps } from "../../deps.server.ts";

/** Says what became of a report of this course; false when it has none of this id. */
export async function decideReport({ db, now }: Pick<Deps, "db" | "now">, { courseId, id, state }: { courseId: string; id: string; state: ReportState }): Promise<boolean> {
  return db.write((tx) => updateReportState(tx, { id, courseId, state, at: now() }));
}
