import { countReports, listCourseReports, type ProblemReport, type ReportState } from "../../../db/queries/problem-reports.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { REPORT_STATES } from "./report-forms.ts";

const SHOWN = 200;

/** A report as those who teach see it. Its words are hostile: printed, never interpreted. */
export interface ReportLine {
  id: string;
  kind: ProblemReport["kind"];
  words: string;
  reporterName: string;
  createdAt: Date;
  activityTitle: string;
  /** Null when the activity is gone. */
  path: string | null;
  /** The activity was changed after the report. */
  hasChanged: boolean;
}

export interface ReportsView {
  now: Date;
  course: { id: string; title: string };
  state: ReportState;
  counts: Readonly<Record<ReportState, number>>;
  reports: readonly ReportLine[];
}

/** Reports of problems of a course in one state, and how many there are in each. */
export async function openReports({ db, now }: Pick<Deps, "db" | "now">, { course, asked }: { course: Course; asked: string | null }): Promise<ReportsView> {
  const state = REPORT_STATES.find((one) => one === asked) ?? "open";
  const rows = await listCourseReports(db, { courseId: course.id, state, limit: SHOWN });
  const counted = await countReports(db, { courseIds: [course.id] });
  const countOf = (wanted: ReportState) => counted.find((one) => one.state === wanted)?.count ?? 0;
  return {
    now: now(),
    course: { id: course.id, title: course.title },
    state,
    counts: { open: countOf("open"), fixed: countOf("fixed"), declined: countOf("declined") },
    reports: rows.map(({ id, kind, words, reporterName, createdAt, activityId, contentHash }) => {
      const activity = findActivityById(course, activityId);
      return { id, kind, words, reporterName, createdAt, activityTitle: activity?.title ?? activityId, path: activity && buildActivityPath(activity), hasChanged: activity !== null && activity.contentHash !== contentHash };
    }),
  };
}
