import { describe, expect, it } from "vitest";
import type { Course, Lab } from "../../../app/catalog/catalog.ts";
import { openHint } from "../../../app/features/hints/open-hint.server.ts";
import { viewHints } from "../../../app/features/hints/view-hints.server.ts";
import { buildTestCatalog, testLab } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const hint = (word: string) => ({ title: `Title ${word}`, text: { source: `Think of ${word}.`, firstLine: 1 } });

async function setUp() {
  const activity: Lab = testLab({ hints: [hint("first"), hint("second"), hint("third")] });
  const deps = makeTestDeps({ catalog: buildTestCatalog([activity]) });
  const course = deps.catalog.courses[0] as Course;
  await insertTestUser(deps, "ada");
  await insertTestUser(deps, "bob");
  const open = (number: number, userId = "ada") => openHint(deps, { userId, course, activity, number });
  return { deps, open, view: (userId = "ada") => viewHints(deps.db, { userId, course, activity }) };
}

describe("a ladder of hints", () => {
  it("says how many there are and nothing else before one is opened", async () => {
    const { view } = await setUp();
    expect(await view()).toEqual({ count: 3, opened: [] });
  });

  it("opens one after the other and keeps them open", async () => {
    const { open, view } = await setUp();
    expect(await open(1)).toMatchObject({ kind: "opened", number: 1 });
    const after = await view();
    expect(after.opened).toMatchObject([{ number: 1, title: "Title first", html: expect.stringContaining("Think of first") }]);
    expect(JSON.stringify(after)).not.toMatch(/second|third/);
    await open(2);
    expect((await view()).opened.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("opens none whose earlier ones are closed, and none that does not exist", async () => {
    const { open, view } = await setUp();
    for (const number of [2, 3, 4, 99]) expect(await open(number)).toEqual({ kind: "not-yet", hints: { count: 3, opened: [] } });
    expect((await view()).opened).toEqual([]);
  });

  it("gives an opened hint again", async () => {
    const { open } = await setUp();
    await open(1);
    expect(await open(1)).toMatchObject({ kind: "opened", hints: { opened: [{ number: 1 }] } });
  });

  it("is one's own", async () => {
    const { open, view } = await setUp();
    await open(1);
    expect((await view("bob")).opened).toEqual([]);
  });
});
