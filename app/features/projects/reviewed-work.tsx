import { useSearchParams } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import { CodeFile } from "../reviews/code-file.tsx";
import { CommentForm } from "../reviews/comment-form.tsx";
import { CommentList, commentsAt } from "../reviews/comment-list.tsx";
import { DecisionPanel } from "../reviews/decision-panel.tsx";
import { formatOrdinal } from "../reviews/format-points.ts";
import type { ProjectView } from "./project-view.ts";

interface ReviewedWorkProps {
  project: ProjectView;
  reviewed: NonNullable<ProjectView["reviewed"]>;
  answer?: { error: string; body: string };
}

/** The newest decision with the files it is about: words on lines stand at their lines, and can be answered there. */
export function ReviewedWork({ project, reviewed, answer }: ReviewedWorkProps) {
  const { now, path, commentId } = project;
  const { decided, files, comments, submissionId } = reviewed;
  const [search, setSearch] = useSearchParams();
  const openPath = search.get("path");
  const openLine = Number(search.get("line")) || null;
  const close = () => setSearch({}, { preventScrollReset: true, replace: true });
  const isCommented = (file: string) => openPath === file || comments.some(({ place }) => place?.path === file);
  const form = { submissionId, intent: "answer", action: undefined, comments, button: "Answer", error: answer?.error, value: answer?.body };
  return (
    <section className="sheet project-review" id="review" aria-labelledby="review-title">
      <header className="list-title"><h2 id="review-title">What the grader says</h2>{reviewed.number > 1 || project.handIns.length > 1 ? <p className="muted small">About your {formatOrdinal(reviewed.number)} hand-in, <When at={reviewed.handedInAt} now={now} /></p> : null}</header>
      <div className="project-review-body">
        <div className="stack">
          {decided && <DecisionPanel decided={decided} now={now} />}
          <div className="stack" id="whole">
            <CommentList comments={commentsAt(comments, null)} now={now} />
            <details className="answer-whole" open={answer !== undefined && openLine === null}>
              <summary className="small">Answer on the whole</summary>
              <CommentForm {...form} commentId={`${commentId}-w`} place={null} label="Your answer: the grader sees it with your next hand-in" />
            </details>
          </div>
        </div>
        {files.length > 0 && (
          <div className="stack">
            {files.map((file, index) => {
              const lineHere = openPath === file.path ? openLine : null;
              const code = (
                <CodeFile
                  file={file} index={index} idPrefix="R" comments={comments} now={now} action="Answer on line" reply="Answer"
                  openHref={(line) => `?${new URLSearchParams({ path: file.path, line: String(line) })}#R${index}-${line}`}
                  onOpen={(line) => setSearch({ path: file.path, line: String(line) }, { preventScrollReset: true, replace: true })}
                  openLine={lineHere}
                  form={lineHere && (
                    <CommentForm
                      {...form} key={`${file.path}:${lineHere}`} commentId={commentId} place={{ path: file.path, line: lineHere }}
                      label={`Your answer on line ${lineHere}: the grader sees it with your next hand-in`} onClose={close} closeHref={`${path}#R${index}-${lineHere}`} takesFocus
                    />
                  )}
                />
              );
              return isCommented(file.path) ? <div key={file.path}>{code}</div> : (
                <details key={file.path} className="quiet-file"><summary className="small">{file.path} <span className="muted">without comments</span></summary>{code}</details>
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}
