import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import type { Lesson } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";

/** A heading of the text, for the outline beside it. */
export interface OutlineEntry {
  /** Id of the heading's element. */
  id: string;
  text: string;
  depth: number;
}

/** What a learner sees of a lesson. */
export interface LessonView {
  title: string;
  summary: string;
  minutes: number;
  html: string;
  outline: readonly OutlineEntry[];
  /** Where the reader stopped, 0 to 1; null when they have not begun. */
  readingPosition: number | null;
}

/** A lesson as its reader finds it. */
export async function openLesson({ db }: Pick<Deps, "db">, { user }: CourseVisit, lesson: Lesson): Promise<LessonView> {
  const reading = await findReadingPosition(db, { userId: user.id, courseId: lesson.courseId, activityId: lesson.id });
  return { title: lesson.title, summary: lesson.summary, minutes: lesson.minutes, html: "", outline: [], readingPosition: reading?.position ?? null };
}
