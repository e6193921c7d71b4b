import type { Course } from "../../catalog/catalog.ts";
import { parseFrontMatterFile } from "../../catalog/front-matter.ts";
import { findLinkTarget } from "../../catalog/link-targets.ts";
import { renderMarkdown } from "../../catalog/render-markdown.server.ts";
import type { Deps } from "../../deps.server.ts";
import { buildDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import { findOwner } from "./course-outline.ts";
import { buildDraftAssetAddress } from "./file-address.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { listProblems, type ProblemView } from "./open-taught-course.server.ts";
import { isAssetPath, parseContentPath } from "./parse-content-path.ts";
import { listContentDrafts } from "../../../db/queries/content-drafts.ts";
import { TEXT_LIMIT_BYTES } from "./save-file.server.ts";

export interface FilePreview {
  /** What learners would read, sanitised; null when the file is no text for them. */
  html: string | null;
  /** Problems of this file. */
  problems: ProblemView[];
}

/** Looks at a text that is being written: as learners would get it, with what is wrong in it. Nothing is stored. */
export async function previewFile({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { userId, course }: TeachingVisit, sent: { path: string; text: string }): Promise<FilePreview | null> {
  const parsed = parseContentPath(sent.path);
  if (!parsed.ok || isAssetPath(parsed.path) || sent.text.length > TEXT_LIMIT_BYTES) return null;
  const { path } = parsed;
  const stored = await listContentDrafts(db, { userId, courseId: course.id });
  const typed = { userId, courseId: course.id, path, bytes: Buffer.from(sent.text), baseHash: null, baseBytes: null, version: 0, updatedAt: now() };
  const draft = await buildDraftCourse(catalog, course, [...stored.filter((own) => own.path !== path), typed]);
  return { html: await renderDraftText(draft, course, path), problems: listProblems(draft).filter((problem) => problem.path === path) };
}

/** A text of a draft by the renderer that learners' pages use; pictures come from the draft, links lead to pages that there are. */
export async function renderDraftText(draft: DraftCourse, published: Course, path: string): Promise<string | null> {
  const text = draft.files.getText(path);
  if (text === null || !path.endsWith(".md")) return null;
  const { activity } = findOwner(draft.outline, path);
  const isHints = path.endsWith("/hints.md");
  const body = isHints ? text : parseFrontMatterFile(text).body.source;
  const { html } = await renderMarkdown(body, {
    assetBase: activity?.hasFolder ? buildDraftAssetAddress(published.id, `${activity.place}/assets`) : undefined,
    resolveLink: (href) => {
      const target = findLinkTarget(draft.course, `${published.folder}/${path}`, href);
      if (!target) return null;
      if (target.kind === "course" || target.kind === "module") return `/courses/${published.id}`;
      return `/courses/${published.id}/${target.moduleId}/${target.slug}`;
    },
  });
  return html;
}
