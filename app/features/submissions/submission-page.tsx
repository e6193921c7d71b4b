import { Link, useRevalidator } from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { ExplainedLanguage } from "../explanations/plain-words.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { followSubmission } from "./follow-submission.ts";
import type { SubmissionView } from "./open-submission.server.ts";
import { describeResult } from "./outcome-words.ts";
import { Results } from "./results.tsx";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** A hand-in by itself: what was handed in and what came of it. `children` stand between the two. */
export function SubmissionPage({ submission, now, children }: { submission: SubmissionView; now: Date; children?: ReactNode }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, state, result, activity, course } = submission;
  const { revalidate } = useRevalidator();
  const isWaiting = state !== "done";
  useEffect(() => (isWaiting ? followSubmission(id, (event) => event.state === "done" && revalidate()) : undefined), [id, isWaiting, revalidate]);

  return (
    <div className="page">
      <header className="stack submission-head">
        <p className="small muted"><Link to={`/courses/${course.id}`}>{course.title}</Link></p>
        <h1>{activity ? activity.title : t("aSubmission")}</h1>
        <p className="muted">{t.rich("handedIn", { when: () => <When key="when" at={submission.createdAt} now={now} /> })}</p>
        {activity && <p><Link className="button" to={activity.url}>{t("backTo", { kind: submission.kind })}</Link></p>}
      </header>
      {children}
      <section className="stack" aria-labelledby="result">
        <h2 id="result">{t("result")}</h2>
        <div role="status">
          {isWaiting && (
            <Notice tone="attention">
              <p><strong>{t("waiting")}</strong> {t("waitingMore")}</p>
              <noscript><meta httpEquiv="refresh" content="5" /><p>{t.rich("lookAgain", { way: (words) => <a key="way" href={`/submissions/${id}`}>{words}</a> })}</p></noscript>
            </Notice>
          )}
          {result && <Notice tone={result.outcome === "passed" ? "good" : "plain"}><p><strong>{result.outcome === "passed" ? t("passedSaid") : ""}{describeResult(result, locale)}</strong></p></Notice>}
          {!isWaiting && !result && <p className="muted">{t("noTests")}</p>}
        </div>
        {result && <ExplainedLanguage.Provider value={submission.language}><Results result={result} /></ExplainedLanguage.Provider>}
      </section>
      <section className="stack" aria-labelledby="handed-in">
        <h2 id="handed-in">{t("whatHandedIn")}</h2>
        {submission.link && <p><bdi>{showInvisible(submission.link)}</bdi></p>}
        {submission.message && <p className="submission-words">{showInvisible(submission.message)}</p>}
        {submission.files.map(({ path, text }) => (
          <figure className="sheet submission-file" key={path}>
            <figcaption className="small">{path}</figcaption>
            <pre tabIndex={0} aria-label={path}><code>{showInvisible(text)}</code></pre>
          </figure>
        ))}
      </section>
    </div>
  );
}
