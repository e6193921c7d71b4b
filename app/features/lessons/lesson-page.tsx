import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import type { LessonView } from "./open-lesson.server.ts";

/** The page of a lesson. */
export function LessonPage({ lesson }: { place: ActivityPlace; lesson: LessonView }) {
  return (
    <article className="page reading">
      <h1>{lesson.title}</h1>
    </article>
  );
}
