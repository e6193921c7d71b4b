import { expect, test } from "vitest";
import { deleteCompletion, ensureCompletion, findCompletion } from "../../../db/queries/completions.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const row = { userId: "u", courseId: "basics", activityId: "start/sum", contentHash: "c" };
const first = new Date("2026-03-01T10:00:00Z");
const later = new Date("2026-03-02T10:00:00Z");

async function setUp() {
  const deps = makeTestDeps();
  await insertTestUser(deps, "u");
  return deps;
}

test("the first completion stays", async () => {
  const { db } = await setUp();
  expect(await db.write((tx) => ensureCompletion(tx, { ...row, reason: "marked", completedAt: first }))).toBe(true);
  expect(await db.write((tx) => ensureCompletion(tx, { ...row, reason: "passed", completedAt: later }))).toBe(false);
  expect(await findCompletion(db, row)).toMatchObject({ reason: "marked", completedAt: first });
});

test("what was only skipped is replaced by doing it, and never by skipping it again", async () => {
  const { db } = await setUp();
  await db.write((tx) => ensureCompletion(tx, { ...row, reason: "placed", completedAt: first }));
  expect(await db.write((tx) => ensureCompletion(tx, { ...row, reason: "placed", completedAt: later }))).toBe(false);
  expect(await db.write((tx) => ensureCompletion(tx, { ...row, reason: "passed", contentHash: "d", completedAt: later }))).toBe(true);
  expect(await findCompletion(db, row)).toMatchObject({ reason: "passed", contentHash: "d", completedAt: later });
});

test("a completion is taken back only when it came about in that way", async () => {
  const { db } = await setUp();
  await db.write((tx) => ensureCompletion(tx, { ...row, reason: "checked", completedAt: first }));
  expect(await db.write((tx) => deleteCompletion(tx, { ...row, reason: "placed" }))).toBe(false);
  expect(await db.write((tx) => deleteCompletion(tx, { ...row, reason: "checked" }))).toBe(true);
  expect(await findCompletion(db, row)).toBeNull();
});
