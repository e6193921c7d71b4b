import { beforeEach, describe, expect, test } from "vitest";
import { handInProject } from "../../../app/features/projects/hand-in-project.server.ts";
import { openProject } from "../../../app/features/projects/open-project.server.ts";
import { answerReview } from "../../../app/features/reviews/answer-review.server.ts";
import { claimReview } from "../../../app/features/reviews/claim-review.server.ts";
import { commentOnWork } from "../../../app/features/reviews/comment-on-work.server.ts";
import { decideReview } from "../../../app/features/reviews/decide-review.server.ts";
import { findProject } from "../../../app/features/reviews/find-project.ts";
import { openReview } from "../../../app/features/reviews/open-review.server.ts";
import { markProjectReviewsSeen } from "../../../app/features/reviews/mark-reviews-seen.server.ts";
import { saveReview } from "../../../app/features/reviews/save-review.server.ts";
import type { Project } from "../../../app/catalog/catalog.ts";
import { listUnseenReviews } from "../../../db/queries/news.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { buildTestCatalog, testProject } from "../../helpers/test-course.ts";
import { handInTestProject, makeReviewDeps, type ReviewDeps } from "../reviews/review-deps.ts";

let deps: ReviewDeps;
let project: Project;
const FILES = { "report.js": "export const report = () => 'x';\n" };
const form = (idempotencyKey: string) => ({ link: "https://example.org/", message: "Look at line 1.", idempotencyKey });

beforeEach(async () => {
  deps = await makeReviewDeps();
  const found = findProject(deps.catalog, { courseId: "basics", activityId: "start/report" });
  if (!found) throw new Error("The test course has no project.");
  project = found;
});

async function open(userId = "lena", of: Project = project) {
  const [course] = deps.catalog.courses;
  if (!course) throw new Error("No course.");
  const enrollment = await findEnrollment(deps.db, { userId, courseId: "basics" });
  return openProject(deps, { user: { id: userId, email: "", name: userId, isAdministrator: false, editor: "plain", language: null }, course, enrollment }, of);
}

async function review(submissionId: string, decision: "accepted" | "changes-asked") {
  const of = { submissionId, graderId: "gwen" };
  await claimReview(deps, of);
  await saveReview(deps, { version: 1, summary: "My words.", levels: { correct: "full", clear: "full" } }, of);
  await commentOnWork(deps, { commentId: `comment-${submissionId}`, body: "Here.", place: { path: "report.js", line: 1 } }, of);
  return decideReview(deps, { version: 2, decision }, of);
}

describe("handing in", () => {
  test("stores files, link and words, once for each key", async () => {
    const first = await handInProject(deps, form("key-one-1"), { userId: "lena", project, files: FILES });
    const again = await handInProject(deps, form("key-one-1"), { userId: "lena", project, files: { "report.js": "other" } });
    expect(first).toMatchObject({ kind: "stored", isNew: true, submission: { kind: "project", files: FILES, link: "https://example.org/", message: "Look at line 1.", state: "queued" } });
    expect(again).toMatchObject({ kind: "stored", isNew: false, submission: { files: FILES } });
    expect((await open()).handIns).toHaveLength(1);
  });

  test("of a project without tests is reviewed without a run", async () => {
    expect(await handInProject(deps, form("key-one-1"), { userId: "lena", project: testProject({ tests: [] }), files: FILES })).toMatchObject({ submission: { state: "done" } });
  });

  test("refuses files that are not the project's", async () => {
    expect(await handInProject(deps, form("key-one-1"), { userId: "lena", project, files: { "../x": "" } })).toMatchObject({ kind: "refused" });
    expect((await open()).state).toBe("draft");
  });

  test("ends with the acceptance; a lost answer to an earlier one can still be asked for", async () => {
    const answer = await handInProject(deps, form("key-one-1"), { userId: "lena", project, files: FILES });
    if (answer.kind !== "stored") throw new Error(answer.kind);
    await review(answer.submission.id, "accepted");
    expect(await handInProject(deps, form("key-two-2"), { userId: "lena", project, files: FILES })).toMatchObject({ kind: "accepted" });
    expect(await handInProject(deps, form("key-one-1"), { userId: "lena", project, files: FILES })).toMatchObject({ kind: "stored", isNew: false });
  });
});

