import { Link } from "@remix-run/react";
import { Users } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** From a course's desk to its people. */
export function RosterLink({ courseId }: { courseId: string }) {
  const t = useMessages(messages);
  return <Link to={`/teach/${courseId}/learners`}><Users size={16} aria-hidden /> {t("title")}</Link>;
}
