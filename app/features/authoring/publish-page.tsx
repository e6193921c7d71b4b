import { Form, Link } from "@remix-run/react";
import { Send } from "lucide-react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { PublishFormAnswer } from "./answer-publish-form.server.ts";
import { ConflictForm } from "./conflict-form.tsx";
import { buildEditorAddress, countWords, formatBytes } from "./file-address.ts";
import { Problems } from "./problem-list.tsx";
import type { ChangedFile, ChangesReview } from "./review-changes.server.ts";
import { TextDiffView } from "./text-diff.tsx";

const KIND_WORDS = { new: "new", changed: "changed", removed: "goes", moved: "moves" } as const;

/** Everything that publishing would do, before it is done. */
export function PublishPageView({ review, answer }: { review: ChangesReview; answer: PublishFormAnswer | null }) {
  const { course, files } = review;
  const conflicts = files.filter((file) => file.conflict !== null);
  const moved = files.filter((file) => file.kind === "moved" && (file.diff === null || file.diff.hunks.length === 0));
  const clean = files.filter((file) => file.conflict === null && !moved.includes(file));
  return (
    <div className="page teach-publish">
      <Crumbs trail={[{ label: "Teach", to: "/teach" }, { label: course.title, to: `/teach/${course.id}` }]} />
      <header className="stack page-head">
        <h1>Review and publish</h1>
        <p className="muted">{files.length === 0 ? "There is nothing to publish: the course is as it is on disk." : `${countWords(review.changedFiles, "file")} of ${course.title} would change for learners. They keep what they have done and typed.`}</p>
      </header>
      <Said answer={answer} />
      {conflicts.length > 0 && (
        <section className="stack" aria-labelledby="conflicts">
          <h2 id="conflicts">Changed by somebody else meanwhile</h2>
          <p className="muted">Since you began, {countWords(conflicts.length, "of these files has", "of these files have")} become different on disk. Nothing is overwritten: decide for each.</p>
          {conflicts.map((file) => file.conflict && <ConflictForm key={file.path} path={file.path} conflict={file.conflict} answer={answer?.kind === "not-decided" && answer.path === file.path ? answer : null} />)}
        </section>
      )}
      {files.length > 0 && <PublishForm review={review} isBlocked={conflicts.length > 0} />}
      {clean.length + moved.length > 0 && (
        <section className="stack" aria-labelledby="changes">
          <h2 id="changes">What changes</h2>
          {moved.length > 0 && <MovedFiles files={moved} />}
          {clean.map((file) => <ChangedFileView key={file.path} courseId={course.id} file={file} />)}
        </section>
      )}
      {review.problems.length > 0 && files.length > 0 && (
        <section className="sheet teach-problems" aria-labelledby="result-problems">
          <h2 className="h3 panel-part" id="result-problems">{countWords(review.problems.length, "problem")} in the result</h2>
          <Problems courseId={course.id} problems={review.problems} />
        </section>
      )}
      {files.length === 0 && <p><Link className="button" to={`/teach/${course.id}`}>Back to the course</Link></p>}
    </div>
  );
}

function Said({ answer }: { answer: PublishFormAnswer | null }) {
  if (!answer) return null;
  switch (answer.kind) {
    case "refused":
      return <Notice tone="bad" live>{answer.message}</Notice>;
    case "conflict":
      return <Notice tone="attention" live>{answer.paths.length === 0 ? "Something was written into the course's folder at this very moment. Nothing was published; look again and publish once more." : "Nothing was published: somebody else changed a file of yours meanwhile. Decide below."}</Notice>;
    case "not-as-seen":
      return <Notice tone="attention" live>Nothing was published: the changes are not those that you looked at, perhaps because of another tab. These are the ones of now.</Notice>;
    case "needs-confirmation":
      return <Notice tone="attention" live>Nothing was published yet: learners would lose {answer.breaks.join(", ")}. Correct it, or confirm below.</Notice>;
    case "not-decided":
      return answer.path === null ? <Notice tone="bad" live>{answer.message}</Notice> : null;
    default:
      return null;
  }
}

function PublishForm({ review, isBlocked }: { review: ChangesReview; isBlocked: boolean }) {
  const { breaks, seen } = review;
  return (
    <Form method="post" className="sheet panel-part teach-publish-form">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seen" value={seen} />
      {breaks.length > 0 && !isBlocked && (
        <div className="stack">
          <p><strong>Your changes break {breaks.join(", ")}.</strong> Learners would no longer see {breaks.length === 1 ? "it" : "them"} until the problems are solved. Everything else goes on working.</p>
          <label className="choice"><input type="checkbox" name="confirm" value="yes" required /> <span>Publish it all the same</span></label>
        </div>
      )}
      {isBlocked ? <p className="muted">Decide the files above first; then you can publish.</p> : <p><button className="button primary"><Send size={17} aria-hidden /> Publish {countWords(review.changedFiles, "file")}</button></p>}
    </Form>
  );
}

function MovedFiles({ files }: { files: readonly ChangedFile[] }) {
  return (
    <details className="sheet teach-change">
      <summary>{countWords(files.length, "file moves", "files move")} without a change of {files.length === 1 ? "its" : "their"} text</summary>
      <ul className="list teach-moves small">
        {files.map(({ path, from }) => <li key={path}><bdi>{from}</bdi> <span className="muted">becomes</span> <bdi>{path}</bdi></li>)}
      </ul>
    </details>
  );
}

function ChangedFileView({ courseId, file }: { courseId: string; file: ChangedFile }) {
  const { path, from, kind, diff, bytes } = file;
  return (
    <details className="sheet teach-change" open={diff !== null && diff.added + diff.removed <= 60}>
      <summary>
        <bdi className="teach-change-path">{path}</bdi> <span className={kind === "removed" ? "tag bad" : kind === "new" ? "tag good" : "tag attention"}>{KIND_WORDS[kind]}</span>
        {diff && !diff.isTooDifferent && <span className="small muted teach-change-count"><span className="sr-only">{diff.added} lines added, {diff.removed} removed</span><span aria-hidden="true">+{diff.added} −{diff.removed}</span></span>}
      </summary>
      <div className="teach-change-acts small">
        {kind !== "removed" && <Link to={buildEditorAddress(courseId, path)}>Edit</Link>}
        {from !== null ? (
          <span className="muted">was <bdi>{from}</bdi></span>
        ) : (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="discard" />
            <input type="hidden" name="path" value={path} />
            <button className="link-button">Discard this change</button>
          </Form>
        )}
      </div>
      {diff ? <TextDiffView diff={diff} label={path} /> : <p className="panel-part small muted">{bytes.before === null ? "A new file" : formatBytes(bytes.before)}{bytes.after === null ? ", goes" : `, ${bytes.before === null ? "" : "now "}${formatBytes(bytes.after)}`}.</p>}
    </details>
  );
}
