import { formatCount, formatMinutes } from "../../ui/format-minutes.ts";
import type { CourseCard } from "./course-card.ts";

/** Hours and what is in a course, on one line. */
export function CourseFacts({ course }: { course: Pick<CourseCard, "minutes" | "moduleCount" | "counts"> }) {
  const { minutes, moduleCount, counts } = course;
  const facts = [
    formatMinutes(minutes),
    formatCount(moduleCount, "module"),
    counts.lesson > 0 && formatCount(counts.lesson, "lesson"),
    counts.lab > 0 && formatCount(counts.lab, "lab"),
    counts.project > 0 && formatCount(counts.project, "project"),
    counts.quiz > 0 && formatCount(counts.quiz, "quiz", "quizzes"),
    counts.survey > 0 && formatCount(counts.survey, "survey"),
    counts.task > 0 && formatCount(counts.task, "task"),
  ].filter((fact) => fact !== false);
  return (
    <ul className="facts small muted">
      {facts.map((fact) => <li key={fact}>{fact}</li>)}
    </ul>
  );
}