describe("the page", () => {
  test("shows task and rubric, and nothing that is for graders", async () => {
    const view = await open();
    expect(view).toMatchObject({ state: "draft", title: "Report", rubric: { maxPoints: 6 }, handIns: [], reviewed: null });
    expect(JSON.stringify(view)).not.toContain("grader note");
  });

  test("shows a review only with its decision", async () => {
    const id = await handInTestProject(deps, "lena");
    expect((await open()).state).toBe("waiting");
    const of = { submissionId: id, graderId: "gwen" };
    await claimReview(deps, of);
    await saveReview(deps, { version: 1, summary: "Secret so far", levels: { correct: "none" } }, of);
    await commentOnWork(deps, { commentId: "secret-comment", body: "Secret comment", place: null }, of);
    const before = await open();
    expect(before.state).toBe("in-review");
    expect(JSON.stringify(before)).not.toContain("Secret");
    await decideReview(deps, { version: 2, decision: "changes-asked" }, of);
    expect(await open()).toMatchObject({
      state: "changes-asked", hasUnseen: true,
      reviewed: { submissionId: id, decided: { summary: "Secret so far", graderName: "gwen" }, comments: [{ body: "Secret comment", isLearners: false }], files: [{ path: "report.js" }] },
    });
  });

  test("keeps every earlier hand-in with its review, and the learner's answers reach the grader", async () => {
    const first = await handInTestProject(deps, "lena");
    await review(first, "changes-asked");
    await answerReview(deps, { commentId: "answer-id-1", body: "Done.", place: { path: "report.js", line: 1 } }, { submissionId: first, userId: "lena" });
    deps.passMs(60_000);
    const second = await handInTestProject(deps, "lena", FILES);
    expect(await open()).toMatchObject({ state: "waiting", handIns: [{ submissionId: second, number: 2, decided: null }, { submissionId: first, number: 1, decided: { decision: "changes-asked" } }], reviewed: { submissionId: first } });
    expect((await openReview(deps, { submissionId: second, graderId: "gus" }))?.previous?.comments).toMatchObject([{ body: "Here." }, { body: "Done.", isLearners: true }]);
    await review(second, "accepted");
    expect(await open()).toMatchObject({ state: "accepted", reviewed: { submissionId: second } });
  });

  test("is each learner's own", async () => {
    await review(await handInTestProject(deps, "lena"), "accepted");
    expect(await open("liam")).toMatchObject({ state: "draft", handIns: [], reviewed: null });
  });

  test("finds hand-ins of before the project was renamed", async () => {
    const id = await handInTestProject(deps, "lena");
    const renamed = testProject({ id: "start/summary", slug: "summary", aliases: ["start/report"] });
    deps = { ...deps, catalog: buildTestCatalog([renamed]) };
    expect(await open("lena", renamed)).toMatchObject({ state: "waiting", handIns: [{ submissionId: id }] });
    await review(id, "accepted");
    expect(await open("lena", renamed)).toMatchObject({ state: "accepted" });
  });
});

describe("news", () => {
  test("last until the page says that it was opened; saying it twice changes nothing", async () => {
    const id = await handInTestProject(deps, "lena");
    await review(id, "changes-asked");
    await open();
    expect(await listUnseenReviews(deps.db, { userId: "lena" })).toHaveLength(1);
    await markProjectReviewsSeen(deps, { userId: "liam", project });
    expect(await listUnseenReviews(deps.db, { userId: "lena" })).toHaveLength(1);
    await markProjectReviewsSeen(deps, { userId: "lena", project });
    await markProjectReviewsSeen(deps, { userId: "lena", project });
    expect(await listUnseenReviews(deps.db, { userId: "lena" })).toEqual([]);
    expect((await open()).hasUnseen).toBe(false);
  });
});
