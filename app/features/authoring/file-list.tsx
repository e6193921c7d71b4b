import { Form, Link } from "@remix-run/react";
import { FilePlus2, FileText, Image, ImageUp, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { ASSET_ENDINGS } from "./check-asset.ts";
import { buildEditorAddress } from "./file-address.ts";
import { messages } from "./file-messages.ts";
import type { FilePage } from "./open-file.server.ts";

/** The files of an activity, module or course, and what can be done with them. All of it works without scripts. */
export function FileList({ page, hasFormError }: { page: FilePage; hasFormError: boolean }) {
  const t = useMessages(messages);
  const { course, file, files, owner, folder } = page;
  const mayAdd = folder !== null && owner.kind === "activity";
  const action = buildEditorAddress(course.id, file.path);
  return (
    <aside className="teach-files" aria-label={t("files")}>
      <ul className="list">
        {files.map((own) => (
          <li key={own.path}>
            <Link className={own.state === "removed" ? "teach-file is-removed" : "teach-file"} to={buildEditorAddress(course.id, own.path)} aria-current={own.path === file.path ? "page" : undefined}>
              {own.path.includes("assets/") ? <Image size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
              <bdi className="teach-file-name">{own.name}</bdi>
              {own.problems > 0 && <TriangleAlert className="teach-bad" size={15} role="img" aria-label={t("hasProblems")} />}
              {own.state !== "unchanged" && <span className="teach-file-state small">{t(`state-${own.state}`)}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <div className="teach-file-acts small">
        {mayAdd && <AddFile action={action} path={file.path} isOpen={hasFormError} />}
        {mayAdd && <Upload action={action} path={file.path} isOpen={hasFormError} />}
        <ThisFile page={page} action={action} isOpen={hasFormError} />
      </div>
    </aside>
  );
}

function AddFile({ action, path, isOpen }: { action: string; path: string; isOpen: boolean }) {
  const t = useMessages(messages);
  const id = useId();
  return (
    <details open={isOpen}>
      <summary><FilePlus2 size={16} aria-hidden /> {t("addFile")}</summary>
      <Form method="post" action={action} className="stack">
        <input type="hidden" name="intent" value="add-file" />
        <input type="hidden" name="path" value={path} />
        <div className="field">
          <label htmlFor={id}>{t("nameWithFolder")}</label>
          <input className="input" id={id} name="name" required placeholder="tests/more.test.js" autoCapitalize="off" autoComplete="off" spellCheck={false} />
        </div>
        <button className="button small">{t("addIt")}</button>
      </Form>
    </details>
  );
}

function Upload({ action, path, isOpen }: { action: string; path: string; isOpen: boolean }) {
  const t = useMessages(messages);
  const id = useId();
  return (
    <details open={isOpen}>
      <summary><ImageUp size={16} aria-hidden /> {t("upload")}</summary>
      <Form method="post" action={action} encType="multipart/form-data" className="stack">
        <input type="hidden" name="path" value={path} />
        <div className="field">
          <label htmlFor={id}>{t("uploadFile")}</label>
          <input className="teach-upload" id={id} type="file" name="upload" required accept={ASSET_ENDINGS.join(",")} />
        </div>
        <button className="button small">{t("uploadIt")}</button>
      </Form>
    </details>
  );
}

function ThisFile({ page, action, isOpen }: { page: FilePage; action: string; isOpen: boolean }) {
  const t = useMessages(messages);
  const id = useId();
  const { file, files, owner } = page;
  const entry = files.find(({ path }) => path === file.path);
  const isOwn = /(?:^|\/)(?:course|module|lesson|lab|project)\.md$/.test(file.path) || (owner.kind === "activity" && page.folder === null);
  if (isOwn && file.state === "unchanged") return null;
  return (
    <details open={isOpen}>
      <summary>{t("thisFile")}</summary>
      <div className="stack">
        {!isOwn && file.state !== "removed" && (
          <>
            <Form method="post" action={action} className="stack">
              <input type="hidden" name="intent" value="rename-file" />
              <input type="hidden" name="path" value={file.path} />
              <div className="field">
                <label htmlFor={id}>{t("itsName")}</label>
                <input className="input" id={id} name="name" required defaultValue={entry?.name ?? file.path} autoCapitalize="off" autoComplete="off" spellCheck={false} />
              </div>
              <button className="button small">{t("renameIt")}</button>
            </Form>
            <Form method="post" action={action}>
              <input type="hidden" name="intent" value="remove-file" />
              <input type="hidden" name="path" value={file.path} />
              <button className="button small danger">{t("removeIt")}</button>
            </Form>
          </>
        )}
        {file.state !== "unchanged" && (
          // A document of its own, so that the editor begins with what is on disk.
          <Form method="post" action={action} reloadDocument>
            <input type="hidden" name="intent" value="discard-file" />
            <input type="hidden" name="path" value={file.path} />
            <button className="button small">{t("discard")}</button>
          </Form>
        )}
      </div>
    </details>
  );
}
