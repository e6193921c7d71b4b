import { CircleCheck, CircleX, Clock3, TriangleAlert, type LucideIcon } from "lucide-react";
import { Link } from "../../ui/link.tsx";
import { When } from "../../ui/when.tsx";
import type { ResultLine } from "./open-today.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

const OUTCOMES: Record<ResultLine["outcome"], { icon: LucideIcon; tone: string }> = {
  passed: { icon: CircleCheck, tone: "good" },
  failed: { icon: CircleX, tone: "bad" },
  errored: { icon: TriangleAlert, tone: "bad" },
  "timed-out": { icon: Clock3, tone: "attention" },
  "out-of-memory": { icon: TriangleAlert, tone: "attention" },
  "too-much-output": { icon: TriangleAlert, tone: "attention" },
  crashed: { icon: TriangleAlert, tone: "attention" },
};

/** The latest test runs, each a link to its submission. */
export function LastResults({ results, now }: { results: readonly ResultLine[]; now: Date }) {
  const t = useMessages(messages);
  return (
    <section className="sheet panel-part" aria-labelledby="last-results">
      <h2 className="h3" id="last-results">{t("lastResults")}</h2>
      {results.length === 0 ? (
        <p className="muted small">{t("noResults")}</p>
      ) : (
        <ul className="result-list">
          {results.map((result) => {
            const { icon: Icon, tone } = OUTCOMES[result.outcome];
            return (
              <li key={`${result.submissionId}-${result.at.getTime()}`}>
                <Icon className={`tone-${tone}`} size={20} aria-hidden />
                <span>
                  <Link to={`/submissions/${result.submissionId}`}>{result.title}</Link>
                  <span className="small muted block">
                    {t(`outcome-${result.outcome}`)}{result.totalTests > 0 && t("testsOf", { passed: String(result.passedTests), total: String(result.totalTests) })} · <When at={result.at} now={now} />
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
