import { deleteContentDraft } from "../../../db/queries/content-drafts.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import { changeDraftCourse, type ChangeAnswer, type Decision } from "./change-draft-course.server.ts";
import { cleanAssetName, findAssetFault } from "./check-asset.ts";
import { planMoves } from "./course-files.ts";
import { findOwner } from "./course-outline.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { findPathClash, isAssetPath, parseContentPath } from "./parse-content-path.ts";
import type { Refusal } from "./refusals.ts";
import { readPlannedContents } from "./store-changes.server.ts";

type FileDeps = Pick<Deps, "db" | "catalog" | "now">;

const refuse = (message: Refusal, field: string | null = null): Extract<Decision, { kind: "refused" }> => ({ kind: "refused", message, field });

/** A new, empty text file in the folder of what `path` belongs to. `name` may have folders: `tests/more.test.js`. */
export async function addFile(deps: FileDeps, visit: TeachingVisit, { path, name }: { path: string; name: string }): Promise<ChangeAnswer> {
  return changeDraftCourse(deps, visit, (draft) => {
    const place = findPlace(draft, path, name);
    if (!place.ok) return refuse(place.message, "name");
    if (isAssetPath(place.path)) return refuse({ key: "assetsAreUploaded" }, "name");
    return { kind: "change", contents: [{ path: place.path, bytes: Buffer.from("") }], open: place.path };
  });
}

/** Another name for a file, in the same folder of its activity or module. Links to it follow. */
export async function renameFile(deps: FileDeps, visit: TeachingVisit, { path, name }: { path: string; name: string }): Promise<ChangeAnswer> {
  return changeDraftCourse(deps, visit, async (draft) => {
    if (!draft.files.find(path)) return refuse({ key: "fileGone" });
    if (isOwnFile(draft, path)) return refuse({ key: "ownFileName" }, "name");
    const place = findPlace(draft, path, name, [path]);
    if (!place.ok) return refuse(place.message, "name");
    if (isAssetPath(path) !== isAssetPath(place.path)) return refuse({ key: "assetsStay" }, "name");
    const plan = planMoves(draft.files, new Map([[path, place.path]]));
    return { kind: "change", contents: await readPlannedContents(draft, plan), open: place.path };
  });
}

/** A file is to go. */
export async function removeFile(deps: FileDeps, visit: TeachingVisit, { path }: { path: string }): Promise<ChangeAnswer> {
  return changeDraftCourse(deps, visit, (draft) => {
    if (!draft.files.find(path)) return refuse({ key: "fileGone" });
    if (isOwnFile(draft, path) || path === "course.md" || /^[^/]+\/module\.md$/.test(path)) return refuse({ key: "ownFileStays" });
    const { activity, module } = findOwner(draft.outline, path);
    return { kind: "change", contents: [{ path, bytes: null }], open: activity?.file ?? (module ? `${module.folder}/module.md` : "course.md") };
  });
}

/** The file is again as it is on disk; one that is not there goes. */
export async function discardFile(deps: FileDeps, visit: TeachingVisit, { path }: { path: string }): Promise<ChangeAnswer> {
  const parsed = parseContentPath(path);
  if (!parsed.ok) return refuse(parsed.message);
  const draft = await openDraftCourse(deps, visit);
  await deps.db.write((tx) => deleteContentDraft(tx, { userId: visit.userId, courseId: visit.course.id, path: parsed.path }));
  const { activity } = findOwner(draft.outline, parsed.path);
  return { kind: "changed", open: draft.diskHash(parsed.path) ? parsed.path : activity && draft.diskHash(activity.file) ? activity.file : null };
}

/** A picture or data for the texts of an activity. One of the same name is replaced. */
export async function uploadAsset(deps: FileDeps, visit: TeachingVisit, { path, name, bytes }: { path: string; name: string; bytes: Uint8Array }): Promise<ChangeAnswer> {
  // The name is checked as it came, so that a hostile one is refused and not tidied into something else.
  const given = parseContentPath(name);
  if (!given.ok || given.path.includes("/")) return refuse(given.ok ? { key: "uploadFolders" } : given.message, "upload");
  const fault = findAssetFault({ name: given.path, bytes: bytes.length, start: bytes.subarray(0, 64) });
  if (fault) return refuse(fault, "upload");
  return changeDraftCourse(deps, visit, (draft) => {
    const { activity } = findOwner(draft.outline, path);
    if (!activity?.hasFolder) return refuse({ key: "uploadNeedsFolder" }, "upload");
    const target = `${activity.place}/assets/${cleanAssetName(given.path)}`;
    const clash = draft.files.find(target) ? null : findPathClash(draft.files.paths, target);
    if (clash) return refuse(clash, "upload");
    return { kind: "change", contents: [{ path: target, bytes }], open: target };
  });
}

/** Where a file of this name would be, beside `path`; `leaving` are files that make room. */
function findPlace(draft: DraftCourse, path: string, name: string, leaving: readonly string[] = []): ReturnType<typeof parseContentPath> {
  const { module, activity } = findOwner(draft.outline, path);
  if (activity && !activity.hasFolder) return { ok: false, message: { key: "oneFile" } };
  const folder = activity?.place ?? module?.folder ?? null;
  const parsed = parseContentPath(folder === null ? name : `${folder}/${name}`);
  if (!parsed.ok) return parsed;
  const clash = findPathClash(draft.files.paths.filter((own) => !leaving.includes(own)), parsed.path);
  return clash ? { ok: false, message: clash } : parsed;
}

function isOwnFile(draft: DraftCourse, path: string): boolean {
  return findOwner(draft.outline, path).activity?.file === path;
}
