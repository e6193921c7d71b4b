import { CircleAlert, CircleCheck, CircleDashed, Pause, Play, RefreshCw } from "lucide-react";
import { useRevalidator } from "@remix-run/react";
import { dateTagOf, type Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { retell } from "../../i18n/retell.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { When } from "../../ui/when.tsx";
import { layerMessages } from "./layer-messages.ts";
import { messages } from "./messages.ts";
import type { SandboxView } from "./open-sandbox.server.ts";
import { OutcomeFigures } from "./outcome-figures.tsx";
import { ProtectionPart } from "./protection-part.tsx";
import type { Spread } from "./run-log.ts";
import { describeState, formatDuration, nameEngine } from "./sandbox-words.ts";
import { useRefresh } from "./use-refresh.ts";

/** The sandbox at this moment, for administrators: is it well, who waits, what came out, what protects the machine. */
export function SandboxPage({ view }: { view: SandboxView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const isStarting = view.engines.every(({ idle, running }) => idle + running === 0);
  const state = describeState({ ...view, problem: view.protection.problem, isStarting }, locale);
  const Mark = state.tone === "bad" ? CircleAlert : state.tone === "attention" ? CircleDashed : CircleCheck;
  return (
    <div className="page sandbox-page">
      <header className="sandbox-head">
        <h1>{t("title")}</h1>
        <Refresh now={view.now} />
      </header>
      <section className={`sheet sandbox-state ${state.tone}`} aria-labelledby="state">
        <div>
          <h2 id="state"><Mark className={`tone-${state.tone}`} aria-hidden /> {state.title}</h2>
          <p className="muted">{state.text ?? retell(layerMessages, locale, view.protection.problem ?? "")}</p>
        </div>
        <dl className="figures">
          <Figure name={t("running")} value={t("runningOf", { running: String(view.running), slots: String(view.slots) })} note={<Rungs done={view.running} begun={0} all={view.slots} />} />
          <Figure name={t("waiting")} value={String(view.waiting)} note={view.waiting > 0 ? t("oldestFor", { time: formatDuration(view.oldestMs, locale) }) : t("nobodyWaits")} />
          <Figure name={t("ungraded")} value={String(view.ungraded)} note={t("ungradedNote")} />
          <Figure name={t("waitingTime")} value={formatHalf(view.waitedMs, locale)} note={formatMost(view.waitedMs, locale)} />
          <Figure name={t("gradingTime")} value={formatHalf(view.durationMs, locale)} note={formatMost(view.durationMs, locale)} />
        </dl>
      </section>

      <section className="sheet" aria-labelledby="engines">
        <div className="list-title"><h2 id="engines" className="h3">{t("workers")}</h2><p className="muted small">{t("workersHelp")}</p></div>
        {view.engines.length === 0 ? <p className="side-part muted">{t("noEngines")}</p> : <Engines engines={view.engines} />}
      </section>

      <div className="sandbox-columns">
        <section className="sheet" aria-labelledby="queue">
          <h2 id="queue" className="list-title h3">{t("queue")}</h2>
          <dl className="side-part pairs">
            {view.queue.map(({ priority, waiting }) => <div key={priority}><dt>{t(`priority-${priority}`)}</dt><dd>{waiting}</dd></div>)}
          </dl>
          <p className="side-part muted small">{t("queueHelp")}</p>
        </section>
        <section className="sheet" aria-labelledby="restarts">
          <div className="list-title row"><h2 id="restarts" className="h3">{t("replacedWorkers")}</h2><span className="muted small">{t("times", { count: view.restarts })}</span></div>
          {view.lastRestarts.length === 0 ? <p className="side-part muted">{t("noneReplaced")}</p> : (
            <ul className="side-part restart-list small">
              {view.lastRestarts.map(({ engine, reason, at }, index) => (
                <li key={`${at.toISOString()} ${index}`}><span><b>{nameEngine(engine, locale)}:</b> {t(`restart-${reason}`)}</span> <span className="muted"><When at={at} now={view.now} /></span></li>
              ))}
            </ul>
          )}
        </section>
      </div>

      <OutcomeFigures view={view} />
      <ProtectionPart protection={view.protection} />
    </div>
  );
}

function Refresh({ now }: { now: Date }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { revalidate, state } = useRevalidator();
  const { isPaused, setPaused, hasScripts } = useRefresh(revalidate);
  return (
    <div className="sandbox-refresh small muted">
      <span>{t.rich("asOf", { time: () => <time key="time" dateTime={now.toISOString()} suppressHydrationWarning>{hasScripts ? now.toLocaleTimeString(dateTagOf(locale)) : `${now.toISOString().slice(11, 19)} UTC`}</time> })}</span>
      {hasScripts ? (
        <button type="button" className="button small quiet" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} {t(isPaused ? "paused" : "pause")}
        </button>
      ) : <a className="button small quiet" href="/sandbox"><RefreshCw size={16} aria-hidden /> {t("lookAgain")}</a>}
      <span className="sr-only">{state === "loading" ? "" : t(isPaused ? "standStill" : "follow")}</span>
    </div>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: React.ReactNode }) {
  return (
    <div>
      <dt className="small muted">{name}</dt>
      <dd><b>{value}</b><span className="small muted">{note}</span></dd>
    </div>
  );
}

/** Workers as rungs: filled while one runs, half while it gets ready, an outline while it stands idle. */
function Rungs({ done, begun, all }: { done: number; begun: number; all: number }) {
  return (
    <span className="ladder" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => <i key={index} className={index < done ? "done" : index < done + begun ? "begun" : ""} />)}
    </span>
  );
}

function Engines({ engines }: { engines: SandboxView["engines"] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t("workersTable")}>
      <table className="data engine-table">
        <thead><tr><th scope="col">{t("engine")}</th><th scope="col">{t("workers")}</th><th scope="col" className="number">{t("running")}</th><th scope="col" className="number">{t("idle")}</th><th scope="col" className="number">{t("gettingReady")}</th><th scope="col" className="number">{t("replaced")}</th><th scope="col" className="number">{t("memory")}</th></tr></thead>
        <tbody>
          {engines.map(({ kind, workers, idle, running, restarts, memoryMb }) => {
            const starting = Math.max(0, workers - idle - running);
            return (
              <tr key={kind}>
                <th scope="row">{nameEngine(kind, locale)}</th>
                <td><Rungs done={running} begun={starting} all={workers} /><span className="sr-only">{workers}</span></td>
                <td className="number">{running}</td><td className="number">{idle}</td><td className="number">{starting}</td><td className="number">{restarts}</td><td className="number">{Math.round(memoryMb)} MB</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function formatHalf(spread: Spread | null, locale: Locale): string {
  return spread === null ? "–" : formatDuration(spread.p50, locale);
}
function formatMost(spread: Spread | null, locale: Locale): string {
  const t = createT(messages, locale);
  return spread === null ? t("nothingYet") : t("halfMost", { time: formatDuration(spread.p95, locale) });
}
