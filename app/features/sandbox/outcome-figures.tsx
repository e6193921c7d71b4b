import { OUTCOMES } from "../../../sandbox/contract.ts";
import type { Outcome } from "../../../sandbox/contract.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { When } from "../../ui/when.tsx";
import { messages } from "./messages.ts";
import type { SandboxView } from "./open-sandbox.server.ts";
import { formatDuration, formatShare, nameLanguage } from "./sandbox-words.ts";

/** What runs came to since the start of the server: a bar for each language, with its numbers. */
export function OutcomeFigures({ view }: { view: SandboxView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const time = (ms: number) => formatDuration(ms, locale);
  const seen = view.outcomes.filter(({ runs }) => runs > 0);
  return (
    <section className="sheet" aria-labelledby="outcomes">
      <div className="list-title">
        <div className="row"><h2 id="outcomes" className="h3">{t("outcomes")}</h2><span className="muted small">{t.rich("runsSince", { count: view.runs, when: () => <When key="when" at={view.since} now={view.now} /> })}</span></div>
        {seen.length > 0 && (
          <ul className="outcome-key small">
            {seen.map(({ outcome, runs }) => <li key={outcome}><i className={`outcome-swatch ${outcome}`} aria-hidden="true" /> {t(`outcome-${outcome}`)} <b>{runs}</b> <span className="muted">{formatShare(runs, view.runs, locale)}</span></li>)}
          </ul>
        )}
      </div>
      {view.languages.length === 0 ? <p className="side-part muted">{t("nothingRan")}</p> : (
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t("outcomesTable")}>
          <table className="data outcome-table">
            <thead>
              <tr><th scope="col">{t("language")}</th><th scope="col" className="number">{t("runs")}</th><th scope="col">{t("outcomes")}</th><th scope="col" className="number">{t("waiting")} <span className="block">{t("halfAnd95")}</span></th><th scope="col" className="number">{t("grading")} <span className="block">{t("halfAnd95")}</span></th></tr>
            </thead>
            <tbody>
              {view.languages.map(({ language, runs, outcomes, waitedMs, durationMs }) => (
                <tr key={language}>
                  <th scope="row">{nameLanguage(language, locale)}</th>
                  <td className="number">{runs}</td>
                  <td className="outcome-cell"><OutcomeBar outcomes={outcomes} runs={runs} /></td>
                  <td className="number">{waitedMs ? `${time(waitedMs.p50)} · ${time(waitedMs.p95)}` : "–"}</td>
                  <td className="number">{durationMs ? `${time(durationMs.p50)} · ${time(durationMs.p95)}` : "–"}</td>
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
  const t = useMessages(messages);
  const parts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return (
    <>
      <svg className="outcome-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((outcome, index) => {
          const before = parts.slice(0, index).reduce((sum, one) => sum + outcomes[one], 0);
          return <rect key={outcome} className={outcome} x={(100 * before) / runs} width={(100 * outcomes[outcome]) / runs} height="10" />;
        })}
      </svg>
      <span className="sr-only">{parts.map((outcome) => `${t(`outcome-${outcome}`)} ${outcomes[outcome]}`).join(", ")}</span>
    </>
  );
}
