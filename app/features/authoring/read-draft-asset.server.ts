import type { Deps } from "../../deps.server.ts";
import { findContentType } from "../lessons/find-asset.server.ts";
import { openDraftCourse } from "./build-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { isAssetPath, parseContentPath } from "./parse-content-path.ts";

/** A picture or data with the unpublished changes, for authors; null when there is none. `contentType` null: a download. */
export async function readDraftAsset(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit, path: string): Promise<{ bytes: Uint8Array; contentType: string | null } | null> {
  const parsed = parseContentPath(path);
  if (!parsed.ok || !isAssetPath(parsed.path)) return null;
  const draft = await openDraftCourse(deps, visit);
  const bytes = draft.files.find(parsed.path) ? await draft.readBytes(parsed.path) : null;
  return bytes && { bytes, contentType: findContentType(parsed.path) };
}
