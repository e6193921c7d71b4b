import { beforeEach, describe, expect, test } from "vitest";
import { claimReview } from "../../../app/features/reviews/claim-review.server.ts";
import { commentOnWork } from "../../../app/features/reviews/comment-on-work.server.ts";
import { answerReview } from "../../../app/features/reviews/answer-review.server.ts";
import { decideReview } from "../../../app/features/reviews/decide-review.server.ts";
import { openReviewQueue } from "../../../app/features/reviews/list-review-queue.server.ts";
import { openReview } from "../../../app/features/reviews/open-review.server.ts";
import { prepareDecision } from "../../../app/features/reviews/prepare-decision.server.ts";
import { releaseReview } from "../../../app/features/reviews/release-review.server.ts";
import { saveReview } from "../../../app/features/reviews/save-review.server.ts";
import { withdrawComment } from "../../../app/features/reviews/withdraw-comment.server.ts";
import { STALE_CLAIM_MS } from "../../../app/features/reviews/review.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { listCompletions } from "../../../db/queries/completions.ts";
import { deleteCourseRole, ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { listReviewComments } from "../../../db/queries/review-comments.ts";
import { buildTestCatalog } from "../../helpers/test-course.ts";
import { insertTestUser } from "../../helpers/test-deps.ts";
import { handInTestProject, makeReviewDeps, type ReviewDeps } from "./review-deps.ts";

let deps: ReviewDeps;
const ALL = { correct: "full", clear: "full" };
const gwen = (submissionId: string) => ({ submissionId, graderId: "gwen" });
const gus = (submissionId: string) => ({ submissionId, graderId: "gus" });
const comment = (body: string, line: number | null = 1, commentId = `comment-${body}`) => ({ commentId, body, place: line === null ? null : { path: "report.js", line } });

beforeEach(async () => {
  deps = await makeReviewDeps();
});

async function claimAndSave(submissionId: string, summary = "Well done.", levels: Record<string, string> = ALL) {
  await claimReview(deps, gwen(submissionId));
  const answer = await saveReview(deps, { version: 1, summary, levels }, gwen(submissionId));
  return answer?.kind === "saved" ? answer.version : NaN;
}

describe("the queue", () => {
  test("is for graders of a course only", async () => {
    await handInTestProject(deps, "lena");
    expect(await openReviewQueue(deps, { graderId: "lena", courseId: null })).toBeNull();
    expect(await openReviewQueue(deps, { graderId: "otto", courseId: null })).toMatchObject({ waiting: [], total: 0, courses: [{ id: "other" }] });
    await deps.db.write((tx) => deleteCourseRole(tx, { userId: "gwen", courseId: "basics", role: "grader" }));
    expect(await openReviewQueue(deps, { graderId: "gwen", courseId: null })).toBeNull();
  });

  test("has the oldest first and never one's own work", async () => {
    const first = await handInTestProject(deps, "lena");
    deps.passMs(1_000);
    await handInTestProject(deps, "gwen");
    deps.passMs(1_000);
    const second = await handInTestProject(deps, "liam");
    const queue = await openReviewQueue(deps, { graderId: "gwen", courseId: null });
    expect(queue?.waiting.map(({ submissionId }) => submissionId)).toEqual([first, second]);
    expect(queue?.total).toBe(2);
    expect(queue?.waiting[0]).toMatchObject({ title: "Report", courseTitle: "The basics", learnerName: "lena", number: 1, claim: "free", testRun: null, areTestsRunning: true });
  });

  test("keeps only the newest unclaimed hand-in, and counts the ones before", async () => {
    const first = await handInTestProject(deps, "lena");
    const second = await handInTestProject(deps, "lena");
    const queue = await openReviewQueue(deps, { graderId: "gwen", courseId: null });
    expect(queue?.waiting).toMatchObject([{ submissionId: second, number: 2 }]);
    expect(await claimReview(deps, gwen(first))).toEqual({ kind: "superseded" });
  });

  test("keeps a claimed one beside a newer one, until it is given back", async () => {
    const first = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(first));
    deps.passMs(1_000);
    const second = await handInTestProject(deps, "lena");
    const queue = await openReviewQueue(deps, { graderId: "gwen", courseId: null });
    expect(queue?.mine.map(({ submissionId }) => submissionId)).toEqual([first]);
    expect(queue?.waiting.map(({ submissionId }) => submissionId)).toEqual([second]);
    await releaseReview(deps, gwen(first));
    const after = await openReviewQueue(deps, { graderId: "gwen", courseId: null });
    expect([after?.mine, after?.waiting.map(({ submissionId }) => submissionId)]).toEqual([[], [second]]);
  });

  test("marks what others hold, and narrows to a course that is theirs", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(id));
    const queue = await openReviewQueue(deps, { graderId: "gus", courseId: "basics" });
    expect(queue).toMatchObject({ courseId: "basics", waiting: [{ submissionId: id, claim: "held", heldBy: { name: "gwen" } }] });
    expect(await openReviewQueue(deps, { graderId: "gus", courseId: "other" })).toMatchObject({ courseId: null, total: 1 });
  });

  test("is empty once decided, and lists what was decided", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    await decideReview(deps, { version, decision: "accepted" }, gwen(id));
    expect(await openReviewQueue(deps, { graderId: "gwen", courseId: null })).toMatchObject({ mine: [], waiting: [], total: 0, decided: [{ submissionId: id, decision: "accepted", title: "Report" }] });
  });
});

