import { beforeEach, describe, expect, it } from "vitest";
import type { Gate } from "../../../app/catalog/catalog.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { findClosed } from "../../../app/features/progress/find-closed.server.ts";
import { getCourseProgress } from "../../../app/features/progress/get-course-progress.server.ts";
import { requireActivityApproach, requireActivityVisit } from "../../../app/web/require-enrollment.server.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { insertAttempt, type QuizAttempt } from "../../../db/queries/quiz-attempts.ts";
import { buildTestCatalog, testLab, testLesson, testPlacementTest } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lesson = testLesson();
let deps: Deps;

async function setUp(gates: readonly Gate[]) {
  deps = makeTestDeps({ catalog: buildTestCatalog([testPlacementTest({ places: [] }), lesson, testLab({ gates })]) });
  for (const id of ["lena", "ines", "ada"]) await insertTestUser(deps, id, { isAdministrator: id === "ada" });
  for (const userId of ["lena", "ines"]) await enroll(deps, { userId, courseId: "basics" });
  await deps.db.write((tx) => ensureCourseRole(tx, { userId: "ines", courseId: "basics", role: "instructor", createdAt: deps.now() }));
}

beforeEach(() => setUp([{ kind: "activity", activityId: "start/hello" }]));

const params = { courseId: "basics", moduleId: "start", activityId: "sum" };
const userOf = (id: string) => ({ id, email: "", name: id, isAdministrator: id === "ada", editor: "plain" as const, language: null });
const contextOf = (id: string, locale = "en") => ({ deps, user: userOf(id), locale }) as unknown as Parameters<typeof requireActivityVisit>[0];
const visit = (id: string, locale?: string) => requireActivityVisit(contextOf(id, locale), new Request("http://localhost/"), params);
const refusalOf = (id: string, locale?: string) => visit(id, locale).then(() => null, (thrown: unknown) => thrown as Response);

describe("an activity that is not open yet", () => {
  it("refuses whoever would read or write it, with what opens it", async () => {
    const refusal = await refusalOf("lena");
    expect(refusal?.status).toBe(403);
    expect(await refusal?.json()).toEqual({ kind: "closed", message: "“Sum” is not open to you yet. It opens after: Hello.", opens: ["/courses/basics/start/hello"] });
    expect(await (await refusalOf("lena", "es"))?.json()).toMatchObject({ message: "«Sum» aún no está abierta para ti. Se abre después de: Hello." });
  });

  it("is open to those who teach", async () => {
    expect((await visit("ines")).activity.id).toBe("start/sum");
    expect((await visit("ada")).activity.id).toBe("start/sum");
  });

  it("can be approached, to be told what opens it", async () => {
    const approach = await requireActivityApproach(contextOf("lena"), new Request("http://localhost/"), params);
    expect(approach.closed).toMatchObject([{ kind: "activity", title: "Hello", path: "/courses/basics/start/hello" }]);
  });

  it("opens with what it waits for", async () => {
    await completeLesson(deps, { userId: "lena", lesson });
    expect((await visit("lena")).activity.id).toBe("start/sum");
  });
});

describe("a gate with a score", () => {
  const attempt = (number: number, score: number | null): QuizAttempt => ({
    id: `attempt-${number}`, userId: "lena", courseId: "basics", activityId: "start/level", number, state: score === null ? "open" : "submitted", seed: "s", asked: [], answers: {}, version: 0,
    results: score === null ? null : {}, score, passed: score === null ? null : false, contentHash: "c", createdAt: deps.now(), updatedAt: deps.now(), submittedAt: score === null ? null : deps.now(),
  });

  async function getClosed() {
    const [course] = deps.catalog.courses;
    const activity = course?.modules[0]?.activities.find(({ id }) => id === "start/sum");
    if (!course || !activity) throw new Error("There is no lab.");
    const enrollment = await findEnrollment(deps.db, { userId: "lena", courseId: "basics" });
    const progress = await getCourseProgress(deps, { userId: "lena", course, enrollment });
    return { gates: await findClosed(deps, { user: userOf("lena"), course, activity }), state: progress.states.get(activity.id) };
  }

  it("looks at the best attempt that was handed in", async () => {
    await setUp([{ kind: "score", activityId: "start/level", score: 0.6 }]);
    expect(await getClosed()).toMatchObject({ gates: [{ kind: "score", score: 0.6, best: null }], state: "closed" });
    await deps.db.write((tx) => insertAttempt(tx, attempt(1, 0.5)));
    await deps.db.write((tx) => insertAttempt(tx, attempt(2, null)));
    expect(await getClosed()).toMatchObject({ gates: [{ best: 0.5 }], state: "closed" });
    await deps.db.write((tx) => insertAttempt(tx, attempt(3, 0.6)));
    await deps.db.write((tx) => insertAttempt(tx, attempt(4, 0.1)));
    expect(await getClosed()).toEqual({ gates: null, state: "ahead" });
  });
});
