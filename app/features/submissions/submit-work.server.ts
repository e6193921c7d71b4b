import type { Queryable } from "../../../db/open-database.ts";
import { countUnfinishedSubmissions, findSubmissionByKey, insertSubmission, type Submission } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles, type CodeActivity } from "../drafts/learner-files.ts";
import type { WorkRefusal } from "./refusals.ts";

/** A person's submissions that may wait for a verdict at once. More is a script gone wild, or worse. */
export const MAX_UNFINISHED = 10;

export interface HandIn {
  userId: string;
  activity: CodeActivity;
  /** As the page sent them: checked here. */
  files: unknown;
  /** Made by the page: the same key again is the same submission. */
  idempotencyKey: string;
  /** Projects: a link and words for the grader. Checked by the form that took them. */
  link?: string | null;
  message?: string | null;
}

export type SubmitAnswer =
  | { kind: "stored"; submission: Submission; isNew: boolean }
  | { kind: "refused"; message: WorkRefusal }
  | { kind: "too-many"; message: WorkRefusal; retryAfterMs: number };

/**
 * Takes in a lab or a project. When it answers `stored`, the submission is on the disk and will get exactly one
 * verdict, whatever happens to this process. A project without tests is done at once, without a verdict.
 */
export async function submitWork({ db, grading, now, newId }: Pick<Deps, "db" | "grading" | "now" | "newId">, handIn: HandIn): Promise<SubmitAnswer> {
  const { userId, activity, idempotencyKey } = handIn;
  const sent = parseLearnerFiles(activity, handIn.files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  if (!/^[\w-]{8,64}$/.test(idempotencyKey)) return { kind: "refused", message: { key: "noKey" } };

  const needsVerdict = activity.tests.length > 0;
  const place = needsVerdict ? grading.reserve(userId) : null;
  const row: Submission = {
    id: newId(),
    userId,
    courseId: activity.courseId,
    activityId: activity.id,
    kind: activity.kind,
    files: mergeWithStarter(activity, sent.files),
    link: handIn.link ?? null,
    message: handIn.message ?? null,
    idempotencyKey,
    ...(place ? { state: "running", attempts: 1 } : { state: needsVerdict ? "queued" : "done", attempts: 0 }),
    contentHash: activity.contentHash,
    testHash: activity.testHash,
    seed: newId(),
    createdAt: now(),
  };
  let isTaken = false;
  try {
    return await db.write((tx) => storeOnce(tx, row), {
      // Grading begins while the disk is still at work; nobody is told of either before it is done.
      onCommit(answer) {
        if (answer.kind !== "stored" || !answer.isNew || !needsVerdict) return;
        isTaken = true;
        if (place) place.take(answer.submission);
        else grading.wake();
      },
    });
  } finally {
    if (!isTaken) place?.giveBack();
  }
}

/** The submission, or the one that this key has made already. */
async function storeOnce(tx: Queryable, row: Submission): Promise<SubmitAnswer> {
  const isHeldBack = (await countUnfinishedSubmissions(tx, row)) >= MAX_UNFINISHED;
  if (!isHeldBack && (await insertSubmission(tx, row))) return { kind: "stored", submission: row, isNew: true };
  const earlier = await findSubmissionByKey(tx, row);
  return earlier ? { kind: "stored", submission: earlier, isNew: false } : { kind: "too-many", message: { key: "tooMany", values: { count: MAX_UNFINISHED } }, retryAfterMs: 5_000 };
}
