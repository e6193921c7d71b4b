import { Link } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import type { FeedbackLine } from "./open-today.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Decisions of graders that were not opened yet. */
export function NewForYou({ feedback, now }: { feedback: readonly FeedbackLine[]; now: Date }) {
  const t = useMessages(messages);
  if (feedback.length === 0) return null;
  return (
    <section className="sheet panel-part" aria-labelledby="new-for-you">
      <h2 className="h3" id="new-for-you">{t("newForYou")}</h2>
      <ul className="dotted">
        {feedback.map(({ submissionId, title, path, decision, at }) => (
          <li key={submissionId}>
            <span className={decision === "accepted" ? "dot" : "dot attention"} aria-hidden="true" />
            <span>
              <b>{t(decision === "accepted" ? "accepted" : "changesAsked")}</b> <Link to={path}>{title}</Link>
              <span className="small muted block"><When at={at} now={now} /></span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
