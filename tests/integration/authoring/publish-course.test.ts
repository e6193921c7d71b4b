import { existsSync, symlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findActivityById } from "../../../app/catalog/find.ts";
import { changeStructure } from "../../../app/features/authoring/change-structure.server.ts";
import { openFile } from "../../../app/features/authoring/open-file.server.ts";
import { publishCourse } from "../../../app/features/authoring/publish-course.server.ts";
import { resolveConflict } from "../../../app/features/authoring/resolve-conflict.server.ts";
import { reviewChanges } from "../../../app/features/authoring/review-changes.server.ts";
import { saveFile } from "../../../app/features/authoring/save-file.server.ts";
import { getCourseProgress } from "../../../app/features/progress/get-course-progress.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { listContentDrafts } from "../../../db/queries/content-drafts.ts";
import { insertTestUser } from "../../helpers/test-deps.ts";
import { BASICS, setUpAuthoring, type AuthoringSetup } from "./content-folder.ts";

const HELLO = "01-start/01-hello.md";
const TEXT = BASICS[HELLO] ?? "";

async function save(setup: AuthoringSetup, path: string, text: string) {
  const visit = await setup.visit();
  const page = await openFile(setup.deps, visit, { path, activity: null });
  expect(await saveFile(setup.deps, visit, { path, text, version: page?.file.version ?? 0 })).toMatchObject({ kind: "saved" });
}

async function publish(setup: AuthoringSetup, { isConfirmed = false, seen }: { isConfirmed?: boolean; seen?: string } = {}) {
  const visit = await setup.visit();
  return publishCourse(setup.deps, visit, { seen: seen ?? (await reviewChanges(setup.deps, visit)).seen, isConfirmed });
}

const stored = async ({ deps }: AuthoringSetup) => (await listContentDrafts(deps.db, { userId: "ines", courseId: "basics" })).map(({ path }) => path);

describe("publishing", () => {
  test("writes the files, forgets the changes, and learners have the new text", async () => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, TEXT.replace("Read, then", "Read twice, then"));
    const review = await reviewChanges(setup.deps, await setup.visit());
    expect(review.files).toMatchObject([{ path: HELLO, kind: "changed", conflict: null, diff: { added: 1, removed: 1 } }]);
    expect(await publish(setup)).toEqual({ kind: "published", files: 1 });
    expect(setup.read(HELLO)).toContain("Read twice");
    expect(await stored(setup)).toEqual([]);
    const { course } = await setup.visit();
    expect(findActivityById(course, "start/hello")?.text.source).toContain("Read twice");
  });

  test("twice: the second time there is nothing left", async () => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, `${TEXT}More.\n`);
    await publish(setup);
    expect(await publish(setup)).toEqual({ kind: "nothing" });
  });

  test("something else than was seen is refused", async () => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, `${TEXT}One.\n`);
    const { seen } = await reviewChanges(setup.deps, await setup.visit());
    await save(setup, HELLO, `${TEXT}Two.\n`);
    expect(await publish(setup, { seen })).toEqual({ kind: "not-as-seen" });
    expect(setup.read(HELLO)).toBe(TEXT);
  });

  test("what a crash left behind after writing counts as published", async () => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, `${TEXT}More.\n`);
    setup.write(HELLO, `${TEXT}More.\n`);
    expect((await reviewChanges(setup.deps, await setup.visit())).files).toEqual([]);
    expect(await publish(setup)).toEqual({ kind: "nothing" });
    expect(await stored(setup)).toEqual([]);
  });

  test("what breaks an activity needs a confirmation, and then takes only that activity from learners", async () => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, TEXT.replace("minutes: 5", "minutes: soon"));
    expect(await publish(setup)).toEqual({ kind: "needs-confirmation", breaks: [{ kind: "activity", title: "Hello" }] });
    expect(setup.read(HELLO)).toBe(TEXT);
    expect(await publish(setup, { isConfirmed: true })).toEqual({ kind: "published", files: 1 });
    const { course } = await setup.visit();
    expect(findActivityById(course, "start/hello")).toBeNull();
    expect(findActivityById(course, "start/sum")).not.toBeNull();
  });

  test.each([
    ["ENOSPC", "disk-full", "publishDiskFull"],
    ["EACCES", "not-writable", "publishNotWritable"],
    ["EROFS", "not-writable", "publishNotWritable"],
    ["EXDEV", "mounted", "publishMounted"],
  ])("a disk that says %s is answered with a sentence, and nothing is lost", async (code, reason, key) => {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, `${TEXT}More.\n`);
    const visit = await setup.visit();
    const { seen } = await reviewChanges(setup.deps, visit);
    const answer = await publishCourse(setup.deps, visit, { seen, isConfirmed: false }, () => Promise.reject(Object.assign(new Error("disk"), { code })));
    expect(answer).toMatchObject({ kind: "refused", reason, message: { key } });
    expect(await stored(setup)).toEqual([HELLO]);
  });

  test("a link in the way is refused with the file's name", async () => {
    const setup = await setUpAuthoring();
    await changeStructure(setup.deps, await setup.visit(), { intent: "create-activity", moduleId: "more", title: "New", slug: "new", kind: "lesson", language: "javascript" });
    symlinkSync("/tmp", join(setup.folder, "02-more/02-new"));
    expect(await publish(setup)).toMatchObject({ kind: "refused", reason: "linked" });
    rmSync(join(setup.folder, "02-more/02-new"));
  });
});

