import { describe, expect, it, onTestFinished } from "vitest";
import type { Course, Module } from "../../../app/catalog/catalog.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { openCoursePlan } from "../../../app/features/plans/open-course-plan.server.ts";
import { openPlanSettings } from "../../../app/features/plans/open-plan-settings.server.ts";
import { openPlan, openThisWeek } from "../../../app/features/plans/open-plan.server.ts";
import { planForm, spreadHours } from "../../../app/features/plans/plan-forms.ts";
import { readFeed } from "../../../app/features/plans/read-feed.server.ts";
import { dropFeed, renewFeed } from "../../../app/features/plans/renew-feed.server.ts";
import { addDaysOff, MOST_DAYS_OFF, removeDaysOff, savePreferences } from "../../../app/features/plans/save-preferences.server.ts";
import { dropPlan, savePlan } from "../../../app/features/plans/save-plan.server.ts";
import { FEED_GUESSES, FEED_READS } from "../../../app/web/rate-limits.server.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { completions } from "../../../db/schema.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

/** Monday evening in Madrid. */
const NOW = new Date("2026-03-02T18:00:00Z");

/** A course of two hours in two weeks: a lesson and a lab of an hour, each in a module. */
function twoWeekCatalog(changes: Partial<Course> = {}) {
  const catalog = buildTestCatalog([testLesson({ minutes: 60 })]);
  const [course] = catalog.courses;
  const [first] = course?.modules ?? [];
  if (!course || !first) throw new Error("the test's catalog has a course with a module");
  const second: Module = { ...first, id: "next", title: "Next", week: 2, activities: [testLab({ id: "next/sum", moduleId: "next", minutes: 60 })] };
  return { ...catalog, courses: [{ ...course, minutes: 120, modules: [{ ...first, week: 1 }, second], block: { weeks: 2, days: 0.5, start: "rolling" as const, dates: [] }, ...changes }] };
}

async function setUp(changes: Partial<Course> = {}) {
  let now = NOW;
  const deps = makeTestDeps({ catalog: twoWeekCatalog(changes), now: () => now });
  const userId = await insertTestUser(deps, "lena");
  await enroll(deps, { userId, courseId: "basics" });
  const [course] = deps.catalog.courses;
  const enrollment = await findEnrollment(deps.db, { userId, courseId: "basics" });
  if (!course || !enrollment) throw new Error("Lena is enrolled");
  const save = (fields: Record<string, string>) => {
    const form = planForm.safeParse({ timeZone: "Europe/Madrid", ...fields });
    if (!form.success) throw new Error(form.error.issues.map(({ message }) => message).join());
    return savePlan(deps, { course, enrollment, form: form.data });
  };
  const goTo = (text: string) => {
    now = new Date(text);
  };
  return { deps, userId, course, enrollment, save, goTo, open: () => openPlan(deps, { userId, weekCount: 5 }) };
}

const EVENINGS = { mode: "hours", hours: "1", day3: "on", day6: "on" };
const piecesOf = (view: Awaited<ReturnType<typeof openPlan>>) => [view.week, ...view.weeks].flatMap(({ days }) => days).flatMap(({ day, pieces }) => pieces.map(({ title, minutes }) => `${day} ${title} ${minutes}`));

