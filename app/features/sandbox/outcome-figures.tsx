import { OUTCOMES } from "../../../sandbox/contract.ts";
import type { Outcome } from "../../../sandbox/contract.ts";
import { formatCount } from "../../ui/format-minutes.ts";
import { When } from "../../ui/when.tsx";
import type { SandboxView } from "./open-sandbox.server.ts";
import { formatDuration, formatShare, LANGUAGE_NAMES, OUTCOME_NAMES } from "./sandbox-words.ts";

/** What runs came to since the start of the server: a bar for each language, with its numbers. */
export function OutcomeFigures({ view }: { view: SandboxView }) {
  const seen = view.outcomes.filter(({ runs }) => runs > 0);
  return (
    <section className="sheet" aria-labelledby="outcomes">
      <div className="list-title">
        <div className="row"><h2 id="outcomes" className="h3">Outcomes</h2><span className="muted small">{formatCount(view.runs, "run")} since the start, <When at={view.since} now={view.now} /></span></div>
        {seen.length > 0 && (
          <ul className="outcome-key small">
            {seen.map(({ outcome, runs }) => <li key={outcome}><i className={`outcome-swatch ${outcome}`} aria-hidden="true" /> {OUTCOME_NAMES[outcome]} <b>{runs}</b> <span className="muted">{formatShare(runs, view.runs)}</span></li>)}
          </ul>
        )}
      </div>
      {view.languages.length === 0 ? <p className="side-part muted">Nothing has run since the server started.</p> : (
        <div className="table-wrap" tabIndex={0} role="region" aria-label="Table of outcomes">
          <table className="data outcome-table">
            <thead>
              <tr><th scope="col">Language</th><th scope="col" className="number">Runs</th><th scope="col">Outcomes</th><th scope="col" className="number">Waiting <span className="block">half · 95 of 100</span></th><th scope="col" className="number">Grading <span className="block">half · 95 of 100</span></th></tr>
            </thead>
            <tbody>
              {view.languages.map(({ language, runs, outcomes, waitedMs, durationMs }) => (
                <tr key={language}>
                  <th scope="row">{LANGUAGE_NAMES[language]}</th>
                  <td className="number">{runs}</td>
                  <td className="outcome-cell"><OutcomeBar outcomes={outcomes} runs={runs} /></td>
                  <td className="number">{waitedMs ? `${formatDuration(waitedMs.p50)} · ${formatDuration(waitedMs.p95)}` : "–"}</td>
                  <td className="number">{durationMs ? `${formatDuration(durationMs.p50)} · ${formatDuration(durationMs.p95)}` : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function OutcomeBar({ outcomes, runs }: { outcomes: Record<Outcome, number>; runs: number }) {
  const parts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return (
    <>
      <svg className="outcome-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((outcome, index) => {
          const before = parts.slice(0, index).reduce((sum, one) => sum + outcomes[one], 0);
          return <rect key={outcome} className={outcome} x={(100 * before) / runs} width={(100 * outcomes[outcome]) / runs} height="10" />;
        })}
      </svg>
      <span className="sr-only">{parts.map((outcome) => `${OUTCOME_NAMES[outcome]} ${outcomes[outcome]}`).join(", ")}</span>
    </>
  );
}
