import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../app/catalog/catalog.ts";
import { listCourses } from "../../../app/features/courses/list-courses.server.ts";
import { openCourse } from "../../../app/features/courses/open-course.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import type { SignedInUser } from "../../../app/web/session-keeper.server.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

function signedIn(id: string, changes: Partial<SignedInUser> = {}): SignedInUser {
  return { id, email: `${id}@example.test`, name: id, isAdministrator: false, editor: "monaco", language: null, ...changes };
}

function unpublished(): Catalog {
  const catalog = buildTestCatalog();
  return { ...catalog, courses: catalog.courses.map((course) => ({ ...course, published: false })) };
}

describe("the list of courses", () => {
  it("shows a visitor what each holds, and no progress", async () => {
    const [card] = await listCourses(makeTestDeps(), { userId: null });
    expect(card).toEqual({ id: "basics", title: "The basics", summary: "A small course.", minutes: 30, moduleCount: 1, counts: { lesson: 1, lab: 1, project: 1, quiz: 0, survey: 0, task: 0 }, progress: null });
  });

  it("shows the enrolled how far they are, and nobody else", async () => {
    const deps = makeTestDeps();
    const userId = await insertTestUser(deps, "lena");
    const otherId = await insertTestUser(deps, "omar");
    await enroll(deps, { userId, courseId: "basics" });
    await completeLesson(deps, { userId, lesson: testLesson() });
    const [mine] = await listCourses(deps, { userId });
    expect(mine?.progress).toEqual({ groups: [["done", "ahead", "ahead"]], done: 1, total: 3, minutesDone: 10, minutesTotal: 30, isDone: false, hasBegun: true });
    expect((await listCourses(deps, { userId: otherId }))[0]?.progress).toBeNull();
  });

  it("leaves out what is not published", async () => {
    expect(await listCourses(makeTestDeps({ catalog: unpublished() }), { userId: null })).toEqual([]);
  });
});

describe("the page of a course", () => {
  it("can be read by a visitor, who cannot open activities", async () => {
    const course = await openCourse(makeTestDeps(), { courseId: "basics", user: null });
    expect(course).toMatchObject({ outcomes: ["Add numbers"], mayOpen: false, isEnrolled: false, next: null, overviewHtml: "<p>Welcome.</p>" });
    expect(course?.modules[0]?.activities.map(({ kind, path, state }) => [kind, path, state])).toEqual([
      ["lesson", "/courses/basics/start/hello", "ahead"],
      ["lab", "/courses/basics/start/sum", "ahead"],
      ["project", "/courses/basics/start/report", "ahead"],
    ]);
  });

  it("says where the enrolled go on", async () => {
    const deps = makeTestDeps();
    const userId = await insertTestUser(deps, "lena");
    await enroll(deps, { userId, courseId: "basics" });
    await completeLesson(deps, { userId, lesson: testLesson() });
    const course = await openCourse(deps, { courseId: "basics", user: signedIn(userId) });
    expect(course).toMatchObject({ mayOpen: true, isEnrolled: true, next: { title: "Sum", path: "/courses/basics/start/sum" } });
  });

  it("names only what a learner may see", async () => {
    const course = await openCourse(makeTestDeps(), { courseId: "basics", user: null });
    const [lesson] = course?.modules[0]?.activities ?? [];
    expect(Object.keys(lesson ?? {}).sort()).toEqual(["completed", "gates", "id", "kind", "minutes", "path", "required", "state", "summary", "title"]);
  });

  it("does not exist for others while it is not published, and does for its instructors and administrators", async () => {
    const deps = makeTestDeps({ catalog: unpublished() });
    const teacherId = await insertTestUser(deps, "ines");
    await deps.db.write((tx) => ensureCourseRole(tx, { userId: teacherId, courseId: "basics", role: "instructor", createdAt: deps.now() }));
    const open = (user: SignedInUser | null) => openCourse(deps, { courseId: "basics", user });
    expect(await open(null)).toBeNull();
    expect(await open(signedIn("lena"))).toBeNull();
    expect(await open(signedIn(teacherId))).toMatchObject({ published: false, mayOpen: true, isEnrolled: false });
    expect(await open(signedIn("ada", { isAdministrator: true }))).toMatchObject({ mayOpen: true });
  });

  it("is null when there is no such course", async () => {
    expect(await openCourse(makeTestDeps(), { courseId: "nothing", user: null })).toBeNull();
  });
});
