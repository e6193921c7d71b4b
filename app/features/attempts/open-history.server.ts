import { listAttempts } from "../../../db/queries/attempts.ts";
import { findSubmission } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, type CodeActivity } from "../drafts/learner-files.ts";
import { readDraft } from "../drafts/store-draft.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import type { AttemptResult } from "./attempt-words.ts";
import { compareFiles, type FileDiff } from "./compare-files.ts";
import { DRAFT_SIDE } from "./draft-side.ts";

/** Attempts that a page shows; older ones are still there, by their own addresses. */
const SHOWN = 200;

export interface AttemptLine extends AttemptResult {
  id: string;
  /** From 1, in the order of time. */
  number: number;
  handedInAt: Date;
}

export interface HistoryView {
  now: Date;
  title: string;
  kind: CodeActivity["kind"];
  path: string;
  /** The newest first. */
  attempts: readonly AttemptLine[];
  draftVersion: number;
  /** The two that are compared: an attempt's number or `draft`. Null when there is nothing to compare. */
  comparison: { from: string; to: string; files: readonly FileDiff[] } | null;
}

/**
 * Somebody's own hand-ins of an activity, and what differs between two of them.
 * @param asked what the address asks to compare: numbers of attempts or `draft`; the last two when it says nothing that fits
 */
export async function openHistory(deps: Pick<Deps, "db" | "now">, { userId, activity, asked }: { userId: string; activity: CodeActivity; asked: { from: string | null; to: string | null } }): Promise<HistoryView> {
  const { db } = deps;
  const rows = await listAttempts(db, { userId, courseId: activity.courseId, activityId: activity.id, limit: SHOWN });
  const attempts = rows.map(({ createdAt, ...row }, index) => ({ ...row, number: rows.length - index, handedInAt: createdAt }));
  const draft = await readDraft(db, activity, userId);

  const sides = [...attempts.map(({ number }) => String(number)), DRAFT_SIDE];
  const from = sides.find((side) => side === asked.from) ?? (attempts.length > 1 ? String(attempts.length - 1) : "1");
  const to = sides.find((side) => side === asked.to) ?? (attempts.length > 1 ? String(attempts.length) : DRAFT_SIDE);
  const filesOf = async (side: string) => {
    if (side === DRAFT_SIDE) return draft.files;
    const attempt = attempts.find(({ number }) => String(number) === side);
    const files = (attempt && (await findSubmission(db, { id: attempt.id, userId }))?.files) ?? {};
    return { ...mergeWithStarter(activity, files), ...files };
  };
  return {
    now: deps.now(),
    title: activity.title,
    kind: activity.kind,
    path: buildActivityPath(activity),
    attempts,
    draftVersion: draft.version,
    comparison: attempts.length === 0 ? null : { from, to, files: compareFiles(await filesOf(from), await filesOf(to)) },
  };
}
