import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import type { Lesson } from "../../catalog/catalog.ts";
import type { OutlineEntry } from "../../catalog/dress-markup.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";

/** What a learner sees of a lesson. */
export interface LessonView {
  title: string;
  summary: string;
  minutes: number;
  html: string;
  /** Headings of the first two levels. */
  outline: readonly OutlineEntry[];
  /** Where the reader stopped, 0 to 1; null when they have not begun. */
  readingPosition: number | null;
}

/** A lesson as its reader finds it. */
export async function openLesson({ db }: Pick<Deps, "db">, { user, course }: CourseVisit, lesson: Lesson): Promise<LessonView> {
  const reading = await findReadingPosition(db, { userId: user.id, courseId: lesson.courseId, activityId: lesson.id });
  const { html, outline } = await renderCourseText({ course, file: lesson.file, text: lesson.text, activity: lesson });
  const { title, summary, minutes } = lesson;
  return { title, summary, minutes, html, outline: outline.filter(({ depth }) => depth <= 3), readingPosition: reading?.position ?? null };
}
