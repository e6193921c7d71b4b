import { Paperclip } from "lucide-react";
import { useState, type ChangeEvent } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field, TextField } from "../../ui/field.tsx";
import { EVIDENCE_LIMITS, EVIDENCE_TYPES } from "./evidence-file.ts";
import { messages } from "./messages.ts";
import type { TaskView } from "./open-task.server.ts";
import { TASK_LIMITS } from "./task-form.ts";
import { useFileSize } from "./use-file-size.ts";

const ACCEPT = Object.keys(EVIDENCE_TYPES).map((end) => `.${end}`).join(",");

/** Where the learner shows that it was done: words, a link, or files. */
export function TaskEvidence({ task, isOpen }: { task: TaskView; isOpen: boolean }) {
  const t = useMessages(messages);
  const { kind, typed } = task.evidence;
  return (
    <section className="sheet task-part" aria-labelledby="evidence">
      <h2 id="evidence" className="h3">{t("evidenceTitle")}</h2>
      {kind === "text" && <TextField label={t("textLabel")} name="evidence" rows={6} maxLength={TASK_LIMITS.evidence} defaultValue={typed} />}
      {kind === "link" && <Field label={t("linkLabel")} name="evidence" type="text" inputMode="url" placeholder="https://" maxLength={TASK_LIMITS.evidence} autoComplete="off" defaultValue={typed} />}
      {kind === "file" && <EvidenceFiles task={task} isOpen={isOpen} />}
    </section>
  );
}

function EvidenceFiles({ task, isOpen }: { task: TaskView; isOpen: boolean }) {
  const t = useMessages(messages);
  const size = useFileSize();
  const [isTooLarge, setTooLarge] = useState(false);
  const limit = size(EVIDENCE_LIMITS.fileBytes);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const isOver = (event.target.files?.[0]?.size ?? 0) > EVIDENCE_LIMITS.fileBytes;
    // Kept from the form, which would travel for nothing.
    if (isOver) event.target.value = "";
    setTooLarge(isOver);
  };
  return (
    <>
      {task.files.length === 0 ? <p className="muted small">{t("noFiles")}</p> : (
        <ul className="task-files" aria-label={t("files")}>
          {task.files.map(({ id, name, sizeBytes, path }) => (
            <li key={id}>
              <Paperclip size={17} aria-hidden />
              <a href={path} download><bdi>{name}</bdi></a>
              <span className="small muted">{size(sizeBytes)}</span>
              {isOpen && <button className="button small quiet" name="intent" value={`remove:${id}`} aria-label={t("removeName", { name })}>{t("remove")}</button>}
            </li>
          ))}
        </ul>
      )}
      {isOpen && task.files.length < EVIDENCE_LIMITS.files && (
        <div className="task-upload">
          <Field label={t("fileLabel")} name="file" type="file" accept={ACCEPT} onChange={onChange} help={t("fileHelp", { size: limit, count: EVIDENCE_LIMITS.files })} error={isTooLarge ? t("fileTooLarge", { size: limit }) : undefined} />
          <button className="button" name="intent" value="save">{t("upload")}</button>
        </div>
      )}
    </>
  );
}