describe("a plan of hours a week", () => {
  it("lays the course onto the study days, and says when it ends", async () => {
    const { save, open } = await setUp();
    expect(await save(EVENINGS)).toEqual({ kind: "saved" });
    const plan = await open();
    expect(piecesOf(plan)).toEqual(["2026-03-04 Hello 30", "2026-03-07 Hello 30", "2026-03-11 Sum 30", "2026-03-14 Sum 30"]);
    expect(plan.courses).toMatchObject([{ id: "basics", lastDay: "2026-03-14", warnings: [], forecast: { kind: "range", isRough: true } }]);
    expect(plan.unplanned).toEqual([]);
  });

  it("moves on without a word when a week was missed, and keeps what was done", async () => {
    const { deps, userId, course, save, open, goTo } = await setUp();
    await save(EVENINGS);
    goTo("2026-03-16T18:00:00Z");
    expect(piecesOf(await open())).toEqual(["2026-03-18 Hello 30", "2026-03-21 Hello 30", "2026-03-25 Sum 30", "2026-03-28 Sum 30"]);
    const lesson = course.modules[0]?.activities[0];
    if (lesson?.kind !== "lesson") throw new Error("the first activity is a lesson");
    await completeLesson(deps, { userId, lesson });
    const plan = await open();
    expect(piecesOf(plan)).toEqual(["2026-03-18 Sum 30", "2026-03-21 Sum 30"]);
    expect(plan.week).toMatchObject({ doneMinutes: 60, totalMinutes: 120 });
    expect(plan.courses[0]?.warnings).toEqual([]);
  });

  it("has nothing on days off, until they are removed", async () => {
    const { deps, userId, save, open } = await setUp();
    await save(EVENINGS);
    expect(await addDaysOff(deps, { userId, firstDay: "2026-03-03", lastDay: "2026-03-08" })).toBe(true);
    expect(piecesOf(await open())[0]).toBe("2026-03-11 Hello 30");
    expect((await open()).week.days.filter(({ isOff }) => isOff)).toHaveLength(6);
    await removeDaysOff(deps, { userId, firstDay: "2026-03-03" });
    expect(piecesOf(await open())[0]).toBe("2026-03-04 Hello 30");
    expect(await addDaysOff(deps, { userId, firstDay: "2026-02-30", lastDay: "2026-03-08" })).toBe(false);
  });

  it("takes so many days off and no more", async () => {
    const { deps, userId } = await setUp();
    const add = (number: number) => addDaysOff(deps, { userId, firstDay: `20${String(30 + Math.floor(number / 28)).padStart(2, "0")}-01-${String((number % 28) + 1).padStart(2, "0")}`, lastDay: "2099-01-01" });
    for (let number = 0; number < MOST_DAYS_OFF; number++) expect(await add(number)).toBe(true);
    expect(await add(MOST_DAYS_OFF)).toBe(false);
  });

  it("knows the day by the person's clock", async () => {
    const { deps, userId, save, open, goTo } = await setUp();
    await save(EVENINGS);
    goTo("2026-03-03T23:30:00Z");
    expect((await open()).today).toBe("2026-03-04");
    await savePreferences(deps, { userId, form: { timeZone: "America/Lima", studyTime: undefined, reminders: false, reminderTime: 480 } });
    expect((await open()).today).toBe("2026-03-03");
  });

  it("is dropped, and what was done stays", async () => {
    const { deps, userId, save, open } = await setUp();
    await save(EVENINGS);
    await dropPlan(deps, { userId, courseId: "basics" });
    expect(await open()).toMatchObject({ courses: [], unplanned: [{ id: "basics" }] });
    expect(await openThisWeek(deps, { userId })).toBeNull();
  });

  it("is one's own: another person sees nothing of it", async () => {
    const { deps, save } = await setUp();
    await save(EVENINGS);
    const other = await insertTestUser(deps, "oskar");
    await enroll(deps, { userId: other, courseId: "basics" });
    expect((await openPlan(deps, { userId: other, weekCount: 5 })).courses).toEqual([]);
  });
});

describe("a plan to a day", () => {
  it("spreads what is left up to it", async () => {
    const { save, open } = await setUp();
    await save({ mode: "target", targetDay: "2026-03-15", mostHours: "2", day3: "on", day6: "on" });
    const [course] = (await open()).courses;
    expect(course).toMatchObject({ lastDay: "2026-03-14", warnings: [] });
    expect(Math.max(...(course?.weekdayMinutes ?? []))).toBe(30);
  });

  it("says plainly when the day can't be reached, and when it is instead", async () => {
    const { save, open } = await setUp();
    await save({ mode: "target", targetDay: "2026-03-05", mostHours: "0.5", day3: "on" });
    expect((await open()).courses[0]?.warnings).toEqual([{ kind: "target-missed", targetDay: "2026-03-05", neededPerDayMinutes: 120, lastDay: "2026-03-25" }]);
  });

  it("refuses a day that is over or does not exist", async () => {
    const { save } = await setUp();
    expect(await save({ mode: "target", targetDay: "2026-03-01", day3: "on" })).toEqual({ kind: "refused", field: "targetDay", says: "errorTargetPast" });
    expect(await save({ mode: "target", targetDay: "2026-02-30", day3: "on" })).toMatchObject({ kind: "refused", field: "targetDay" });
  });
});

