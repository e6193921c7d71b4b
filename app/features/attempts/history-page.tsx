import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { wordAttempt } from "./attempt-words.ts";
import { FileDiffs } from "./file-diffs.tsx";
import { messages } from "./messages.ts";
import { DRAFT_SIDE } from "./draft-side.ts";
import type { AttemptLine, HistoryView } from "./open-history.server.ts";

/** What the page says after something was brought back. */
export type HistorySaid = { kind: "restored"; number: string; undoVersion: number } | { kind: "undone" } | { kind: "gone" } | null;

/** One's own hand-ins of an activity, a comparison of two, and the way back into the editor. */
export function HistoryPage({ history, said }: { history: HistoryView; said: HistorySaid }) {
  const t = useMessages(messages);
  const { attempts, comparison, path, title, now } = history;
  return (
    <div className="page attempts">
      <header className="stack">
        <p className="small"><Link to={path}><span className="points" aria-hidden="true">←</span> {t("backToLab")}</Link></p>
        <h1>{t("historyTitle")}</h1>
        <p className="muted">{t("historyLead", { title })}</p>
      </header>
      {said && (
        <Notice tone={said.kind === "gone" ? "attention" : "good"} live>
          {said.kind === "gone" ? <p>{t("gone")}</p> : said.kind === "undone" ? <p>{t("undone")}</p> : <p>{t("restored", { number: said.number })}</p>}
          {said.kind !== "gone" && <p><Link className="button small" to={path} reloadDocument>{t("toEditor")}</Link></p>}
          {said.kind === "restored" && (
            <Form method="post" action={`${path}/history`}>
              <input type="hidden" name="version" value={said.undoVersion} />
              <button className="button small quiet" name="intent" value="undo">{t("undo")}</button>
            </Form>
          )}
        </Notice>
      )}
      {attempts.length === 0 ? <p className="muted">{t("none")}</p> : (
        <ol className="list attempt-list" reversed>
          {attempts.map((attempt) => <Attempt key={attempt.id} attempt={attempt} path={path} now={now} />)}
        </ol>
      )}
      {comparison && (
        <section className="stack" aria-labelledby="compare" id="comparison">
          <h2 id="compare">{t("compareTitle")}</h2>
          <Form method="get" action={`${path}/history#comparison`} className="attempt-sides" preventScrollReset>
            <Side name="from" label={t("older")} value={comparison.from} attempts={attempts} />
            <Side name="to" label={t("newer")} value={comparison.to} attempts={attempts} />
            <button className="button">{t("compare")}</button>
          </Form>
          <FileDiffs files={comparison.files} same={t("same")} />
        </section>
      )}
    </div>
  );
}

function Attempt({ attempt, path, now }: { attempt: AttemptLine; path: string; now: Date }) {
  const t = useMessages(messages);
  const { id, number, handedInAt, outcome, passedTests, totalTests } = attempt;
  const words = t(wordAttempt(attempt), { passed: String(passedTests ?? 0), total: String(totalTests ?? 0) });
  return (
    <li className="attempt" data-outcome={outcome ?? "none"}>
      <div className="attempt-what">
        <b>{t("attempt", { number: String(number) })}</b>
        <span className={outcome === "passed" ? "tag good" : "tag"}>{words}</span>
        <span className="small muted"><When at={handedInAt} now={now} /></span>
      </div>
      <div className="attempt-acts">
        <Link className="button small quiet" to={`/submissions/${id}`} aria-label={t("openLabel", { number: String(number) })}>{t("open")}</Link>
        <Form method="post" action={`${path}/history`}>
          <input type="hidden" name="submissionId" value={id} />
          <input type="hidden" name="number" value={number} />
          <button className="button small" name="intent" value="restore" aria-label={t("restoreLabel", { number: String(number) })}>{t("restore")}</button>
        </Form>
      </div>
    </li>
  );
}

function Side({ name, label, value, attempts }: { name: string; label: string; value: string; attempts: readonly AttemptLine[] }) {
  const t = useMessages(messages);
  return (
    <label className="field">
      {label}
      <select className="input" name={name} key={value} defaultValue={value}>
        <option value={DRAFT_SIDE}>{t("draft")}</option>
        {attempts.map(({ id, number }) => <option key={id} value={number}>{t("attempt", { number: String(number) })}</option>)}
      </select>
    </label>
  );
}
