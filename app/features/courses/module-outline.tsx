import { Link } from "@remix-run/react";
import { Lock } from "lucide-react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder, Rung } from "../../ui/ladder.tsx";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { GateLine } from "../progress/gate-list.tsx";
import { messages as progressMessages } from "../progress/messages.ts";
import { useReasonWords, WhyTally } from "../progress/why.tsx";
import { KindMark } from "./kind-mark.tsx";
import type { ActivityLine, CourseView } from "./open-course.server.ts";
import { messages } from "./messages.ts";

/** One module of a course with all its activities; links for those who may open them. */
export function ModuleOutline({ courseId, module, number, mayOpen, isEnrolled }: { courseId: string; module: CourseView["modules"][number]; number: number; mayOpen: boolean; isEnrolled: boolean }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, title, summary, minutes, activities } = module;
  const states = activities.map(({ state }) => state);
  return (
    <section className="sheet module-outline" id={id} aria-labelledby={`module-${id}`}>
      <div className="panel-part">
        <div className="row">
          <h2 className="h3" id={`module-${id}`}><span className="muted">{number}.</span> {title}</h2>
          <span className="small muted">{formatMinutes(minutes)}</span>
        </div>
        {summary && <p className="muted">{summary}</p>}
        {isEnrolled && activities.length > 0 && <Ladder groups={[states]} label={describeRungs([states], locale)} />}
        {module.why && <ModuleWhy module={module} courseId={courseId} />}
      </div>
      {activities.length === 0 ? (
        <p className="panel-part muted small">{t("moduleSoon")}</p>
      ) : (
        <ol className="activity-lines">
          {activities.map((activity) => <Line key={activity.id} activity={activity} mayOpen={mayOpen} isEnrolled={isEnrolled} />)}
        </ol>
      )}
    </section>
  );
}

/** Why the module stands where it does, and how each finished activity came to be done. */
function ModuleWhy({ module, courseId }: { module: CourseView["modules"][number]; courseId: string }) {
  const wordReason = useReasonWords();
  if (!module.why) return null;
  const done = module.activities.filter(({ state, completed }) => state === "done" && completed);
  return (
    <WhyTally of="module" explanation={module.why} courseId={courseId}>
      {done.length > 0 && <ul>{done.map(({ id, title, completed }) => <li key={id}><b>{title}</b>: {completed && wordReason(completed.reason, completed.at)}</li>)}</ul>}
    </WhyTally>
  );
}

function Line({ activity, mayOpen, isEnrolled }: { activity: ActivityLine; mayOpen: boolean; isEnrolled: boolean }) {
  const t = useMessages(messages);
  const tProgress = useMessages(progressMessages);
  const { kind, title, minutes, path, state, required } = activity;
  return (
    <li className="activity-line">
      {isEnrolled && <Rung state={state} />}
      <span className="activity-line-title">
        {mayOpen ? <Link className="plain-link" to={path} prefetch="intent">{title}</Link> : title}
        {!required && <span className="tag">{t("optional")}</span>}
        {activity.gates.length > 0 && <span className="small muted activity-line-gates"><Lock size={15} aria-hidden /> {tProgress("closedShort")}: <GateLine gates={activity.gates} /></span>}
      </span>
      <span className="activity-line-facts small muted">
        <KindMark kind={kind} />
        <span className="minutes">{formatMinutes(minutes)}</span>
      </span>
    </li>
  );
}