describe("a block", () => {
  it("begins each week's part not before its week", async () => {
    const { save, open } = await setUp();
    await save({ mode: "block", hours: "4", day2: "on", startDay: "2026-03-02" });
    const plan = await open();
    expect(piecesOf(plan)).toEqual(["2026-03-03 Hello 60", "2026-03-10 Sum 60"]);
    expect(plan.courses[0]).toMatchObject({ blockWeek: 1, blockWeeks: 2, warnings: [] });
  });

  it("says which week needs more than was chosen", async () => {
    const { save, open } = await setUp();
    await save({ mode: "block", hours: "0.5", day2: "on", startDay: "2026-03-02" });
    expect((await open()).courses[0]?.warnings).toEqual([
      { kind: "full-week", week: 1, neededMinutes: 60, chosenMinutes: 30 },
      { kind: "full-week", week: 2, neededMinutes: 60, chosenMinutes: 30 },
    ]);
  });

  it("with dates begins on one of them, and a course without weeks has none", async () => {
    const dated = await setUp({ block: { weeks: 2, days: 0.5, start: "date", dates: ["2026-03-09"] } });
    expect(await dated.save({ mode: "block", hours: "4", day2: "on", startDay: "2026-03-10" })).toMatchObject({ field: "startDay", says: "errorStartDate" });
    expect(await dated.save({ mode: "block", hours: "4", day2: "on", startDay: "2026-03-09" })).toEqual({ kind: "saved" });
    expect(piecesOf(await dated.open())).toEqual(["2026-03-10 Hello 60", "2026-03-17 Sum 60"]);
    const free = await setUp({ block: null });
    expect(await free.save({ mode: "block", hours: "4", day2: "on" })).toMatchObject({ field: "mode" });
  });
});