describe("claiming", () => {
  test("takes a review once, whoever asks first", async () => {
    const id = await handInTestProject(deps, "lena");
    const answers = await Promise.all([claimReview(deps, gwen(id)), claimReview(deps, gus(id)), claimReview(deps, gwen(id))]);
    expect(answers).toEqual([{ kind: "claimed" }, { kind: "held", graderName: "gwen" }, { kind: "claimed" }]);
  });

  test("is no such thing for other courses' graders, for learners and for one's own work", async () => {
    const id = await handInTestProject(deps, "lena");
    const own = await handInTestProject(deps, "gwen");
    expect(await claimReview(deps, { submissionId: id, graderId: "otto" })).toBeNull();
    expect(await claimReview(deps, { submissionId: id, graderId: "liam" })).toBeNull();
    expect(await claimReview(deps, gwen(own))).toBeNull();
    expect(await claimReview(deps, gwen("nowhere"))).toBeNull();
  });

  test("takes over an old claim with all that was written", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimAndSave(id, "Half a thought");
    await commentOnWork(deps, comment("Why?"), gwen(id));
    deps.passMs(STALE_CLAIM_MS + 1);
    expect(await claimReview(deps, gus(id))).toEqual({ kind: "claimed" });
    expect(await openReview(deps, gus(id))).toMatchObject({ claim: "mine", summary: "Half a thought", levels: ALL, comments: [{ body: "Why?", isReleased: false }] });
    expect(await saveReview(deps, { version: 2, summary: "Still mine?", levels: {} }, gwen(id))).toEqual({ kind: "held-by-other", graderName: "gus" });
  });

  test("saving keeps a claim young", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(id));
    deps.passMs(STALE_CLAIM_MS - 1);
    await saveReview(deps, { version: 1, summary: "On it", levels: {} }, gwen(id));
    deps.passMs(STALE_CLAIM_MS - 1);
    expect(await claimReview(deps, gus(id))).toMatchObject({ kind: "held" });
  });
});

