import type { Lesson } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";

/** What a learner sees of a lesson. */
export interface LessonView {
  title: string;
  minutes: number;
}

/** A lesson as its reader finds it. */
export async function openLesson(_deps: Pick<Deps, "db">, _visit: CourseVisit, lesson: Lesson): Promise<LessonView> {
  return { title: lesson.title, minutes: lesson.minutes };
}
