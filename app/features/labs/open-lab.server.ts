import { listDraftVersions } from "../../../db/queries/draft-versions.ts";
import { findNewestSubmission } from "../../../db/queries/submissions.ts";
import type { Lab } from "../../catalog/catalog.ts";
import { buildLearnerLab, type LearnerFile } from "../../catalog/learner-view.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { findUndoVersion } from "../drafts/find-undo.ts";
import { draftKey, readDraft } from "../drafts/store-draft.server.ts";
import { viewLabHelp, type LabHelpView } from "./view-help.server.ts";
import { findSqlTables } from "./list-sql-tables.server.ts";
import type { SqlTable } from "./sql-tables.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { findReverifiedPass, type ReverifiedPass } from "../versions/find-course-changes.server.ts";
import { findLearnerResult } from "../submissions/open-submission.server.ts";

/** How long the page waits for the tables of an SQL lab, milliseconds: only the first visitor after a start does. */
const TABLES_PATIENCE_MS = 400;

/** What a learner sees of a lab. */
export interface LabView {
  id: string;
  language: Lab["language"];
  title: string;
  minutes: number;
  /** Address of the page; `/draft`, `/run` and `/submit` are below it. */
  path: string;
  html: string;
  /** Hints that are open, and what else helps. */
  help: LabHelpView;
  /** With the learner's own text, the file to open first. */
  files: LearnerFile[];
  /** Of an SQL lab, if they were known in time; the page fetches them from `/tables` otherwise. */
  tables: SqlTable[] | null;
  visibleTests: { path: string; text: string }[];
  hasHiddenTests: boolean;
  draft: {
    version: number;
    /** What `Undo reset` brings back; null when the newest step is no reset. */
    undoVersion: number | null;
    /** Tells people and labs apart in one browser. */
    localKey: string;
  };
  /** The newest hand-in, with its result once there is one. */
  submission: { id: string; isDone: boolean; createdAt: Date; result: LearnerResult | null } | null;
  editor: "monaco" | "plain";
  /** How the code that passed fares with tests that were changed after it; null when they were not. */
  reverified: ReverifiedPass | null;
  /** For the form without scripts: a key of one hand-in. */
  idempotencyKey: string;
}

/** A lab as its learner finds it: text, files with their draft, and what became of the last hand-in. */
export async function openLab(deps: Pick<Deps, "db" | "catalog" | "newId" | "sandbox">, { user, course, enrollment }: CourseVisit, lab: Lab): Promise<LabView> {
  // Whoever opens a lab is about to run it.
  deps.sandbox.warm([lab.language]);
  const view = buildLearnerLab(lab);
  const key = draftKey(lab, user.id);
  const draft = await readDraft(deps.db, lab, user.id);
  const submission = await findNewestSubmission(deps.db, key);
  const render = (text: Lab["text"]) => renderCourseText({ course, file: lab.file, text, activity: lab });
  return {
    id: view.id,
    language: view.language,
    title: view.title,
    minutes: view.minutes,
    path: buildActivityPath(lab),
    html: (await render(lab.text)).html,
    help: await viewLabHelp(deps.db, { userId: user.id, course, lab, isEnrolled: enrollment !== null }),
    files: view.files.map((file) => (file.readOnly ? file : { ...file, text: draft.files[file.path] ?? file.text })),
    tables: await findSqlTables(deps, lab, { patienceMs: TABLES_PATIENCE_MS }),
    visibleTests: [...view.visibleTests],
    hasHiddenTests: view.hiddenTestFiles > 0,
    draft: {
      version: draft.version,
      undoVersion: findUndoVersion(await listDraftVersions(deps.db, key)),
      localKey: `rung:draft:${user.id}:${lab.courseId}/${lab.id}`,
    },
    submission: submission && {
      id: submission.id,
      isDone: submission.state === "done",
      createdAt: submission.createdAt,
      result: await findLearnerResult(deps, submission),
    },
    editor: user.editor,
    reverified: await findReverifiedPass(deps, { course, activity: lab, userId: user.id }),
    idempotencyKey: deps.newId(),
  };
}