describe("somebody else changed the file meanwhile", () => {
  const MINE = TEXT.replace("minutes: 5", "minutes: 6");
  const THEIRS = `${TEXT}Theirs.\n`;

  async function setUpConflict(theirs: string | null = THEIRS, mine = MINE) {
    const setup = await setUpAuthoring();
    await save(setup, HELLO, mine);
    if (theirs === null) rmSync(join(setup.folder, HELLO));
    else setup.write(HELLO, theirs);
    await setup.deps.catalogSource.reload();
    const review = await reviewChanges(setup.deps, await setup.visit());
    const conflict = review.files[0]?.conflict;
    if (!conflict) throw new Error("no conflict");
    const resolve = async (choice: "mine" | "theirs" | "merged" | "edited", text?: string) =>
      resolveConflict(setup.deps, await setup.visit(), { path: HELLO, version: conflict.version, diskHash: conflict.diskHash, choice, text });
    return { setup, conflict, resolve };
  }

  test("publishing is refused, and all three texts are there with a proposal", async () => {
    const { setup, conflict } = await setUpConflict();
    expect(await publish(setup)).toEqual({ kind: "conflict", paths: [HELLO] });
    expect(setup.read(HELLO)).toBe(THEIRS);
    expect(conflict).toMatchObject({ kind: "changed", base: TEXT, mine: MINE, theirs: THEIRS, merged: { conflicts: 0, text: `${MINE}Theirs.\n` } });
  });

  test.each([
    ["mine", MINE],
    ["merged", `${MINE}Theirs.\n`],
    ["edited", "---\nkind: lesson\ntitle: Hello\nminutes: 7\n---\n\nBoth.\n"],
  ] as const)("choosing %s publishes that", async (choice, text) => {
    const { setup, resolve } = await setUpConflict();
    expect(await resolve(choice, text.replaceAll("\n", "\r\n"))).toMatchObject({ kind: "changed" });
    expect(await publish(setup)).toEqual({ kind: "published", files: 1 });
    expect(setup.read(HELLO)).toBe(text);
  });

  test("choosing theirs leaves the disk as it is and forgets the change", async () => {
    const { setup, resolve } = await setUpConflict();
    await resolve("theirs");
    expect(await publish(setup)).toEqual({ kind: "nothing" });
    expect(setup.read(HELLO)).toBe(THEIRS);
  });

  test("a merge with marks left in it is not taken", async () => {
    const { resolve, setup } = await setUpConflict(TEXT.replace("minutes: 5", "minutes: 9"));
    expect(await resolve("merged")).toMatchObject({ kind: "refused", field: HELLO });
    expect(await stored(setup)).toEqual([HELLO]);
  });

  test("a file that is gone can be kept or let go", async () => {
    const { setup, conflict, resolve } = await setUpConflict(null);
    expect(conflict).toMatchObject({ kind: "gone", theirs: null, merged: null });
    await resolve("mine");
    expect(await publish(setup)).toMatchObject({ kind: "published" });
    expect(setup.read(HELLO)).toBe(MINE);
  });

  test("once more, while it is being decided, asks again", async () => {
    const { setup, resolve } = await setUpConflict();
    setup.write(HELLO, "even newer\n");
    expect(await resolve("mine")).toMatchObject({ kind: "refused" });
    expect(existsSync(join(setup.folder, HELLO))).toBe(true);
    expect(await publish(setup)).toMatchObject({ kind: "conflict" });
  });
});

test("a learner who is half-way keeps what is done when an activity is renamed and moved", async () => {
  const setup = await setUpAuthoring();
  await insertTestUser(setup.deps, "lena");
  const at = setup.deps.now();
  await setup.deps.db.write((tx) => ensureCompletion(tx, { userId: "lena", courseId: "basics", activityId: "start/hello", reason: "marked", contentHash: "x", completedAt: at }));
  await changeStructure(setup.deps, await setup.visit(), { intent: "rename-activity", id: "start/hello", title: "Hello again", slug: "welcome", moduleId: "more" });
  expect(await publish(setup)).toMatchObject({ kind: "published" });
  const { course } = await setup.visit();
  const progress = await getCourseProgress(setup.deps, { userId: "lena", course, enrollment: null });
  expect(progress.states.get("more/welcome")).toBe("done");
  expect(progress.done).toBe(1);
  expect(setup.list()).not.toContain(HELLO);
  expect(setup.list()).toContain("02-more/02-welcome.md");
});
