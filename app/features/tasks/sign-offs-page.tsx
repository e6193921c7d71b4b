import { ExternalLink, Paperclip, Square, SquareCheck } from "lucide-react";
import { AuthorText } from "../../ui/prose.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { messages } from "./messages.ts";
import type { SignOffsView, WaitingWork } from "./open-sign-offs.server.ts";
import type { Decided } from "./sign-off-form.ts";
import { TASK_LIMITS } from "./task-form.ts";
import { useDay } from "./task-state.tsx";
import { useFileSize } from "./use-file-size.ts";


/** Everything that waits for an instructor's signature, each with what the learner shows. */
export function SignOffsPage({ signOffs, decided }: { signOffs: SignOffsView; decided: Decided | null }) {
  const t = useMessages(messages);
  const { course, waiting } = signOffs;
  return (
    <div className="page reading">
      <Crumbs trail={[{ label: course.title, to: `/teach/${course.id}` }]} />
      <header className="stack page-head">
        <h1>{t("signOffsOf", { course: course.title })}</h1>
        <p className="muted">{t("signOffsLead")}</p>
      </header>
      {decided && <div id="said" tabIndex={-1}><Notice tone={decided === "signed" || decided === "returned" ? "good" : "bad"} live>{t(`decided-${decided}`)}</Notice></div>}
      {waiting.length === 0 && <p className="sheet empty-state muted">{t("nothingWaits")}</p>}
      {waiting.map((work) => <SignOff key={`${work.userId} ${work.activityId}`} courseId={course.id} work={work} />)}
    </div>
  );
}

function SignOff({ courseId, work }: { courseId: string; work: WaitingWork }) {
  const t = useMessages(messages);
  const date = useDay();
  const size = useFileSize();
  const { userId, activityId, title, learnerName, handedInAt, items, hours, evidence, files } = work;
  const id = `${userId}-${activityId.replace("/", "-")}`;
  return (
    <section className="sheet sign-off" aria-labelledby={id}>
      <div className="row">
        <h2 className="h3" id={id}><bdi>{learnerName}</bdi> · {title ?? activityId}</h2>
        <span className="small muted">{t("handedInAt", { date: date(handedInAt) })}</span>
      </div>
      {title === null && <p className="muted small">{t("goneActivity")}</p>}
      {items.length > 0 && (
        <ul className="sign-off-items">
          {items.map((item) => (
            <li key={item.id}>
              {item.isChecked ? <SquareCheck className="tone-good" size={18} aria-label={t("itemChecked")} /> : <Square size={18} aria-label={t("itemOpen")} />}
              <AuthorText html={item.html} />
            </li>
          ))}
        </ul>
      )}
      {hours && <p>{t("hoursLogged", { hours: hours.logged, wanted: hours.wanted })}</p>}
      {evidence.text.trim() !== "" && (evidence.isLink ? <p><a href={evidence.text.trim()} rel="noreferrer noopener nofollow ugc" target="_blank"><ExternalLink size={16} aria-hidden /> <bdi>{evidence.text.trim()}</bdi></a></p> : <p className="sign-off-words">{evidence.text}</p>)}
      {files.length > 0 && (
        <ul className="task-files">
          {files.map((file) => <li key={file.id}><Paperclip size={17} aria-hidden /><a href={file.path} download><bdi>{file.name}</bdi></a><span className="small muted">{size(file.sizeBytes)}</span></li>)}
        </ul>
      )}
      <form method="post" action={`/teach/${courseId}/sign-offs`} className="stack">
        <input type="hidden" name="userId" value={userId} />
        <input type="hidden" name="activityId" value={activityId} />
        <input type="hidden" name="handedInAt" value={handedInAt.getTime()} />
        <TextField label={t("wordsLabel")} name="words" rows={2} maxLength={TASK_LIMITS.words} help={t("wordsHelp")} />
        <div className="row task-acts">
          <button className="button" name="intent" value="return">{t("giveBack")}</button>
          <button className="button primary" name="intent" value="sign">{t("confirm")}</button>
        </div>
      </form>
    </section>
  );
}
