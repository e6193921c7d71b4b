import { listAttempts } from "../../../db/queries/attempts.ts";
import { findCompletion } from "../../../db/queries/completions.ts";
import { findSubmission } from "../../../db/queries/submissions.ts";
import type { Files, Lab } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { viewFiles } from "../reviews/view-files.server.ts";
import type { FileView } from "../reviews/review-view.ts";
import { compareFiles, type FileDiff } from "./compare-files.ts";

const SEARCHED = 200;

export interface SolutionView {
  title: string;
  path: string;
  /** Whether it was earned; those who teach see it without. */
  isEarned: boolean;
  reference: readonly FileView[];
  alternatives: readonly { name: string; files: readonly FileView[] }[];
  /** From one's own newest passing code to the reference; null without any. */
  changes: readonly FileDiff[] | null;
}

/**
 * The reference and the alternatives of a lab: for whoever passed it, by its tests and not by a skip, and for those who
 * teach the course. Null for everybody else, who gets nothing of it.
 */
export async function openSolution({ db }: Pick<Deps, "db">, { userId, lab, teaches }: { userId: string; lab: Lab; teaches: boolean }): Promise<SolutionView | null> {
  const at = { userId, courseId: lab.courseId, activityId: lab.id };
  const isEarned = (await findCompletion(db, at))?.reason === "passed";
  if (!isEarned && !teaches) return null;
  const passed = (await listAttempts(db, { ...at, limit: SEARCHED })).find(({ outcome }) => outcome === "passed");
  const own = passed && (await findSubmission(db, { id: passed.id, userId }));
  return {
    title: lab.title,
    path: buildActivityPath(lab),
    isEarned,
    reference: await viewFiles(copy(lab.solution)),
    alternatives: await Promise.all(lab.alternatives.map(async ({ name, files }) => ({ name, files: await viewFiles(copy(files)) }))),
    changes: own ? compareFiles(pick(own.files, lab.solution), lab.solution) : null,
  };
}

function copy(files: Files): Record<string, string> {
  return { ...files };
}

/** Files that the reference does not touch are no difference. */
function pick(files: Files, like: Files): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => Object.hasOwn(like, path)));
}
