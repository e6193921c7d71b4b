import { formatMinutes } from "../../ui/format-minutes.ts";
import type { CourseCard } from "./course-card.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Hours and what is in a course, on one line. */
export function CourseFacts({ course }: { course: Pick<CourseCard, "minutes" | "moduleCount" | "counts"> }) {
  const t = useMessages(messages);
  const { minutes, moduleCount, counts } = course;
  const facts = [
    formatMinutes(minutes),
    t("modules", { count: moduleCount }),
    counts.lesson > 0 && t("lessons", { count: counts.lesson }),
    counts.lab > 0 && t("labs", { count: counts.lab }),
    counts.project > 0 && t("projects", { count: counts.project }),
    counts.quiz > 0 && t("quizzes", { count: counts.quiz }),
    counts.survey > 0 && t("surveys", { count: counts.survey }),
    counts.task > 0 && t("tasks", { count: counts.task }),
  ].filter((fact) => fact !== false);
  return (
    <ul className="facts small muted">
      {facts.map((fact) => <li key={fact}>{fact}</li>)}
    </ul>
  );
}
