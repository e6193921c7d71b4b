import { CircleAlert, CircleCheck, CircleDashed, Pause, Play, RefreshCw } from "lucide-react";
import { useRevalidator } from "@remix-run/react";
import { formatCount } from "../../ui/format-minutes.ts";
import { When } from "../../ui/when.tsx";
import type { SandboxView } from "./open-sandbox.server.ts";
import { OutcomeFigures } from "./outcome-figures.tsx";
import { ProtectionPart } from "./protection-part.tsx";
import type { Spread } from "./run-log.ts";
import { describeState, ENGINE_NAMES, formatDuration, PRIORITY_NAMES, RESTART_NAMES } from "./sandbox-words.ts";
import { useRefresh } from "./use-refresh.ts";

/** The sandbox at this moment, for administrators: is it well, who waits, what came out, what protects the machine. */
export function SandboxPage({ view }: { view: SandboxView }) {
  const isStarting = view.engines.every(({ idle, running }) => idle + running === 0);
  const state = describeState({ ...view, problem: view.protection.problem, isStarting });
  const Mark = state.tone === "bad" ? CircleAlert : state.tone === "attention" ? CircleDashed : CircleCheck;
  return (
    <div className="page sandbox-page">
      <header className="sandbox-head">
        <h1>Sandbox</h1>
        <Refresh now={view.now} />
      </header>
      <section className={`sheet sandbox-state ${state.tone}`} aria-labelledby="state">
        <div>
          <h2 id="state"><Mark className={`tone-${state.tone}`} aria-hidden /> {state.title}</h2>
          <p className="muted">{state.text}</p>
        </div>
        <dl className="figures">
          <Figure name="Running" value={`${view.running} of ${view.slots}`} note={<Rungs done={view.running} begun={0} all={view.slots} />} />
          <Figure name="Waiting" value={String(view.waiting)} note={view.waiting > 0 ? `the oldest for ${formatDuration(view.oldestMs)}` : "nobody waits"} />
          <Figure name="Hand-ins without a verdict" value={String(view.ungraded)} note="kept in the database, so none is lost" />
          <Figure name="Waiting time" value={formatHalf(view.waitedMs)} note={formatMost(view.waitedMs)} />
          <Figure name="Grading time" value={formatHalf(view.durationMs)} note={formatMost(view.durationMs)} />
        </dl>
      </section>

      <section className="sheet" aria-labelledby="engines">
        <div className="list-title"><h2 id="engines" className="h3">Workers</h2><p className="muted small">Each engine has processes of its own. One runs one submission at a time; an engine starts when its language is first needed.</p></div>
        {view.engines.length === 0 ? <p className="side-part muted">No engine has been started yet.</p> : <Engines engines={view.engines} />}
      </section>

      <div className="sandbox-columns">
        <section className="sheet" aria-labelledby="queue">
          <h2 id="queue" className="list-title h3">Queue</h2>
          <dl className="side-part pairs">
            {view.queue.map(({ priority, waiting }) => <div key={priority}><dt>{PRIORITY_NAMES[priority]}</dt><dd>{waiting}</dd></div>)}
          </dl>
          <p className="side-part muted small">Upper lines go first. Of one person one run goes on and one waits.</p>
        </section>
        <section className="sheet" aria-labelledby="restarts">
          <div className="list-title row"><h2 id="restarts" className="h3">Replaced workers</h2><span className="muted small">{formatCount(view.restarts, "time")}</span></div>
          {view.lastRestarts.length === 0 ? <p className="side-part muted">None since the start.</p> : (
            <ul className="side-part restart-list small">
              {view.lastRestarts.map(({ engine, reason, at }, index) => (
                <li key={`${at.toISOString()} ${index}`}><span><b>{ENGINE_NAMES[engine]}:</b> {RESTART_NAMES[reason]}</span> <span className="muted"><When at={at} now={view.now} /></span></li>
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
  const { revalidate, state } = useRevalidator();
  const { isPaused, setPaused, hasScripts } = useRefresh(revalidate);
  return (
    <div className="sandbox-refresh small muted">
      <span>As of <time dateTime={now.toISOString()} suppressHydrationWarning>{hasScripts ? now.toLocaleTimeString() : `${now.toISOString().slice(11, 19)} UTC`}</time></span>
      {hasScripts ? (
        <button type="button" className="button small quiet" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} {isPaused ? "Paused" : "Pause"}
        </button>
      ) : <a className="button small quiet" href="/sandbox"><RefreshCw size={16} aria-hidden /> Look again</a>}
      <span className="sr-only">{state === "loading" ? "" : isPaused ? "The figures stand still." : "The figures follow every few seconds."}</span>
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
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label="Table of workers">
      <table className="data engine-table">
        <thead><tr><th scope="col">Engine</th><th scope="col">Workers</th><th scope="col" className="number">Running</th><th scope="col" className="number">Idle</th><th scope="col" className="number">Getting ready</th><th scope="col" className="number">Replaced</th><th scope="col" className="number">Memory</th></tr></thead>
        <tbody>
          {engines.map(({ kind, workers, idle, running, restarts, memoryMb }) => {
            const starting = Math.max(0, workers - idle - running);
            return (
              <tr key={kind}>
                <th scope="row">{ENGINE_NAMES[kind]}</th>
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

function formatHalf(spread: Spread | null): string {
  return spread === null ? "–" : formatDuration(spread.p50);
}
function formatMost(spread: Spread | null): string {
  return spread === null ? "nothing has run yet" : `half of the runs; 95 of 100 under ${formatDuration(spread.p95)}`;
}
