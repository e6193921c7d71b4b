import { useFetcher } from "@remix-run/react";
import { useCallback, useMemo, useState, type FormEvent } from "react";
import type { Said } from "../../i18n/saying.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { CodeEditor } from "../../ui/code-editor/code-editor.tsx";
import type { CursorRequest, EditorChoice, LineMark } from "../../ui/code-editor/editor-types.ts";
import { useCodeDocument } from "../../ui/code-editor/use-code-document.ts";
import { Prose } from "../../ui/prose.tsx";
import { BothTexts } from "../drafts/draft-conflict.tsx";
import { DraftStatusLine } from "../drafts/draft-status.tsx";
import { EditorToggle } from "../labs/editor-toggle.tsx";
import type { FileFormAnswer } from "./answer-file-form.server.ts";
import { buildEditorAddress } from "./file-address.ts";
import { messages } from "./file-messages.ts";
import { LabTrial } from "./lab-trial.tsx";
import type { FilePage } from "./open-file.server.ts";
import { Marked } from "./problem-list.tsx";
import { useFileDraft } from "./use-file-draft.ts";
import { usePreview } from "./use-preview.ts";

interface FileDeskProps {
  page: FilePage;
  text: string;
  line: number | null;
  editor: EditorChoice;
  answer: Said<FileFormAnswer> | null;
}

/** The text in the editor, saved as it is typed, beside its preview, its problems, and the lab's own programs. */
export function FileDesk({ page, text, line, editor, answer }: FileDeskProps) {
  const t = useMessages(messages);
  const { course, file } = page;
  const posted = answer && "posted" in answer ? answer.posted : null;
  const document = useCodeDocument([{ path: file.path, text: posted ?? text, readOnly: file.state === "removed" }]);
  // As the page was made: a later answer of the server is not what the editor began from.
  const [opened] = useState(() => ({ version: file.version, files: { [file.path]: text } }));
  const isPostedConflict = answer?.kind === "conflict";
  const draft = useFileDraft(document, { courseId: course.id, path: file.path, localKey: page.localKey, opened, hasConflict: isPostedConflict });
  const { keeper, status } = draft;
  const ownProblems = page.problems.filter((problem) => problem.path === file.path);
  const preview = usePreview(document, { courseId: course.id, path: file.path, initial: { html: page.html, problems: ownProblems } });
  const [choice, setChoice] = useState(editor);
  const [cursor, setCursor] = useState<CursorRequest | null>(line === null ? null : { path: file.path, line });
  const marks = useMemo(() => preview.problems.flatMap((problem): LineMark[] => (problem.line === null ? [] : [{ path: file.path, line: problem.line, message: `${problem.message} ${problem.fix}` }])), [file.path, preview.problems]);
  const trial = useFetcher<Said<FileFormAnswer>>();
  const address = buildEditorAddress(course.id, file.path);
  const formId = "file-form";

  const tryIt = useCallback(async () => {
    // What is tried is what is seen: the text is stored first.
    await keeper?.flush();
    trial.submit({ intent: "try", path: file.path }, { method: "post", action: address });
  }, [address, file.path, keeper, trial]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (submitter instanceof HTMLButtonElement && submitter.value === "try") void tryIt();
    else void keeper?.flush();
  }

  const tried = trial.data ?? answer;
  return (
    <div className={preview.html === null && !page.lab ? "teach-desk is-alone" : "teach-desk"}>
      <form className="teach-editor" id={formId} method="post" action={address} onSubmit={onSubmit}>
        <input type="hidden" name="path" value={file.path} />
        <input type="hidden" name="version" value={isPostedConflict ? answer.version : file.version} />
        <div className="teach-editor-bar small">
          <code><bdi>{page.files.find((own) => own.path === file.path)?.name ?? file.path}</bdi></code>
          <DraftStatusLine status={status} />
          <button className="button small only-without-scripts" name="intent" value="save">{t("save")}</button>
          <EditorToggle choice={choice} onChoose={setChoice} />
        </div>
        <div className="teach-notices">
          {status.kind === "conflict" && (
            <section className="notice attention stack" role="alert" aria-label={t("changedElsewhere")}>
              <p><strong>{t("savedElsewhere")}</strong> {t("whichText")}</p>
              <p className="teach-form-acts">
                <button type="button" className="button small primary" onClick={() => void keeper?.keepMine()}>{t("keepMine")}</button>
                <button type="button" className="button small" onClick={() => keeper?.replace(status.theirs)}>{t("takeOther")}</button>
              </p>
              <BothTexts mine={document.writableTexts()} theirs={status.theirs.files} />
            </section>
          )}
          {!keeper && answer?.kind === "conflict" && (
            <section className="notice attention stack" role="alert" aria-label={t("changedElsewhere")}>
              <p><strong>{t("savedElsewhere")}</strong> {t("editorHoldsYours")}</p>
              <BothTexts mine={{ [file.path]: answer.posted }} theirs={{ [file.path]: answer.text ?? "" }} />
            </section>
          )}
          {status.kind === "refused" && <p className="notice bad" role="alert">{status.message}</p>}
          {answer?.kind === "not-saved" && <p className="notice bad" role="alert">{answer.message}</p>}
          {draft.notice && status.kind !== "conflict" && <p className="notice" role="status">{draft.notice}</p>}
          {file.state === "removed" && <p className="notice attention">{t("goes")}</p>}
        </div>
        <CodeEditor document={document} path={file.path} choice={choice} marks={marks} cursor={cursor} fieldName={fieldName} />
        <FileProblems problems={preview.problems} onGoTo={(at) => setCursor({ path: file.path, line: at })} />
      </form>
      {(preview.html !== null || page.lab) && (
        <div className="teach-side">
          {page.lab && <LabTrial lab={page.lab} formId={formId} isRunning={trial.state !== "idle"} answer={tried?.kind === "tried" || tried?.kind === "refused" ? tried : null} />}
          {preview.html !== null && (
            <section className="teach-preview" aria-label={t("preview")} tabIndex={0}>
              <p className="teach-preview-name small muted">{t("previewName")}</p>
              <Prose html={preview.html} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}

function fieldName(): string {
  return "text";
}

/** What is wrong in this file, said while it is written. */
function FileProblems({ problems, onGoTo }: { problems: FilePage["problems"]; onGoTo: (line: number) => void }) {
  const t = useMessages(messages);
  return (
    <div className="teach-file-problems" role="status">
      {problems.map(({ line, field, message, fix }, index) => (
        <p key={index} className="small">
          {line !== null && <button type="button" className="link-button" onClick={() => onGoTo(line)}>{t("line", { line: String(line) })}</button>} {field && !message.includes(`\`${field}\``) && <code>{field}</code>} <span lang="en"><Marked text={message} /> <span className="muted"><Marked text={fix} /></span></span>
        </p>
      ))}
    </div>
  );
}
