import { listDraftVersions } from "../../../db/queries/draft-versions.ts";
import { listReviewComments } from "../../../db/queries/review-comments.ts";
import { listReviewedSubmissions } from "../../../db/queries/reviews.ts";
import type { Project } from "../../catalog/catalog.ts";
import { buildLearnerProject } from "../../catalog/learner-view.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { findUndoVersion } from "../drafts/find-undo.ts";
import { draftKey, readDraft } from "../drafts/store-draft.server.ts";
import { viewHints } from "../hints/view-hints.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { buildCommentView, buildDecisionView } from "../reviews/build-views.ts";
import { viewFiles } from "../reviews/view-files.server.ts";
import { findLearnerResult } from "../submissions/open-submission.server.ts";
import { readProjectState } from "./project-state.ts";
import type { HandInView, ProjectView } from "./project-view.ts";

/** A project as its learner finds it: task and rubric, the work, every hand-in and what graders said of it. */
export async function openProject(deps: Pick<Deps, "db" | "catalog" | "now" | "newId">, { user, course }: CourseVisit, project: Project): Promise<ProjectView> {
  const { db, now, newId } = deps;
  const view = buildLearnerProject(project);
  const key = draftKey(project, user.id);
  const draft = await readDraft(db, project, user.id);
  const render = (text: Project["text"]) => renderCourseText({ course, file: project.file, text, activity: project });

  const rows = await listReviewedSubmissions(db, { userId: user.id, courseId: project.courseId, activityIds: [project.id, ...project.aliases] });
  const comments = await listReviewComments(db, { submissionIds: rows.map(({ submission }) => submission.id), releasedOnly: true });
  const handIns: HandInView[] = [];
  for (const [index, { submission, review, graderName }] of rows.entries()) {
    handIns.push({
      submissionId: submission.id,
      number: rows.length - index,
      handedInAt: submission.createdAt,
      isTested: submission.state === "done",
      result: await findLearnerResult(deps, submission),
      decided: buildDecisionView(review, graderName),
      comments: comments.filter(({ submissionId }) => submissionId === submission.id).map((comment) => buildCommentView({ learnerId: user.id }, comment)),
    });
  }
  const decided = handIns.find((handIn) => handIn.decided) ?? null;
  const decidedFiles = rows.find(({ submission }) => submission.id === decided?.submissionId)?.submission.files ?? {};

  return {
    now: now(),
    title: view.title,
    minutes: view.minutes,
    path: buildActivityPath(project),
    html: (await render(project.text)).html,
    hints: await viewHints(db, { userId: user.id, course, activity: project }),
    files: view.files.map((file) => (file.readOnly ? file : { ...file, text: draft.files[file.path] ?? file.text })),
    visibleTests: [...view.visibleTests],
    hasHiddenTests: view.hiddenTestFiles > 0,
    rubric: view.rubric,
    draft: {
      version: draft.version,
      undoVersion: findUndoVersion(await listDraftVersions(db, key)),
      localKey: `rung:draft:${user.id}:${project.courseId}/${project.id}`,
    },
    state: readProjectState(rows),
    handIns,
    reviewed: decided && { ...decided, files: await viewFiles(decidedFiles) },
    hasUnseen: rows.some(({ review }) => review?.decidedAt && !review.seenAt),
    editor: user.editor,
    idempotencyKey: newId(),
    commentId: newId(),
  };
}
