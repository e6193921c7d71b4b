import { Link } from "@remix-run/react";
import { CircleCheck, CircleX, Clock3, TriangleAlert, type LucideIcon } from "lucide-react";
import { When } from "../../ui/when.tsx";
import type { ResultLine } from "./open-today.server.ts";

const OUTCOMES: Record<ResultLine["outcome"], { icon: LucideIcon; tone: string; words: string }> = {
  passed: { icon: CircleCheck, tone: "good", words: "Passed" },
  failed: { icon: CircleX, tone: "bad", words: "Not yet" },
  errored: { icon: TriangleAlert, tone: "bad", words: "Could not run" },
  "timed-out": { icon: Clock3, tone: "attention", words: "Took too long" },
  "out-of-memory": { icon: TriangleAlert, tone: "attention", words: "Used too much memory" },
  "too-much-output": { icon: TriangleAlert, tone: "attention", words: "Printed too much" },
  crashed: { icon: TriangleAlert, tone: "attention", words: "Not graded: our fault" },
};

/** The latest test runs, each a link to its submission. */
export function LastResults({ results, now }: { results: readonly ResultLine[]; now: Date }) {
  return (
    <section className="sheet panel-part" aria-labelledby="last-results">
      <h2 className="h3" id="last-results">Last results</h2>
      {results.length === 0 ? (
        <p className="muted small">Submit a lab, and what its tests say stands here.</p>
      ) : (
        <ul className="result-list">
          {results.map((result) => {
            const { icon: Icon, tone, words } = OUTCOMES[result.outcome];
            return (
              <li key={`${result.submissionId}-${result.at.getTime()}`}>
                <Icon className={`tone-${tone}`} size={20} aria-hidden />
                <span>
                  <Link to={`/submissions/${result.submissionId}`}>{result.title}</Link>
                  <span className="small muted block">
                    {words}{result.totalTests > 0 && `, ${result.passedTests} of ${result.totalTests} tests`} · <When at={result.at} now={now} />
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
