import { describe, expect, it } from "vitest";
import { MOST_SECONDS_A_BEAT, tick, type Meter } from "../../../app/features/pace/beat.ts";
import { countTime } from "../../../app/features/pace/count-time.server.ts";
import { measureCourses } from "../../../app/features/pace/measure-course.server.ts";
import { openCoursePace } from "../../../app/features/pace/open-course-pace.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { listActiveDays } from "../../../db/queries/active-times.ts";
import { findCoursePace } from "../../../db/queries/course-paces.ts";
import { putPreferences } from "../../../db/queries/preferences.ts";
import { activeTimes, completions } from "../../../db/schema.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const LESSON = { courseId: "basics", id: "start/hello" };
const LAB = { courseId: "basics", id: "start/sum" };

async function setUp() {
  let now = new Date("2026-03-02T23:30:00Z");
  const lessons = [1, 2, 3].map((number) => testLesson({ id: `start/l${number}`, slug: `l${number}`, minutes: 20 }));
  const deps = makeTestDeps({ now: () => now, catalog: buildTestCatalog(lessons) });
  const userId = await insertTestUser(deps, "lena");
  return { deps, userId, later: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1_000)), days: () => listActiveDays(deps.db, { userId, since: "2026-01-01" }) };
}

describe("measured time", () => {
  it("adds up, by activity and day of the person's clock", async () => {
    const { deps, userId, later, days } = await setUp();
    await deps.db.write((tx) => putPreferences(tx, { userId, timeZone: "Europe/Madrid", studyMinute: null, reminders: false, reminderMinute: 480, optOutKey: "k", nextReminderAt: null, updatedAt: deps.now() }));
    expect(await countTime(deps, { userId, activity: LESSON, seconds: 60 })).toBe(60);
    later(60);
    expect(await countTime(deps, { userId, activity: LESSON, seconds: 60 })).toBe(60);
    expect(await days()).toEqual([{ courseId: "basics", day: "2026-03-03", seconds: 120 }]);
  });

  it("counts no moment twice: two tabs share it", async () => {
    const { deps, userId, later, days } = await setUp();
    await countTime(deps, { userId, activity: LESSON, seconds: 60 });
    later(30);
    expect(await countTime(deps, { userId, activity: LAB, seconds: 60 })).toBe(30);
    later(30);
    expect(await countTime(deps, { userId, activity: LESSON, seconds: 60 })).toBe(30);
    expect(await countTime(deps, { userId, activity: LAB, seconds: 60 })).toBe(0);
    expect((await days()).reduce((sum, { seconds }) => sum + seconds, 0)).toBe(120);
  });

  it("believes no beat more than its most", async () => {
    const { deps, userId, later } = await setUp();
    later(100_000);
    expect(await countTime(deps, { userId, activity: LESSON, seconds: 3_600 })).toBe(MOST_SECONDS_A_BEAT);
  });
});

describe("the meter of a page", () => {
  const start: Meter = { activeMs: 0, lastTickAt: 0, lastInputAt: 0 };

  it("counts while the page is seen and its reader is there", () => {
    expect(tick(start, { at: 5_000, isVisible: true }).activeMs).toBe(5_000);
    expect(tick(start, { at: 5_000, isVisible: false }).activeMs).toBe(0);
    expect(tick({ ...start, lastTickAt: 115_000 }, { at: 120_000, isVisible: true }).activeMs).toBe(0);
  });

  it("does not take a night's sleep for reading", () => {
    expect(tick({ ...start, lastInputAt: 8 * 3_600_000 }, { at: 8 * 3_600_000, isVisible: true }).activeMs).toBeLessThanOrEqual(60_000);
  });
});

describe("the pace of a course", () => {
  it("comes from people who finished enough, and is measured anew once a day", async () => {
    const { deps, userId, later } = await setUp();
    for (const [index, ratio] of [1, 1.5, 2, 2.5, 3].entries()) {
      const other = await insertTestUser(deps, `p${index}`);
      await deps.db.write(async (tx) => {
        for (const number of [1, 2, 3]) {
          const key = { userId: other, courseId: "basics", activityId: `start/l${number}` };
          await tx.insert(activeTimes).values({ ...key, day: "2026-03-01", seconds: 20 * 60 * ratio, updatedAt: deps.now() });
          await tx.insert(completions).values({ ...key, reason: "marked", contentHash: "c", completedAt: deps.now() });
        }
      });
    }
    await measureCourses(deps);
    expect(await findCoursePace(deps.db, { courseId: "basics" })).toMatchObject({ people: 5, low: expect.closeTo(1.5, 5), middle: expect.closeTo(2, 5) });
    await deps.db.write((tx) => tx.delete(activeTimes).then(() => {}));
    await measureCourses(deps);
    expect(await findCoursePace(deps.db, { courseId: "basics" })).not.toBeNull();

    await enroll(deps, { userId, courseId: "basics" });
    later(60);
    expect(await openCoursePace(deps, { userId, courseId: "basics" })).toMatchObject({ minutesDone: 0, minutesTotal: 60, hasPlan: false, otherPeople: 5, forecast: { kind: "unknown", reason: "no-weeks-yet" } });
    expect(await openCoursePace(deps, { userId: "p0", courseId: "basics" })).toBeNull();
  });
});
