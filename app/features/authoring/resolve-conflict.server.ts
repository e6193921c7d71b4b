import { deleteContentDraft, findContentDraft, putContentDraft } from "../../../db/queries/content-drafts.ts";
import { hashContent } from "../../catalog/content-hash.server.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse } from "./build-draft-course.server.ts";
import type { ChangeAnswer } from "./change-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { hasConflictMarks, mergeTexts } from "./merge-texts.ts";
import { nextVersion } from "./overlay.ts";
import { isAssetPath, parseContentPath } from "./parse-content-path.ts";
import type { Refusal } from "./refusals.ts";

export interface Resolution {
  path: string;
  /** The change and the file on disk that the person has seen. */
  version: number;
  diskHash: string;
  choice: "mine" | "theirs" | "merged" | "edited";
  /** For `edited`. */
  text?: string;
}

/** Decides a file that two people changed. Afterwards it counts as begun from what is on disk now. */
export async function resolveConflict(deps: Pick<Deps, "db" | "catalog" | "now">, visit: TeachingVisit, asked: Resolution): Promise<ChangeAnswer> {
  const refuse = (message: Refusal, field: string | null = null): ChangeAnswer => ({ kind: "refused", message, field });
  const again = { key: "changedAgain" } as const;
  const parsed = parseContentPath(asked.path);
  if (!parsed.ok) return refuse(parsed.message);
  const { path } = parsed;
  const draft = await openDraftCourse(deps, visit);
  const change = draft.stored.find((own) => own.path === path);
  const disk = await draft.readDisk(path);
  const diskHash = disk && hashContent(disk);
  if (!change || change.version !== asked.version || (diskHash ?? "") !== asked.diskHash) return refuse(again);

  const place = { userId: visit.userId, courseId: visit.course.id, path };
  let bytes = change.bytes;
  if (asked.choice === "merged" || asked.choice === "edited") {
    if (isAssetPath(path)) return refuse({ key: "assetMerge" });
    const text = asked.choice === "edited" ? (asked.text ?? "").replace(/\r\n?/g, "\n") : mergeTexts({ base: change.baseBytes?.toString() ?? "", mine: change.bytes?.toString() ?? "", theirs: disk ? Buffer.from(disk).toString() : "" }).text;
    if (hasConflictMarks(text)) return refuse({ key: "marksLeft", values: { marks: "<<<<<<<" } }, path);
    bytes = Buffer.from(text);
  }
  const isStored = await deps.db.write(async (tx) => {
    const present = await findContentDraft(tx, place);
    if (present?.version !== change.version) return false;
    const isNoChange = asked.choice === "theirs" || (bytes && hashContent(bytes)) === diskHash;
    if (isNoChange) await deleteContentDraft(tx, place);
    else await putContentDraft(tx, { ...change, bytes, baseHash: diskHash, baseBytes: disk && Buffer.from(disk), version: nextVersion(change.version, deps.now()), updatedAt: deps.now() });
    return true;
  });
  return isStored ? { kind: "changed", open: path } : refuse(again);
}
