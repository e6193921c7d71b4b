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

/** A hand-in by itself: what was handed in and what came of it. `children` stand between the two. */
export function SubmissionPage({ submission, now, children }: { submission: SubmissionView; now: Date; children?: ReactNode }) {
  const { id, state, result, activity, course } = submission;
  const { revalidate } = useRevalidator();
  const isWaiting = state !== "done";
  useEffect(() => (isWaiting ? followSubmission(id, (event) => event.state === "done" && revalidate()) : undefined), [id, isWaiting, revalidate]);

  return (
    <div className="page">
      <header className="stack submission-head">
        <p className="small muted"><Link to={`/courses/${course.id}`}>{course.title}</Link></p>
        <h1>{activity ? activity.title : "A submission"}</h1>
        <p className="muted">Handed in <When at={submission.createdAt} now={now} />.</p>
        {activity && <p><Link className="button" to={activity.url}>Back to the {submission.kind}</Link></p>}
      </header>
      {children}
      <section className="stack" aria-labelledby="result">
        <h2 id="result">Result</h2>
        <div role="status">
          {isWaiting && (
            <Notice tone="attention">
              <p><strong>Your submission is stored and waits for its result.</strong> This page shows it when it is there.</p>
              <noscript><meta httpEquiv="refresh" content="5" /><p><a href={`/submissions/${id}`}>Look again</a>, or wait: the page looks again by itself every five seconds.</p></noscript>
            </Notice>
          )}
          {result && <Notice tone={result.outcome === "passed" ? "good" : "plain"}><p><strong>{result.outcome === "passed" ? "Passed. " : ""}{describeResult(result)}</strong></p></Notice>}
          {!isWaiting && !result && <p className="muted">There are no automatic tests here.</p>}
        </div>
        {result && <ExplainedLanguage.Provider value={submission.language}><Results result={result} /></ExplainedLanguage.Provider>}
      </section>
      <section className="stack" aria-labelledby="handed-in">
        <h2 id="handed-in">What you handed in</h2>
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
