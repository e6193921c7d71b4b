import { Link } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { When } from "../../ui/when.tsx";
import { formatScore } from "./format-score.ts";
import { messages } from "./messages.ts";
import type { QuizView } from "./quiz-view.ts";

/** All attempts that were handed in; the one that counts is marked. */
export function QuizHistory({ quiz: { history, path, now } }: { quiz: QuizView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <section className="stack quiz-history" aria-labelledby="history">
      <h2 id="history" className="h3">{t("history")}</h2>
      <div className="table-wrap sheet">
        <table className="data">
          <thead><tr><th scope="col">{t("outcome")}</th><th scope="col">{t("score")}</th><th scope="col">{t("when")}</th><th scope="col"><span className="sr-only">{t("resultTitle", { number: "" })}</span></th></tr></thead>
          <tbody>
            {history.map((row) => (
              <tr key={row.number}>
                <td>{row.passed ? t("passed") : t("notPassed")}</td>
                <td>{formatScore(row.score, locale)} {row.isBest && <span className="tag good">{t("best")}</span>}</td>
                <td><When at={row.submittedAt} now={now} /></td>
                <td>{row.isShown ? <span className="muted">{t("shown")}</span> : <Link to={`${path}?attempt=${row.number}`}>{t("look", { number: String(row.number) })}</Link>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
