import { NavLink } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Between the questions of a course and its reports of problems. */
export function CourseTabs({ courseId }: { courseId: string }) {
  const t = useMessages(messages);
  return (
    <nav className="question-tabs" aria-label={`${t("questionsTab")}, ${t("reportsTab")}`}>
      <NavLink to={`/teach/${courseId}/questions`}>{t("questionsTab")}</NavLink>
      <NavLink to={`/teach/${courseId}/reports`}>{t("reportsTab")}</NavLink>
    </nav>
  );
}
