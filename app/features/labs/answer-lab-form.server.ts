import { assertNever } from "../../assert-never.ts";
import type { CodeActivity } from "../drafts/learner-files.ts";
import type { Deps } from "../../deps.server.ts";
import { listDraftVersions } from "../../../db/queries/draft-versions.ts";
import { findUndoVersion } from "../drafts/find-undo.ts";
import { resetDraft } from "../drafts/reset-draft.server.ts";
import { restoreDraft } from "../drafts/restore-draft.server.ts";
import { saveDraft } from "../drafts/save-draft.server.ts";
import { draftKey } from "../drafts/store-draft.server.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { waitForSubmission } from "../submissions/listen-to-submission.server.ts";
import { runCode } from "../submissions/run-code.server.ts";
import { submitWork } from "../submissions/submit-work.server.ts";
import type { LabForm } from "./lab-form.ts";
import type { LabSaying } from "./lab-sayings.ts";

/** How long a page without scripts waits for its verdict before it is shown as waiting. */
const WAIT_MS = 8_000;

export type LabFormAnswer =
  | { kind: "ran"; result: LearnerResult }
  | { kind: "said"; message: LabSaying }
  | { kind: "refused"; message: LabSaying; files: Record<string, string> }
  | { kind: "busy"; message: LabSaying }
  /** The page shows both texts; sent again from there, the person's own wins. */
  | { kind: "conflict"; version: number; theirs: Record<string, string>; files: Record<string, string> }
  | { kind: "submitted"; submissionId: string };

/** HTTP status of an answer that is shown on the lab's page. */
export function statusOfLabAnswer({ kind }: Pick<LabFormAnswer, "kind">): number {
  return kind === "conflict" ? 409 : kind === "refused" ? 400 : kind === "busy" ? 429 : 200;
}

type Needs = Pick<Deps, "db" | "catalog" | "sandbox" | "grading" | "now" | "newId">;

interface PostedLab {
  userId: string;
  lab: CodeActivity;
  form: LabForm;
  files: Record<string, string>;
  signal?: AbortSignal;
}

/** Does what a lab's form asks for without scripts. The text is saved first, whatever the button was. */
export async function answerLabForm(deps: Needs, { userId, lab, form, files, signal }: PostedLab): Promise<LabFormAnswer> {
  const of = { userId, activity: lab, files, baseVersion: form.baseVersion };
  if (form.intent === "reset" || form.intent === "undo") return form.intent === "reset" ? reset(deps, of) : undo(deps, of);
  const saved = await saveDraft(deps, of);
  if (saved.kind === "refused") return { ...saved, files };
  if (saved.kind === "conflict") return { kind: "conflict", version: saved.version, theirs: { ...saved.files }, files };
  switch (form.intent) {
    case "save":
      return { kind: "said", message: { key: "saved" } };
    case "run": {
      const answer = await runCode(deps, { ...of, signal });
      return answer.kind === "refused" ? { ...answer, files } : answer;
    }
    case "submit": {
      const answer = await submitWork(deps, { ...of, idempotencyKey: form.idempotencyKey });
      if (answer.kind !== "stored") return { kind: "busy", message: answer.message };
      const { id } = answer.submission;
      await waitForSubmission(deps, { id, userId, timeoutMs: WAIT_MS });
      return { kind: "submitted", submissionId: id };
    }
    default:
      return assertNever(form.intent);
  }
}

type DraftOf = Parameters<typeof saveDraft>[1] & { files: Record<string, string> };

async function reset(deps: Needs, of: DraftOf): Promise<LabFormAnswer> {
  const answer = await resetDraft(deps, of);
  if (answer.kind === "reset") return { kind: "said", message: { key: "starterBack" } };
  return answer.kind === "refused" ? { ...answer, files: of.files } : { kind: "conflict", version: answer.version, theirs: { ...answer.files }, files: of.files };
}

async function undo(deps: Needs, of: DraftOf): Promise<LabFormAnswer> {
  const version = findUndoVersion(await listDraftVersions(deps.db, draftKey(of.activity, of.userId)));
  if (version === null) return { kind: "said", message: { key: "noReset" } };
  const answer = await restoreDraft(deps, { ...of, version });
  if (answer.kind === "restored") return { kind: "said", message: { key: "textBack" } };
  return answer.kind === "conflict" ? { kind: "conflict", version: answer.version, theirs: { ...answer.files }, files: of.files } : { kind: "refused", message: answer.message, files: of.files };
}