describe("the form", () => {
  it("spreads hours evenly over the days, in steps that add up", () => {
    expect(spreadHours(4, [true, false, true, false, false, true, false])).toEqual([80, 0, 80, 0, 0, 80, 0]);
    expect(spreadHours(1, [true, true, true, true, true, true, true]).reduce((sum, minutes) => sum + minutes, 0)).toBe(60);
  });

  it("takes minutes day by day before hours and days", () => {
    expect(planForm.parse({ mode: "hours", minutes1: "45", minutes6: "120" })).toMatchObject({ weekdayMinutes: [45, 0, 0, 0, 0, 120, 0] });
  });

  it.each([
    [{ mode: "hours", hours: "4" }, "days", "errorDays"],
    [{ mode: "hours", day1: "on" }, "hours", "errorHours"],
    [{ mode: "hours", hours: "900", day1: "on" }, "hours", "errorHours"],
    [{ mode: "hours", hours: "abc", day1: "on" }, "hours", "errorHours"],
    [{ mode: "target", day1: "on" }, "targetDay", "errorTarget"],
    [{ mode: "hours", minutes1: "-1" }, "minutes1", "errorMinutes"],
    [{ mode: "tomorrow", hours: "4", day1: "on" }, "mode", "errorMode"],
    [{ mode: "hours", hours: "4", day1: "on", startDay: "soon" }, "startDay", "errorDay"],
  ])("refuses %j", (fields, field, says) => {
    const form = planForm.safeParse(fields);
    expect(form.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([field, says]);
  });

  it("asks for the time zone once, and refuses what is none", async () => {
    const { deps, course, enrollment, save } = await setUp();
    expect((await openCoursePlan(deps, { course, enrollment })).knowsTimeZone).toBe(false);
    expect(await save({ ...EVENINGS, timeZone: "Middle/Earth" })).toEqual({ kind: "refused", field: "timeZone", says: "errorTimeZone" });
    await save(EVENINGS);
    expect(await openCoursePlan(deps, { course, enrollment })).toMatchObject({ knowsTimeZone: true, timeZone: "Europe/Madrid", plan: { choice: { mode: "hours" } } });
  });
});

describe("the calendar feed", () => {
  const read = (deps: Parameters<typeof readFeed>[0], path: string, address = "1.2.3.4") => readFeed(deps, { key: new URLSearchParams(path.split("?")[1]).get("key") ?? "", address, origin: "https://learn.example" });
  const textOf = (answer: Awaited<ReturnType<typeof readFeed>>) => (answer.kind === "feed" ? answer.text.replaceAll("\r\n ", "") : answer.kind);

  it("has an entry a study day for the whole day, the same one when the plan changes", async () => {
    const { deps, userId, save } = await setUp();
    await save(EVENINGS);
    const path = await renewFeed(deps, { userId });
    const text = textOf(await read(deps, path));
    expect(text.match(/^UID:.*$/gm)).toEqual(["2026-03-04", "2026-03-07", "2026-03-11", "2026-03-14"].map((day) => `UID:${day}.basics.lena@rung`));
    expect(text).toContain("DTSTART;VALUE=DATE:20260304");
    expect(text).toContain("DTEND;VALUE=DATE:20260305");
    expect(text).toContain("https://learn.example/courses/basics/start/hello");
    await save({ ...EVENINGS, hours: "2" });
    expect(textOf(await read(deps, path)).match(/^UID:.*$/gm)).toEqual(["UID:2026-03-04.basics.lena@rung", "UID:2026-03-07.basics.lena@rung"]);
  });

  it.each(["Asia/Tokyo", "America/Lima", "UTC"])("has the same days on a server in %s", async (zone) => {
    const { TZ } = process.env;
    onTestFinished(() => void (TZ === undefined ? delete process.env.TZ : (process.env.TZ = TZ)));
    process.env.TZ = zone;
    const { deps, userId, save } = await setUp();
    await save(EVENINGS);
    expect(textOf(await read(deps, await renewFeed(deps, { userId }))).match(/^DTSTART.*$/gm)?.[0]).toBe("DTSTART;VALUE=DATE:20260304");
  });

  it("has the person's hour, right before and after the clocks change", async () => {
    const { deps, userId, save, goTo } = await setUp();
    goTo("2026-03-27T10:00:00Z");
    await save({ mode: "hours", hours: "2", day6: "on", day7: "on", day1: "on", startDay: "2026-03-27" });
    await savePreferences(deps, { userId, form: { timeZone: "Europe/Madrid", studyTime: 19 * 60 + 30, reminders: false, reminderTime: 480 } });
    // The clocks of Madrid went forward on Sunday, 29 March 2026.
    expect(textOf(await read(deps, await renewFeed(deps, { userId }))).match(/^DTSTART.*$/gm)).toEqual(["DTSTART:20260328T183000Z", "DTSTART:20260329T173000Z", "DTSTART:20260330T173000Z"]);
  });

  it("is read by its key alone, which is stored as a hash, ends when renewed and when switched off", async () => {
    const { deps, userId, save } = await setUp();
    await save(EVENINGS);
    const first = await renewFeed(deps, { userId });
    const second = await renewFeed(deps, { userId });
    expect((await read(deps, first)).kind).toBe("none");
    expect((await read(deps, second)).kind).toBe("feed");
    const key = second.split("key=")[1] ?? "";
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(JSON.stringify(await deps.db.query.calendarFeeds.findMany())).not.toContain(key);
    expect((await openPlanSettings(deps, { user: { id: userId, email: "" } })).hasFeed).toBe(true);
    await dropFeed(deps, { userId });
    expect((await read(deps, second)).kind).toBe("none");
    expect((await read(deps, "?key=")).kind).toBe("none");
  });

  it("limits reads of a key and tries of an address", async () => {
    const { deps, userId } = await setUp();
    const path = await renewFeed(deps, { userId });
    for (let count = 0; count < FEED_READS.perKey; count++) await read(deps, path, `10.0.0.${count}`);
    expect((await read(deps, path, "10.0.1.1")).kind).toBe("too-many");
    for (let count = 0; count < FEED_GUESSES.perAddress; count++) await read(deps, `?key=${count}`, "5.5.5.5");
    expect((await read(deps, "?key=other", "5.5.5.5")).kind).toBe("too-many");
  });

  it("shows hostile titles as text of one line", async () => {
    const { deps, userId, save } = await setUp({ title: "Evil\r\nBEGIN:VALARM;,\\" });
    await save(EVENINGS);
    const text = textOf(await read(deps, await renewFeed(deps, { userId })));
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
    expect(text.match(/^BEGIN:.*$/gm)).toEqual(["BEGIN:VCALENDAR", ...Array.from({ length: 4 }, () => "BEGIN:VEVENT")]);
  });
});

it("counts what others finished only where it is one's own", async () => {
  const { deps, userId, save, open } = await setUp();
  await save(EVENINGS);
  const other = await insertTestUser(deps, "oskar");
  await deps.db.write((tx) => tx.insert(completions).values({ userId: other, courseId: "basics", activityId: "start/hello", reason: "marked", contentHash: "c", completedAt: NOW }).then(() => {}));
  expect((await open()).week.doneMinutes).toBe(0);
  expect(userId).toBe("lena");
});