describe("looking", () => {
  test("claims nothing, and shows nothing to those who may not see it", async () => {
    const id = await handInTestProject(deps, "lena");
    expect(await openReview(deps, gwen(id))).toMatchObject({ claim: "free", number: 1, title: "Report", rubric: { criteria: [{ note: "grader note" }, {}] } });
    expect(await openReviewQueue(deps, { graderId: "gwen", courseId: null })).toMatchObject({ mine: [] });
    expect(await openReview(deps, { submissionId: id, graderId: "otto" })).toBeNull();
    expect(await openReview(deps, { submissionId: id, graderId: "lena" })).toBeNull();
  });

  test("a project that is gone is read without a rubric, and cannot be decided", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimAndSave(id);
    const without: Deps = { ...deps, catalog: buildTestCatalog([]) };
    expect(await openReview(without, gwen(id))).toMatchObject({ title: "start/report", rubric: null, summary: "Well done." });
    expect(await saveReview(without, { version: 2, summary: "More", levels: {} }, gwen(id))).toEqual({ kind: "saved", version: 3 });
    expect(await decideReview(without, { version: 3, decision: "accepted" }, gwen(id))).toMatchObject({ kind: "refused" });
    expect(await openReview(deps, gwen(id))).toMatchObject({ levels: ALL, summary: "More" });
  });
});

describe("saving", () => {
  test("raises the version, and saving the same again changes nothing", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(id));
    expect(await saveReview(deps, { version: 1, summary: "A", levels: { correct: "full", gone: "x" } }, gwen(id))).toEqual({ kind: "saved", version: 2 });
    expect(await saveReview(deps, { version: 1, summary: "A", levels: { correct: "full" } }, gwen(id))).toEqual({ kind: "saved", version: 2 });
    expect(await openReview(deps, gwen(id))).toMatchObject({ version: 2, levels: { correct: "full" } });
  });

  test("from two tabs overwrites nothing: the second hears what is there", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(id));
    await saveReview(deps, { version: 1, summary: "First tab", levels: {} }, gwen(id));
    expect(await saveReview(deps, { version: 1, summary: "Second tab", levels: ALL }, gwen(id))).toEqual({ kind: "conflict", version: 2, levels: {}, summary: "First tab" });
    expect(await openReview(deps, gwen(id))).toMatchObject({ summary: "First tab", version: 2 });
  });

  test("needs the claim and the role", async () => {
    const id = await handInTestProject(deps, "lena");
    const form = { version: 1, summary: "Mine", levels: {} };
    expect(await saveReview(deps, form, gwen(id))).toEqual({ kind: "not-claimed" });
    await claimReview(deps, gwen(id));
    expect(await saveReview(deps, form, gus(id))).toEqual({ kind: "held-by-other", graderName: "gwen" });
    expect(await saveReview(deps, form, { submissionId: id, graderId: "otto" })).toBeNull();
    await releaseReview(deps, gwen(id));
    expect(await saveReview(deps, form, gwen(id))).toEqual({ kind: "not-claimed" });
    await deps.db.write((tx) => deleteCourseRole(tx, { userId: "gwen", courseId: "basics", role: "grader" }));
    expect(await saveReview(deps, form, gwen(id))).toBeNull();
  });
});

