import { assertNever } from "../../assert-never.ts";
import type { Deps } from "../../deps.server.ts";
import type { DraftRequest } from "./draft-request.ts";
import type { CodeActivity } from "./learner-files.ts";
import { resetDraft, type ResetAnswer } from "./reset-draft.server.ts";
import { restoreDraft, type RestoreAnswer } from "./restore-draft.server.ts";
import { saveDraft, type SaveAnswer } from "./save-draft.server.ts";
import { setAsideDraft, type SetAsideAnswer } from "./set-aside-draft.server.ts";

export type DraftAnswer = SaveAnswer | ResetAnswer | RestoreAnswer | SetAsideAnswer;

/** Does to a draft what its page asks for. */
export async function changeDraft(deps: Pick<Deps, "db" | "now">, of: { userId: string; activity: CodeActivity }, asked: DraftRequest): Promise<DraftAnswer> {
  switch (asked.intent) {
    case "save":
      return saveDraft(deps, { ...of, ...asked });
    case "reset":
      return resetDraft(deps, { ...of, ...asked });
    case "restore":
      return restoreDraft(deps, { ...of, ...asked });
    case "set-aside":
      return setAsideDraft(deps, { ...of, ...asked });
    default:
      return assertNever(asked);
  }
}

/** HTTP status of an answer: 409 when another tab was faster. */
export function statusOfDraftAnswer({ kind }: DraftAnswer): number {
  return kind === "conflict" ? 409 : kind === "refused" ? 400 : kind === "gone" ? 410 : 200;
}
