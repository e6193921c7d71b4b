import { listHintOpenings } from "../../../db/queries/hint-openings.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Course } from "../../catalog/catalog.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import type { CodeActivity } from "../drafts/learner-files.ts";
import type { HintsView, OpenedHint } from "./hints-view.ts";

/** The ladder of hints of an activity with those that this person has opened; the others stay on the server. */
export async function viewHints(db: Queryable, { userId, course, activity }: { userId: string; course: Course; activity: CodeActivity }): Promise<HintsView> {
  const count = activity.hints.length;
  if (count === 0) return { count, opened: [] };
  const numbers = await listHintOpenings(db, { userId, courseId: activity.courseId, activityId: activity.id });
  const opened: OpenedHint[] = [];
  for (const number of numbers) {
    const hint = activity.hints[number - 1];
    // The author may have taken hints away since.
    if (hint) opened.push({ number, title: hint.title, html: (await renderCourseText({ course, file: activity.file, text: hint.text, activity })).html });
  }
  return { count, opened };
}
