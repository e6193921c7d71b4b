import { useSearchParams } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import { CodeFile } from "../reviews/code-file.tsx";
import { CommentForm } from "../reviews/comment-form.tsx";
import { CommentList, commentsAt } from "../reviews/comment-list.tsx";
import { DecisionPanel } from "../reviews/decision-panel.tsx";
import type { ProjectView } from "./project-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface ReviewedWorkProps {
  project: ProjectView;
  reviewed: NonNullable<ProjectView["reviewed"]>;
  answer?: { error: string; body: string };
}

/** The newest decision with the files it is about: words on lines stand at their lines, and can be answered there. */
export function ReviewedWork({ project, reviewed, answer }: ReviewedWorkProps) {
  const t = useMessages(messages);
  const { now, path, commentId } = project;
  const { decided, files, comments, submissionId } = reviewed;
  const [search, setSearch] = useSearchParams();
  const openPath = search.get("path");
  const openLine = Number(search.get("line")) || null;
  const close = () => setSearch({}, { preventScrollReset: true, replace: true });
  const isCommented = (file: string) => openPath === file || comments.some(({ place }) => place?.path === file);
  const form = { submissionId, intent: "answer", action: undefined, comments, button: t("answer"), error: answer?.error, value: answer?.body };
  return (
    <section className="sheet project-review" id="review" aria-labelledby="review-title">
      <header className="list-title"><h2 id="review-title">{t("graderSays")}</h2>{reviewed.number > 1 || project.handIns.length > 1 ? <p className="muted small">{t.rich("aboutHandIn", { number: reviewed.number, when: () => <When key="when" at={reviewed.handedInAt} now={now} /> })}</p> : null}</header>
      <div className="project-review-body">
        <div className="stack">
          {decided && <DecisionPanel decided={decided} now={now} />}
          <div className="stack" id="whole">
            <CommentList comments={commentsAt(comments, null)} now={now} />
            <details className="answer-whole" open={answer !== undefined && openLine === null}>
              <summary className="small">{t("answerWhole")}</summary>
              <CommentForm {...form} commentId={`${commentId}-w`} place={null} label={t("answerLabel")} />
            </details>
          </div>
        </div>
        {files.length > 0 && (
          <div className="stack">
            {files.map((file, index) => {
              const lineHere = openPath === file.path ? openLine : null;
              const code = (
                <CodeFile
                  file={file} index={index} idPrefix="R" comments={comments} now={now} action={t("answerOnLine")} reply={t("answer")}
                  openHref={(line) => `?${new URLSearchParams({ path: file.path, line: String(line) })}#R${index}-${line}`}
                  onOpen={(line) => setSearch({ path: file.path, line: String(line) }, { preventScrollReset: true, replace: true })}
                  openLine={lineHere}
                  form={lineHere && (
                    <CommentForm
                      {...form} key={`${file.path}:${lineHere}`} commentId={commentId} place={{ path: file.path, line: lineHere }}
                      label={t("answerLineLabel", { line: String(lineHere) })} onClose={close} closeHref={`${path}#R${index}-${lineHere}`} takesFocus
                    />
                  )}
                />
              );
              return isCommented(file.path) ? <div key={file.path}>{code}</div> : (
                <details key={file.path} className="quiet-file"><summary className="small">{file.path} <span className="muted">{t("withoutComments")}</span></summary>{code}</details>
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}
