import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import type { FileContent } from "./overlay.ts";
import type { Refusal } from "./refusals.ts";
import { storeContents } from "./store-changes.server.ts";

export type ChangeAnswer =
  /** `open`: a file to look at next, from the course folder. */
  | { kind: "changed"; open: string | null }
  | { kind: "refused"; message: Refusal; field: string | null };

/** What is to be stored over a draft as it is, or why nothing is. */
export type Decision = { kind: "change"; contents: FileContent[]; open: string | null } | { kind: "refused"; message: Refusal; field: string | null };

/** An editor saves while its page posts a form: what is decided is decided again over what was just saved. */
const MOST_TRIES = 4;

/** Opens somebody's draft of a course, has it decided what is to change, and stores that, all or nothing. */
export async function changeDraftCourse(
  deps: Pick<Deps, "db" | "catalog" | "now">,
  visit: TeachingVisit,
  decide: (draft: DraftCourse) => Decision | Promise<Decision>,
): Promise<ChangeAnswer> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const draft = await openDraftCourse(deps, visit);
    const decision = await decide(draft);
    if (decision.kind === "refused") return decision;
    if (await storeContents(deps, visit, draft, decision.contents)) return { kind: "changed", open: decision.open };
  }
  return { kind: "refused", message: { key: "busyTab" }, field: null };
}
