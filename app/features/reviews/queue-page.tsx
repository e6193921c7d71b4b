import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import type { QueueItem, ReviewQueue } from "./list-review-queue.server.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** What waits for a grader: theirs on top, then everybody's, the oldest first. */
export function QueuePage({ queue, sent }: { queue: ReviewQueue; /** What was just decided. */ sent: "accepted" | "changes-asked" | null }) {
  const t = useMessages(messages);
  const { mine, waiting, courses, courseId, total, now, decided } = queue;
  const shown = mine.length + waiting.length;
  const next = waiting.find(({ claim }) => claim === "free" || claim === "stale");
  return (
    <div className="page review-queue">
      <header className="stack">
        <h1>{t("title")}</h1>
        {courses.length > 1 && <CourseFilter courses={courses} courseId={courseId} />}
      </header>
      {sent && <Notice tone="good" live><b>{t(sent === "accepted" ? "sentAccepted" : "sentChanges")}</b> {t("learnerHas")} {t(next ? "nextBelow" : "nothingElse")}</Notice>}
      {mine.length > 0 && (
        <section className="sheet" aria-labelledby="mine">
          <h2 id="mine" className="list-title">{t("yours")}</h2>
          <ul className="list queue">{mine.map((item) => <QueueLine key={item.submissionId} item={item} now={now} />)}</ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="sheet" aria-labelledby="waiting">
          <h2 id="waiting" className="list-title">{t("waiting")}</h2>
          <ul className="list queue">{waiting.map((item) => <QueueLine key={item.submissionId} item={item} now={now} isNext={sent !== null && item === next} />)}</ul>
        </section>
      )}
      {shown < total && <p className="muted small">{t("oldestShown", { shown: String(shown), total: String(total) })}</p>}
      {shown === 0 && (
        <section className="sheet empty-queue">
          <div className="ladder" aria-hidden="true"><i className="done" /><i className="done" /><i className="done" /><i className="done" /><i className="done" /></div>
          <h2>{t("queueEmpty")}</h2>
          <p className="muted">{courseId === null ? t("queueEmptyHelp") : t.rich("queueEmptyCourse", { way: (words) => <Link key="way" to="/review">{words}</Link> })}</p>
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided" className="h3">{t("decidedByYou")}</h2>
          <ul className="decided-list">
            {decided.map(({ submissionId, title, learnerName, decision, decidedAt }) => (
              <li key={submissionId}>
                <span className={decision === "accepted" ? "tag good" : "tag attention"}>{t(decision === "accepted" ? "accepted" : "changesAsked")}</span>
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
  const t = useMessages(messages);
  const all = courses.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <nav className="filters" aria-label={t("courses")}>
      <Link className="filter" to="/review" aria-current={courseId === null ? "true" : undefined}>{t("allCourses")} <span className="muted">{all}</span></Link>
      {courses.map(({ id, title, waiting }) => (
        <Link key={id} className="filter" to={`/review?course=${encodeURIComponent(id)}`} aria-current={courseId === id ? "true" : undefined}>{title} <span className="muted">{waiting}</span></Link>
      ))}
    </nav>
  );
}

function QueueLine({ item, now, isNext = false }: { item: QueueItem; now: Date; isNext?: boolean }) {
  const t = useMessages(messages);
  const { submissionId, title, courseTitle, learnerName, handedInAt, number, heldBy, claim } = item;
  const address = `/review/${submissionId}`;
  const hidden = (words: ReactNode) => <span key="hidden" className="sr-only">{words}</span>;
  return (
    <li className={claim === "held" ? "queue-line held" : "queue-line"}>
      <div>
        <h3><Link to={address}>{title}</Link></h3>
        <p className="muted small"><bdi>{learnerName}</bdi> · {courseTitle}</p>
        <p className="queue-facts small">
          <span>{t.rich("handedIn", { when: () => <When key="when" at={handedInAt} now={now} /> })}</span>
          {number > 1 && <span className="tag">{t("handInNumber", { number })}</span>}
          <TestsTag item={item} />
          {heldBy && <span className="muted">{t.rich(claim === "held" ? "heldBy" : "begunBy", { name: () => <bdi key="name">{heldBy.name}</bdi>, when: () => <When key="when" at={heldBy.since} now={now} /> })}</span>}
        </p>
      </div>
      {claim === "mine" && <Link className="button primary" to={address}>{t.rich("continueWith", { title, name: learnerName, hidden })}</Link>}
      {(claim === "free" || claim === "stale") && (
        <Form method="post" action={address}>
          <button className={isNext ? "button primary" : "button"} name="intent" value="claim">{t.rich(claim === "free" ? "startOf" : "takeOf", { title, name: learnerName, hidden })}</button>
        </Form>
      )}
    </li>
  );
}

function TestsTag({ item }: { item: Pick<QueueItem, "testRun" | "areTestsRunning"> }) {
  const t = useMessages(messages);
  const { testRun, areTestsRunning } = item;
  if (!testRun) return <span className="tag">{t(areTestsRunning ? "testsRunning" : "noTests")}</span>;
  if (testRun.outcome === "crashed") return <span className="tag attention">{t("testsCrashed")}</span>;
  const passes = testRun.outcome === "passed";
  return <span className={passes ? "tag good" : "tag attention"}>{t("testsPass", { passed: String(testRun.passedTests), total: String(testRun.totalTests) })}</span>;
}
