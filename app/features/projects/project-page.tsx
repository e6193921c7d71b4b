import { Prose } from "../../ui/prose.tsx";
import { HintLadder } from "../hints/hint-ladder.tsx";
import { useHints } from "../hints/use-hints.ts";
import { ActivityBar } from "../progress/activity-bar.tsx";
import { ActivitySteps } from "../progress/activity-steps.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import type { ProjectFormAnswer } from "./answer-project-form.server.ts";
import { EarlierHandIns } from "./earlier-hand-ins.tsx";
import { ProjectDesk } from "./project-desk.tsx";
import { ProjectRubric } from "./project-rubric.tsx";
import { ProjectStateNotice } from "./project-state-notice.tsx";
import type { ProjectView } from "./project-view.ts";
import { ReviewedWork } from "./reviewed-work.tsx";
import { useSeenReviews } from "./use-seen-reviews.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** A project: where it stands and what graders said, the task and its rubric, the desk. Give it the path as `key`. */
export function ProjectPage({ place, project, answer }: { place: ActivityPlace; project: ProjectView; answer?: Exclude<ProjectFormAnswer, { kind: "go" }> }) {
  const t = useMessages(messages);
  useSeenReviews(project);
  const hints = useHints(project.path, project.hints);
  const { reviewed, handIns, visibleTests } = project;
  const older = handIns.filter(({ submissionId }) => submissionId !== reviewed?.submissionId);
  return (
    <>
      <ActivityBar place={place} kind="project" minutes={project.minutes} />
      <div className="page wide project-page">
        <header className="stack project-head">
          <h1>{project.title}</h1>
          <ProjectStateNotice project={project} place={place} />
        </header>
        {reviewed && <ReviewedWork project={project} reviewed={reviewed} answer={answer?.kind === "comment" ? answer : undefined} />}
        <div className="project-columns">
          <div className="stack project-task">
            <Prose html={project.html} />
            <HintLadder path={project.path} hints={hints} />
            {visibleTests.length > 0 && (
              <details className="lab-tests">
                <summary>{t("visibleTests")}</summary>
                {visibleTests.map(({ path, text }) => (
                  <figure key={path}>
                    <figcaption className="small muted">{path}</figcaption>
                    <pre tabIndex={0}><code>{text}</code></pre>
                  </figure>
                ))}
              </details>
            )}
            <ProjectRubric rubric={project.rubric} />
          </div>
          <ProjectDesk project={project} isEnrolled={place.isEnrolled} answer={answer} />
        </div>
        {older.length > 0 && <EarlierHandIns handIns={older} now={project.now} />}
        <ActivitySteps place={place} />
      </div>
    </>
  );
}
