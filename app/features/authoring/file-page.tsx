import { Link } from "@remix-run/react";
import { Eye } from "lucide-react";
import type { Said } from "../../i18n/saying.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import type { EditorChoice } from "../../ui/code-editor/editor-types.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { FileFormAnswer } from "./answer-file-form.server.ts";
import { AssetView } from "./asset-view.tsx";
import { FileDesk } from "./file-desk.tsx";
import { messages } from "./file-messages.ts";
import { FileList } from "./file-list.tsx";
import type { FilePage } from "./open-file.server.ts";

/** A file of a course: what is beside it, the text, and how learners would have it. */
export function FilePageView({ page, line, editor, answer }: { page: FilePage; line: number | null; editor: EditorChoice; answer: Said<FileFormAnswer> | null }) {
  const t = useMessages(messages);
  const { course, owner, file } = page;
  return (
    <div className="teach-edit">
      <div className="teach-edit-bar">
        <Crumbs trail={[{ label: t("teach"), to: "/teach" }, { label: course.title, to: `/teach/${course.id}` }]} />
        <h1 className="teach-edit-title">{owner.kind === "course" ? t("coursePage") : owner.title}</h1>
        <span className="teach-edit-links small">
          {page.learnerPage && <Link to={page.learnerPage}><Eye size={16} aria-hidden /> {t("asLearnersNow")}</Link>}
          <Link className="button small" to={`/teach/${course.id}/publish`}>{t("reviewAndPublish")}</Link>
        </span>
      </div>
      {answer?.kind === "refused" && <div className="teach-edit-said"><Notice tone="bad" live>{answer.message}</Notice></div>}
      <div className="teach-edit-columns">
        <FileList page={page} hasFormError={answer?.kind === "refused"} />
        {file.text === null ? <AssetView courseId={course.id} file={file} /> : <FileDesk page={page} text={file.text} line={line} editor={editor} answer={answer} />}
      </div>
    </div>
  );
}
