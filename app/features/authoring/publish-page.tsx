import { Form, Link } from "@remix-run/react";
import { Send } from "lucide-react";
import type { Said } from "../../i18n/saying.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { PublishFormAnswer } from "./answer-publish-form.server.ts";
import { ConflictForm } from "./conflict-form.tsx";
import { buildEditorAddress, formatBytes } from "./file-address.ts";
import { Problems } from "./problem-list.tsx";
import { messages } from "./publish-messages.ts";
import type { ChangedFile, ChangesReview } from "./review-changes.server.ts";
import { TextDiffView } from "./text-diff.tsx";

/** Everything that publishing would do, before it is done. */
export function PublishPageView({ review, answer }: { review: ChangesReview; answer: Said<PublishFormAnswer> | null }) {
  const t = useMessages(messages);
  const { course, files } = review;
  const conflicts = files.filter((file) => file.conflict !== null);
  const moved = files.filter((file) => file.kind === "moved" && (file.diff === null || file.diff.hunks.length === 0));
  const clean = files.filter((file) => file.conflict === null && !moved.includes(file));
  return (
    <div className="page teach-publish">
      <Crumbs trail={[{ label: t("teach"), to: "/teach" }, { label: course.title, to: `/teach/${course.id}` }]} />
      <header className="stack page-head">
        <h1>{t("heading")}</h1>
        <p className="muted">{files.length === 0 ? t("nothing") : t("wouldChange", { count: review.changedFiles, title: course.title })}</p>
      </header>
      <Said answer={answer} />
      {conflicts.length > 0 && (
        <section className="stack" aria-labelledby="conflicts">
          <h2 id="conflicts">{t("conflicts")}</h2>
          <p className="muted">{t("conflictsIntro", { count: conflicts.length })}</p>
          {conflicts.map((file) => file.conflict && <ConflictForm key={file.path} path={file.path} conflict={file.conflict} answer={answer?.kind === "not-decided" && answer.path === file.path ? answer : null} />)}
        </section>
      )}
      {files.length > 0 && <PublishForm review={review} isBlocked={conflicts.length > 0} />}
      {clean.length + moved.length > 0 && (
        <section className="stack" aria-labelledby="changes">
          <h2 id="changes">{t("changes")}</h2>
          {moved.length > 0 && <MovedFiles files={moved} />}
          {clean.map((file) => <ChangedFileView key={file.path} courseId={course.id} file={file} />)}
        </section>
      )}
      {review.problems.length > 0 && files.length > 0 && (
        <section className="sheet teach-problems" aria-labelledby="result-problems">
          <h2 className="h3 panel-part" id="result-problems">{t("problemsInResult", { count: review.problems.length })}</h2>
          <Problems courseId={course.id} problems={review.problems} />
        </section>
      )}
      {files.length === 0 && <p><Link className="button" to={`/teach/${course.id}`}>{t("backToCourse")}</Link></p>}
    </div>
  );
}

function Said({ answer }: { answer: Said<PublishFormAnswer> | null }) {
  const t = useMessages(messages);
  if (!answer) return null;
  switch (answer.kind) {
    case "refused":
      return <Notice tone="bad" live>{answer.message}</Notice>;
    case "conflict":
      return <Notice tone="attention" live>{t(answer.paths.length === 0 ? "wroteJustNow" : "elseChanged")}</Notice>;
    case "not-as-seen":
      return <Notice tone="attention" live>{t("notAsSeen")}</Notice>;
    case "needs-confirmation":
      return <Notice tone="attention" live>{t("needsConfirmation", { breaks: listBreaks(answer.breaks, t) })}</Notice>;
    case "not-decided":
      return answer.path === null ? <Notice tone="bad" live>{answer.message}</Notice> : null;
    default:
      return null;
  }
}

function PublishForm({ review, isBlocked }: { review: ChangesReview; isBlocked: boolean }) {
  const t = useMessages(messages);
  const { breaks, seen } = review;
  return (
    <Form method="post" className="sheet panel-part teach-publish-form">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seen" value={seen} />
      {breaks.length > 0 && !isBlocked && (
        <div className="stack">
          <p><strong>{t("breaks", { breaks: listBreaks(breaks, t) })}</strong> {t("breaksMeaning", { count: breaks.length })}</p>
          <label className="choice"><input type="checkbox" name="confirm" value="yes" required /> <span>{t("publishAnyway")}</span></label>
        </div>
      )}
      {isBlocked ? <p className="muted">{t("decideFirst")}</p> : <p><button className="button primary"><Send size={17} aria-hidden /> {t("publish", { count: review.changedFiles })}</button></p>}
    </Form>
  );
}

/** What would be lost, as a part of a sentence. */
function listBreaks(breaks: ChangesReview["breaks"], t: ReturnType<typeof useMessages<(typeof messages)["en"]>>): string {
  return breaks.map(({ kind, title }) => (kind === "course" ? t("wholeCourse", { title }) : title)).join(", ");
}

function MovedFiles({ files }: { files: readonly ChangedFile[] }) {
  const t = useMessages(messages);
  return (
    <details className="sheet teach-change">
      <summary>{t("moved", { count: files.length })}</summary>
      <ul className="list teach-moves small">
        {files.map(({ path, from }) => <li key={path}><bdi>{from}</bdi> <span className="muted">{t("becomes")}</span> <bdi>{path}</bdi></li>)}
      </ul>
    </details>
  );
}

function ChangedFileView({ courseId, file }: { courseId: string; file: ChangedFile }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { path, from, kind, diff, bytes } = file;
  function describeBytes(): string {
    const before = bytes.before === null ? null : formatBytes(bytes.before, locale);
    const after = bytes.after === null ? null : formatBytes(bytes.after, locale);
    if (after === null) return t("bytesGo", { before: before ?? "" });
    return before === null ? t("bytesNew", { after }) : t("bytesNow", { before, after });
  }
  return (
    <details className="sheet teach-change" open={diff !== null && diff.added + diff.removed <= 60}>
      <summary>
        <bdi className="teach-change-path">{path}</bdi> <span className={kind === "removed" ? "tag bad" : kind === "new" ? "tag good" : "tag attention"}>{t(`kind-${kind}`)}</span>
        {diff && !diff.isTooDifferent && <span className="small muted teach-change-count"><span className="sr-only">{t("linesChanged", { added: String(diff.added), removed: String(diff.removed) })}</span><span aria-hidden="true">+{diff.added} −{diff.removed}</span></span>}
      </summary>
      <div className="teach-change-acts small">
        {kind !== "removed" && <Link to={buildEditorAddress(courseId, path)}>{t("edit")}</Link>}
        {from !== null ? (
          <span className="muted">{t.rich("was", { path: () => <bdi key="path">{from}</bdi> })}</span>
        ) : (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="discard" />
            <input type="hidden" name="path" value={path} />
            <button className="link-button">{t("discard")}</button>
          </Form>
        )}
      </div>
      {diff ? <TextDiffView diff={diff} label={path} /> : <p className="panel-part small muted">{describeBytes()}</p>}
    </details>
  );
}
