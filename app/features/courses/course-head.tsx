import { Form, Link, useNavigation } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import { CertificateButton } from "../certificates/certificate-button.tsx";
import { WhyTally } from "../progress/why.tsx";
import { CourseFacts } from "./course-facts.tsx";
import type { CourseView } from "./open-course.server.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { useTextLanguageAttributes } from "../../ui/text-language.tsx";

/** Title, summary and the one thing to do: enroll, start, or continue. */
export function CourseHead({ course, isSignedIn }: { course: CourseView; isSignedIn: boolean }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const spoken = useTextLanguageAttributes();
  const { title, summary, progress, published } = course;
  return (
    <header className="sheet course-head">
      <div className="course-head-text">
        {!published && <p><span className="tag attention">{t("notPublished")}</span></p>}
        <h1 {...spoken}>{title}</h1>
        <p className="lead" {...spoken}>{summary}</p>
        <CourseFacts course={course} />
      </div>
      <div className="course-head-act">
        <NextAct course={course} isSignedIn={isSignedIn} />
        {progress?.isDone && <CertificateButton course={course} />}
      </div>
      {progress && (
        <div className="course-head-progress">
          <Ladder groups={progress.groups} label={describeRungs(progress.groups, locale)} />
          <p className="row small muted">
            <span>{t("doneOf", { done: String(progress.done), total: String(progress.total) })}</span>
            <span>{t("timeOf", { done: formatMinutes(progress.minutesDone), total: formatMinutes(progress.minutesTotal) })}</span>
          </p>
          {course.why && <WhyTally of="course" explanation={course.why} courseId={course.id} />}
        </div>
      )}
    </header>
  );
}

function NextAct({ course, isSignedIn }: { course: CourseView; isSignedIn: boolean }) {
  const t = useMessages(messages);
  const navigation = useNavigation();
  const { id, isEnrolled, next, progress, published } = course;
  if (isEnrolled && next) {
    return (
      <>
        <Link className="button primary" to={next.path} prefetch="intent">{t(progress?.hasBegun ? "continue" : "start")}</Link>
        <p className="small muted">{t(progress?.hasBegun ? "nextIs" : "firstIs", { title: next.title })}</p>
      </>
    );
  }
  if (isEnrolled) return <p className="tag good">{t(progress?.isDone ? "allIsDone" : "nothingLeft")}</p>;
  if (!published) return null;
  const isBusy = navigation.formAction === `/courses/${id}/enroll`;
  return (
    <Form method="post" action={`/courses/${id}/enroll`}>
      <button className="button primary" disabled={isBusy}>{t(isBusy ? "enrolling" : "enroll")}</button>
      {!isSignedIn && <p className="small muted">{t("signInFirst")}</p>}
    </Form>
  );
}