describe("comments", () => {
  test("on a line or on the whole wait for the decision", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    await commentOnWork(deps, comment("A line"), gwen(id));
    await commentOnWork(deps, comment("The whole", null), gwen(id));
    expect(await listReviewComments(deps.db, { submissionIds: [id], releasedOnly: true })).toEqual([]);
    await decideReview(deps, { version, decision: "changes-asked" }, gwen(id));
    const released = await listReviewComments(deps.db, { submissionIds: [id], releasedOnly: true });
    expect(released).toMatchObject([{ path: "report.js", line: 1, body: "A line", authorName: "gwen" }, { path: null, line: null, body: "The whole" }]);
  });

  test("posted twice are one; other words under the same id are kept as well", async () => {
    const id = await handInTestProject(deps, "lena");
    await claimReview(deps, gwen(id));
    await commentOnWork(deps, comment("Once", 1, "same-key-1"), gwen(id));
    await commentOnWork(deps, comment("Once", 1, "same-key-1"), gwen(id));
    await commentOnWork(deps, comment("Twice", 1, "same-key-1"), gwen(id));
    expect((await openReview(deps, gwen(id)))?.comments.map(({ body }) => body)).toEqual(["Once", "Twice"]);
  });

  test("need a line that is there, and the claim", async () => {
    const id = await handInTestProject(deps, "lena");
    expect(await commentOnWork(deps, comment("Too early"), gwen(id))).toEqual({ kind: "not-claimed" });
    await claimReview(deps, gwen(id));
    expect(await commentOnWork(deps, comment("Where?", 99), gwen(id))).toMatchObject({ kind: "refused" });
    expect(await commentOnWork(deps, comment("Not mine"), gus(id))).toMatchObject({ kind: "held-by-other" });
    expect(await commentOnWork(deps, comment("Not mine"), { submissionId: id, graderId: "liam" })).toBeNull();
  });

  test("can be taken back until they are sent", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    await commentOnWork(deps, comment("Sent", 1, "sent-key-1"), gwen(id));
    await commentOnWork(deps, comment("Regretted", 1, "gone-key-1"), gwen(id));
    expect(await withdrawComment(deps, { ...gus(id), commentId: "gone-key-1" })).toMatchObject({ kind: "held-by-other" });
    expect(await withdrawComment(deps, { ...gwen(id), commentId: "gone-key-1" })).toEqual({ kind: "withdrawn" });
    await decideReview(deps, { version, decision: "accepted" }, gwen(id));
    expect(await withdrawComment(deps, { ...gwen(id), commentId: "sent-key-1" })).toMatchObject({ kind: "decided" });
    expect((await openReview(deps, gwen(id)))?.comments.map(({ body }) => body)).toEqual(["Sent"]);
  });

  test("of the learner answer a decision, their own only", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    expect(await answerReview(deps, comment("Too early"), { submissionId: id, userId: "lena" })).toBeNull();
    await decideReview(deps, { version, decision: "changes-asked" }, gwen(id));
    expect(await answerReview(deps, comment("Because"), { submissionId: id, userId: "lena" })).toEqual({ kind: "stored" });
    expect(await answerReview(deps, comment("Because"), { submissionId: id, userId: "lena" })).toEqual({ kind: "stored" });
    expect(await answerReview(deps, comment("Me too"), { submissionId: id, userId: "liam" })).toBeNull();
    expect(await answerReview(deps, comment("Where?", 99), { submissionId: id, userId: "lena" })).toMatchObject({ kind: "refused" });
    expect((await openReview(deps, gwen(id)))?.comments).toMatchObject([{ body: "Because", isLearners: true, isReleased: true }]);
  });
});

