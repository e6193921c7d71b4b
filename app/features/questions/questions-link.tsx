import { Link } from "@remix-run/react";
import { MessageCircleQuestion } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** From a course's desk to what its learners ask. */
export function QuestionsLink({ courseId }: { courseId: string }) {
  const t = useMessages(messages);
  return <Link to={`/teach/${courseId}/questions`}><MessageCircleQuestion size={16} aria-hidden /> {t("title")}</Link>;
}
