import { Form, Link, useNavigation } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import { WhyTally } from "../progress/why.tsx";
import { CourseFacts } from "./course-facts.tsx";
import type { CourseView } from "./open-course.server.ts";

/** Title, summary and the one thing to do: enroll, start, or continue. */
export function CourseHead({ course, isSignedIn }: { course: CourseView; isSignedIn: boolean }) {
  const { title, summary, progress, published } = course;
  return (
    <header className="sheet course-head">
      <div className="course-head-text">
        {!published && <p><span className="tag attention">Not published: learners do not see it</span></p>}
        <h1>{title}</h1>
        <p className="lead">{summary}</p>
        <CourseFacts course={course} />
      </div>
      <div className="course-head-act">
        <NextAct course={course} isSignedIn={isSignedIn} />
      </div>
      {progress && (
        <div className="course-head-progress">
          <Ladder groups={progress.groups} label={describeRungs(progress.groups)} />
          <p className="row small muted">
            <span>{progress.done} of {progress.total} done</span>
            <span>{formatMinutes(progress.minutesDone)} of {formatMinutes(progress.minutesTotal)}</span>
          </p>
          {course.why && <WhyTally of="course" explanation={course.why} courseId={course.id} />}
        </div>
      )}
    </header>
  );
}

function NextAct({ course, isSignedIn }: { course: CourseView; isSignedIn: boolean }) {
  const navigation = useNavigation();
  const { id, isEnrolled, next, progress, published } = course;
  if (isEnrolled && next) {
    return (
      <>
        <Link className="button primary" to={next.path} prefetch="intent">{progress?.hasBegun ? "Continue" : "Start"}</Link>
        <p className="small muted">{progress?.hasBegun ? "Next" : "First"}: {next.title}</p>
      </>
    );
  }
  if (isEnrolled) return <p className="tag good">{progress?.isDone ? "All of it is done" : "Nothing is left to do"}</p>;
  if (!published) return null;
  const isBusy = navigation.formAction === `/courses/${id}/enroll`;
  return (
    <Form method="post" action={`/courses/${id}/enroll`}>
      <button className="button primary" disabled={isBusy}>{isBusy ? "Enrolling…" : "Enroll"}</button>
      {!isSignedIn && <p className="small muted">You sign in first, and come back here.</p>}
    </Form>
  );
}