describe("deciding", () => {
  test("accepted: the project is done, with what the rubric came to then", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id, "Good.", { correct: "full", clear: "none" });
    expect(await decideReview(deps, { version, decision: "accepted" }, gwen(id))).toEqual({ kind: "sent" });
    expect(await openReview(deps, gwen(id))).toMatchObject({ claim: "decided", decided: { decision: "accepted", graderName: "gwen", summary: "Good.", outcome: { points: 4, maxPoints: 6 } } });
    expect(await listCompletions(deps.db, { userId: "lena", courseId: "basics" })).toMatchObject([{ activityId: "start/report", reason: "accepted", contentHash: "content-hash" }]);
  });

  test("changes asked for: nothing is done, and the next hand-in shows what was said and what changed", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id, "Return something.", {});
    await decideReview(deps, { version, decision: "changes-asked" }, gwen(id));
    expect(await listCompletions(deps.db, { userId: "lena", courseId: "basics" })).toEqual([]);
    deps.passMs(1_000);
    const second = await handInTestProject(deps, "lena", { "report.js": "export const report = () => 'done';\n" });
    expect(await openReview(deps, gwen(second))).toMatchObject({
      number: 2, claim: "free",
      previous: { submissionId: id, decided: { summary: "Return something." }, changes: [{ path: "report.js", kind: "changed" }] },
    });
  });

  test("happens once, however often and by whomever it is sent", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    const answers = await Promise.all([
      decideReview(deps, { version, decision: "accepted" }, gwen(id)),
      decideReview(deps, { version, decision: "changes-asked" }, gwen(id)),
      decideReview(deps, { version, decision: "changes-asked" }, gus(id)),
    ]);
    expect(answers).toEqual([{ kind: "sent" }, { kind: "decided", decision: "accepted" }, { kind: "decided", decision: "accepted" }]);
    expect(await saveReview(deps, { version, summary: "Second thoughts", levels: {} }, gwen(id))).toEqual({ kind: "decided", decision: "accepted" });
    expect(await claimReview(deps, gus(id))).toEqual({ kind: "decided" });
    expect(await releaseReview(deps, gwen(id))).toEqual({ kind: "released" });
    expect(await openReview(deps, gwen(id))).toMatchObject({ decided: { decision: "accepted", summary: "Well done." } });
  });

  test("is refused without a level for each criterion, and without words", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id, "", { correct: "full" });
    expect(await prepareDecision(deps, { ...gwen(id), decision: "accepted" })).toMatchObject({ problem: { key: "levelsOpen", values: { criteria: "Clear" } } });
    expect(await decideReview(deps, { version, decision: "accepted" }, gwen(id))).toMatchObject({ kind: "refused", message: { key: "levelsOpen", values: { criteria: expect.stringContaining("Clear") } } });
    expect(await decideReview(deps, { version, decision: "changes-asked" }, gwen(id))).toMatchObject({ kind: "refused" });
    expect(await listCompletions(deps.db, { userId: "lena", courseId: "basics" })).toEqual([]);
    expect(await openReview(deps, gwen(id))).toMatchObject({ claim: "mine", decided: null });
  });

  test("holds for what was confirmed only: another tab's save in between asks anew", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    await saveReview(deps, { version, summary: "Changed since", levels: ALL }, gwen(id));
    expect(await decideReview(deps, { version, decision: "accepted" }, gwen(id))).toEqual({ kind: "changed" });
    expect(await prepareDecision(deps, { ...gwen(id), decision: "accepted" })).toMatchObject({ summary: "Changed since", version: version + 1, problem: null });
  });

  test("is not for others: foreign graders, learners, another grader, one's own work", async () => {
    const id = await handInTestProject(deps, "lena");
    const version = await claimAndSave(id);
    const form = { version, decision: "accepted" } as const;
    expect(await decideReview(deps, form, { submissionId: id, graderId: "otto" })).toBeNull();
    expect(await decideReview(deps, form, { submissionId: id, graderId: "lena" })).toBeNull();
    expect(await decideReview(deps, form, gus(id))).toEqual({ kind: "held-by-other", graderName: "gwen" });
    expect(await prepareDecision(deps, { ...gus(id), decision: "accepted" })).toBeNull();
    await deps.db.write((tx) => ensureCourseRole(tx, { userId: "lena", courseId: "basics", role: "grader", createdAt: deps.now() }));
    expect(await decideReview(deps, form, { submissionId: id, graderId: "lena" })).toBeNull();
    expect(await listCompletions(deps.db, { userId: "lena", courseId: "basics" })).toEqual([]);
  });

  test("of a second claimed hand-in is moot once the project was accepted", async () => {
    const first = await handInTestProject(deps, "lena");
    await claimReview(deps, gus(first));
    deps.passMs(1_000);
    const second = await handInTestProject(deps, "lena");
    const version = await claimAndSave(second);
    await decideReview(deps, { version, decision: "accepted" }, gwen(second));
    await saveReview(deps, { version: 1, summary: "No.", levels: {} }, gus(first));
    expect(await decideReview(deps, { version: 2, decision: "changes-asked" }, gus(first))).toMatchObject({ kind: "refused" });
    expect(await openReviewQueue(deps, { graderId: "gus", courseId: null })).toMatchObject({ mine: [], waiting: [] });
  });
});

test("a person who is removed from the course is still reviewed: what was handed in stays", async () => {
  await insertTestUser(deps, "lost");
  const id = await handInTestProject(deps, "lost");
  expect(await claimReview(deps, gwen(id))).toEqual({ kind: "claimed" });
});
