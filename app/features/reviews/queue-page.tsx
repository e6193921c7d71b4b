import { Form, Link } from "@remix-run/react";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { formatOrdinal } from "./format-points.ts";
import type { QueueItem, ReviewQueue } from "./list-review-queue.server.ts";

/** What waits for a grader: theirs on top, then everybody's, the oldest first. */
export function QueuePage({ queue, sent }: { queue: ReviewQueue; /** What was just decided. */ sent: "accepted" | "changes-asked" | null }) {
  const { mine, waiting, courses, courseId, total, now, decided } = queue;
  const shown = mine.length + waiting.length;
  const next = waiting.find(({ claim }) => claim === "free" || claim === "stale");
  return (
    <div className="page review-queue">
      <header className="stack">
        <h1>Review</h1>
        {courses.length > 1 && <CourseFilter courses={courses} courseId={courseId} />}
      </header>
      {sent && <Notice tone="good" live><b>{sent === "accepted" ? "Accepted and sent." : "Sent: changes asked for."}</b> The learner has it now. {next ? "The next one is below." : "Nothing else waits for you."}</Notice>}
      {mine.length > 0 && (
        <section className="sheet" aria-labelledby="mine">
          <h2 id="mine" className="list-title">Yours to finish</h2>
          <ul className="list queue">{mine.map((item) => <QueueLine key={item.submissionId} item={item} now={now} />)}</ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="sheet" aria-labelledby="waiting">
          <h2 id="waiting" className="list-title">Waiting</h2>
          <ul className="list queue">{waiting.map((item) => <QueueLine key={item.submissionId} item={item} now={now} isNext={sent !== null && item === next} />)}</ul>
        </section>
      )}
      {shown < total && <p className="muted small">The {shown} oldest of {total} are shown.</p>}
      {shown === 0 && (
        <section className="sheet empty-queue">
          <div className="ladder" aria-hidden="true"><i className="done" /><i className="done" /><i className="done" /><i className="done" /><i className="done" /></div>
          <h2>Nothing waits for a review</h2>
          <p className="muted">{courseId === null ? "When a learner hands in a project of a course that you grade, it is here, the oldest first." : <>Nothing of this course waits. <Link to="/review">See all courses</Link></>}</p>
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided" className="h3">Decided by you</h2>
          <ul className="decided-list">
            {decided.map(({ submissionId, title, learnerName, decision, decidedAt }) => (
              <li key={submissionId}>
                <span className={decision === "accepted" ? "tag good" : "tag attention"}>{decision === "accepted" ? "Accepted" : "Changes asked for"}</span>
                <Link to={`/review/${submissionId}`}>{title}</Link> <span className="muted small"><bdi>{learnerName}</bdi>, <When at={decidedAt} now={now} /></span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function CourseFilter({ courses, courseId }: Pick<ReviewQueue, "courses" | "courseId">) {
  const all = courses.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <nav className="filters" aria-label="Courses">
      <Link className="filter" to="/review" aria-current={courseId === null ? "true" : undefined}>All courses <span className="muted">{all}</span></Link>
      {courses.map(({ id, title, waiting }) => (
        <Link key={id} className="filter" to={`/review?course=${encodeURIComponent(id)}`} aria-current={courseId === id ? "true" : undefined}>{title} <span className="muted">{waiting}</span></Link>
      ))}
    </nav>
  );
}

function QueueLine({ item, now, isNext = false }: { item: QueueItem; now: Date; isNext?: boolean }) {
  const { submissionId, title, courseTitle, learnerName, handedInAt, number, heldBy, claim } = item;
  const address = `/review/${submissionId}`;
  return (
    <li className={claim === "held" ? "queue-line held" : "queue-line"}>
      <div>
        <h3><Link to={address}>{title}</Link></h3>
        <p className="muted small"><bdi>{learnerName}</bdi> · {courseTitle}</p>
        <p className="queue-facts small">
          <span>Handed in <When at={handedInAt} now={now} /></span>
          {number > 1 && <span className="tag">{formatOrdinal(number)} hand-in</span>}
          <TestsTag item={item} />
          {heldBy && <span className="muted">{claim === "held" ? "held by" : "begun by"} <bdi>{heldBy.name}</bdi> <When at={heldBy.since} now={now} /></span>}
        </p>
      </div>
      {claim === "mine" && <Link className="button primary" to={address}>Continue<span className="sr-only"> with {title} by {learnerName}</span></Link>}
      {(claim === "free" || claim === "stale") && (
        <Form method="post" action={address}>
          <button className={isNext ? "button primary" : "button"} name="intent" value="claim">{claim === "free" ? "Start review" : "Take over"}<span className="sr-only"> of {title} by {learnerName}</span></button>
        </Form>
      )}
    </li>
  );
}

function TestsTag({ item }: { item: Pick<QueueItem, "testRun" | "areTestsRunning"> }) {
  const { testRun, areTestsRunning } = item;
  if (!testRun) return <span className="tag">{areTestsRunning ? "tests still running" : "no tests"}</span>;
  if (testRun.outcome === "crashed") return <span className="tag attention">tests could not be run</span>;
  const passes = testRun.outcome === "passed";
  return <span className={passes ? "tag good" : "tag attention"}>{testRun.passedTests} of {testRun.totalTests} tests pass</span>;
}
