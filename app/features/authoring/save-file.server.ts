import { deleteContentDraft, findContentDraft, putContentDraft } from "../../../db/queries/content-drafts.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { versionOf } from "./overlay.ts";
import { isAssetPath, parseContentPath } from "./parse-content-path.ts";
import type { Refusal } from "./refusals.ts";
import { toRow } from "./store-changes.server.ts";

/** As many bytes as reading a content folder takes. */
export const TEXT_LIMIT_BYTES = 1024 * 1024;

export type SaveFileAnswer =
  | { kind: "saved"; version: number }
  /** Another tab or device saved, or the file on disk is another one now. Nothing changed. `text` null: no file any more. */
  | { kind: "conflict"; version: number; text: string | null }
  | { kind: "refused"; message: Refusal };

/**
 * Saves the text of a file as an unpublished change.
 * @param version the one that the page's text began from, as `openFile` gave it
 */
export async function saveFile(
  deps: Pick<Deps, "db" | "catalog" | "now">,
  visit: TeachingVisit,
  sent: { path: string; text: string; version: number },
): Promise<SaveFileAnswer> {
  const parsed = parseContentPath(sent.path);
  if (!parsed.ok) return { kind: "refused", message: parsed.message };
  const { path } = parsed;
  // Forms send line ends of their own; files of a course have `\n`.
  const text = sent.text.replace(/\r\n?/g, "\n");
  const bytes = Buffer.from(text);
  if (bytes.length > TEXT_LIMIT_BYTES) return { kind: "refused", message: { key: "textLarge" } };
  if (text.includes("\0")) return { kind: "refused", message: { key: "textNul" } };

  const draft = await openDraftCourse(deps, visit);
  if (isAssetPath(path) || (draft.files.find(path) === null && draft.diskHash(path) === null)) return { kind: "refused", message: { key: "textGone" } };
  const place = { userId: visit.userId, courseId: visit.course.id, path };
  const { row, isNoChange } = await toRow(place, draft, { path, bytes }, deps.now());

  return deps.db.write(async (tx): Promise<SaveFileAnswer> => {
    const stored = await findContentDraft(tx, place);
    const version = versionOf(stored, draft.diskHash(path));
    const present = stored ? stored.bytes?.toString() : textOnDisk(draft, path);
    // The same text again is no change, whatever it began from: an answer may have been lost on the way.
    if (present === text) return { kind: "saved", version };
    if (version !== sent.version || stored?.version !== draft.stored.find((own) => own.path === path)?.version) return { kind: "conflict", version, text: present ?? null };
    if (isNoChange) {
      await deleteContentDraft(tx, place);
      return { kind: "saved", version: versionOf(null, draft.diskHash(path)) };
    }
    await putContentDraft(tx, row);
    return { kind: "saved", version: row.version };
  });
}

/** Text of the file as it is on disk; the draft's own text is that while nothing is stored. */
function textOnDisk(draft: DraftCourse, path: string): string | undefined {
  return draft.stored.some((own) => own.path === path) ? undefined : (draft.files.getText(path) ?? undefined);
}
