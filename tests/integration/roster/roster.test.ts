import { afterEach, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { ROSTER_PAGE, viewRoster } from "../../../app/features/roster/view-roster.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
const course = () => {
  const [found] = deps.catalog.courses;
  if (!found) throw new Error("no course");
  return found;
};
const view = (cursor: string | null = null) => viewRoster(deps, { course: course(), cursor });

beforeEach(() => {
  deps = makeTestDeps();
});
afterEach(() => deps.db.close());

async function enrollMany(count: number, courseId = "basics") {
  for (let i = 0; i < count; i += 1) {
    const userId = await insertTestUser(deps, `${courseId}-${String(i).padStart(3, "0")}`);
    // Two a minute: the moment alone is not an order.
    await deps.db.write((tx) => ensureEnrollment(tx, { id: `e-${userId}`, userId, courseId, courseHash: "x", createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(i / 2))) }));
  }
}

it("is empty before anybody came, and knows people of this course alone", async () => {
  await enrollMany(1, "other");
  expect(await view()).toMatchObject({ rows: [], nextCursor: null, total: 3 });
});

it("shows everybody once, who joined last first, page after page", async () => {
  await enrollMany(ROSTER_PAGE * 2 + 1);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof view>> = await view(cursor);
    seen.push(...page.rows.map(({ userId }) => userId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([...seen].sort().reverse());
  expect(new Set(seen).size).toBe(ROSTER_PAGE * 2 + 1);
});

it("counts what each has finished, and takes a cursor that is none for the beginning", async () => {
  await enrollMany(2);
  await deps.db.write((tx) => ensureCompletion(tx, { userId: "basics-001", courseId: "basics", activityId: "start/hello", reason: "marked", contentHash: "c", completedAt: deps.now() }));
  for (const cursor of [null, "'; drop table users", "9999999999999999999.x"]) {
    expect((await view(cursor)).rows).toMatchObject([{ userId: "basics-001", finished: 1 }, { userId: "basics-000", finished: 0 }]);
  }
});
