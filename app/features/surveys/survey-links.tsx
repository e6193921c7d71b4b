import { Link } from "@remix-run/react";
import { MessageSquareText } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** To the answers of a course's surveys; nothing when it has none. */
export function SurveyLinks({ surveys }: { surveys: readonly { title: string; path: string }[] }) {
  const t = useMessages(messages);
  if (surveys.length === 0) return null;
  return (
    <section className="sheet panel-part" aria-labelledby="surveys">
      <h2 id="surveys" className="h3">{t("surveys")}</h2>
      <ul className="list">
        {surveys.map(({ title, path }) => <li key={path}><Link to={path}><MessageSquareText size={16} aria-hidden className="inline" /> {t("resultsTitle", { title })}</Link></li>)}
      </ul>
    </section>
  );
}
