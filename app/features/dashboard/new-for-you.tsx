import { Link } from "../../ui/link.tsx";
import { When } from "../../ui/when.tsx";
import type { AnswerLine, FeedbackLine } from "./open-today.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Decisions of graders and answers to questions that were not opened yet. */
export function NewForYou({ feedback, answers, now }: { feedback: readonly FeedbackLine[]; answers: readonly AnswerLine[]; now: Date }) {
  const t = useMessages(messages);
  if (feedback.length + answers.length === 0) return null;
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
        {answers.map(({ questionId, title, at }) => (
          <li key={questionId}>
            <span className="dot" aria-hidden="true" />
            <span>
              <b>{t("answered")}</b> <Link to={`/questions/${questionId}`}>{title}</Link>
              <span className="small muted block"><When at={at} now={now} /></span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
