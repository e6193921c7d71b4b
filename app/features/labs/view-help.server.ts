import { listLatestVerdicts, sumActiveSeconds } from "../../../db/queries/attempts.ts";
import { findCompletion } from "../../../db/queries/completions.ts";
import { listDeclinedOffers } from "../../../db/queries/hint-openings.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { GradeResult } from "../../../sandbox/contract.ts";
import type { Course, Lab } from "../../catalog/catalog.ts";
import type { HintsView } from "../hints/hints-view.ts";
import { viewHints } from "../hints/view-hints.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { findExplainingLesson } from "./explaining-lesson.ts";
import { FAILURES_IN_A_ROW, listFailing, type StuckFacts } from "./stuck.ts";

/** What helps at a lab, as its learner may see it. */
export interface LabHelpView {
  hints: HintsView;
  /** What tells whether somebody is stuck, as the page was made. */
  facts: StuckFacts;
  /** The lesson that explains what the lab needs, with its section. */
  lesson: { title: string; path: string; heading: string | null } | null;
  /** Whether the reference may be read now. */
  hasSolution: boolean;
  /** Whether anything was handed in. */
  hasHistory: boolean;
}

/** Hints that are open, verdicts that tell whether somebody is stuck, and where it is explained. */
export async function viewLabHelp(db: Queryable, { userId, course, lab, isEnrolled }: { userId: string; course: Course; lab: Lab; isEnrolled: boolean }): Promise<LabHelpView> {
  const at = { userId, courseId: lab.courseId, activityId: lab.id };
  const verdicts = await listLatestVerdicts(db, { ...at, limit: FAILURES_IN_A_ROW });
  const hasPassed = (await findCompletion(db, at))?.reason === "passed";
  const found = findExplainingLesson(course, lab);
  return {
    hints: await viewHints(db, { userId, course, activity: lab }),
    facts: {
      // Written by the grading queue and by nobody else.
      verdicts: verdicts.map(({ result }) => listFailing((result as GradeResult).tests)),
      activeSeconds: await sumActiveSeconds(db, at),
      minutes: lab.minutes,
      hasPassed,
      declined: await listDeclinedOffers(db, at),
    },
    lesson: found && { title: found.lesson.title, path: buildActivityPath(found.lesson) + (found.heading ? `#${found.heading.id}` : ""), heading: found.heading?.text ?? null },
    hasSolution: hasPassed || !isEnrolled,
    hasHistory: verdicts.length > 0,
  };
}
