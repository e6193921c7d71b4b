import { beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { resetDraft } from "../../../app/features/drafts/reset-draft.server.ts";
import { restoreDraft } from "../../../app/features/drafts/restore-draft.server.ts";
import { saveDraft } from "../../../app/features/drafts/save-draft.server.ts";
import { setAsideDraft } from "../../../app/features/drafts/set-aside-draft.server.ts";
import { draftKey, readDraft } from "../../../app/features/drafts/store-draft.server.ts";
import { findDraftVersion, listDraftVersions } from "../../../db/queries/draft-versions.ts";
import { testLab } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lab = testLab({ starter: { "sum.js": "start", "data.txt": "given" }, readOnly: ["data.txt"] });
let deps: Deps;
const mine = (text: string, baseVersion: number) => ({ userId: "lena", activity: lab, files: { "sum.js": text }, baseVersion });
const read = () => readDraft(deps.db, lab, "lena");

beforeEach(async () => {
  deps = makeTestDeps();
  await insertTestUser(deps, "lena");
  await insertTestUser(deps, "oskar");
});

describe("saving", () => {
  it("gives each text a number, from the starter's 0 on", async () => {
    expect(await read()).toMatchObject({ version: 0, files: { "sum.js": "start" } });
    expect(await saveDraft(deps, mine("one", 0))).toMatchObject({ kind: "saved", version: 1 });
    expect(await saveDraft(deps, mine("two", 1))).toMatchObject({ kind: "saved", version: 2 });
    expect(await read()).toMatchObject({ version: 2, files: { "sum.js": "two" } });
  });

  it("twice is saving once", async () => {
    await saveDraft(deps, mine("one", 0));
    expect(await saveDraft(deps, mine("one", 0))).toMatchObject({ kind: "saved", version: 1 });
  });

  it("from an older number overwrites nothing and gives the newer text", async () => {
    await saveDraft(deps, mine("first tab", 0));
    expect(await saveDraft(deps, mine("second tab", 0))).toEqual({ kind: "conflict", version: 1, files: { "sum.js": "first tab" } });
    expect(await read()).toMatchObject({ version: 1, files: { "sum.js": "first tab" } });
  });

  it("from ten tabs at once takes one text and gives it to the nine others", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, tab) => saveDraft(deps, mine(`tab ${tab}`, 0))));
    const saved = answers.filter((answer) => answer.kind === "saved");
    const conflicts = answers.filter((answer) => answer.kind === "conflict");
    expect([saved.length, conflicts.length]).toEqual([1, 9]);
    expect(new Set(conflicts.map((answer) => answer.files["sum.js"]))).toEqual(new Set([(await read()).files["sum.js"]]));
  });

  it("refuses other files and stores nothing of the rest", async () => {
    expect(await saveDraft(deps, { ...mine("one", 0), files: { "sum.js": "one", "../x": "y" } })).toMatchObject({ kind: "refused" });
    expect(await saveDraft(deps, { ...mine("one", 0), files: { "data.txt": "forged" } })).toMatchObject({ kind: "refused" });
    expect((await read()).version).toBe(0);
  });

  it("is each person's own", async () => {
    await saveDraft(deps, mine("one", 0));
    expect(await readDraft(deps.db, lab, "oskar")).toMatchObject({ version: 0, files: { "sum.js": "start" } });
  });

  it("keeps at most thirty earlier texts", async () => {
    for (let version = 0; version < 45; version += 1) await saveDraft({ ...deps, now: () => new Date(1e12 + version * 3_600_000) }, mine(`text ${version}`, version));
    const kept = await listDraftVersions(deps.db, draftKey(lab, "lena"));
    expect([kept.length, kept[0]?.version]).toEqual([30, 45]);
  });
});

describe("a conflict", () => {
  beforeEach(async () => void (await saveDraft(deps, mine("theirs", 0))));

  it("that ends with mine keeps theirs", async () => {
    expect(await saveDraft(deps, mine("mine", 1))).toMatchObject({ kind: "saved", version: 2 });
    expect((await findDraftVersion(deps.db, { ...draftKey(lab, "lena"), version: 1 }))?.files).toEqual({ "sum.js": "theirs" });
  });

  it("that ends with theirs keeps mine, and mine can be had back", async () => {
    const answer = await setAsideDraft(deps, mine("mine", 0));
    expect(answer).toMatchObject({ kind: "set-aside", files: { "sum.js": "theirs" }, keptVersion: 2, version: 3 });
    expect(await restoreDraft(deps, { ...mine("theirs", 3), version: 2 })).toMatchObject({ kind: "restored", files: { "sum.js": "mine" } });
  });

  it("of equal texts is none", async () => {
    expect(await setAsideDraft(deps, mine("theirs", 0))).toMatchObject({ version: 1, keptVersion: null });
  });
});

describe("a reset", () => {
  it("puts the starter back and keeps what was typed last, saved or not", async () => {
    await saveDraft(deps, mine("one", 0));
    const answer = await resetDraft(deps, mine("one, and more", 1));
    expect(answer).toEqual({ kind: "reset", version: 3, undoVersion: 2, files: { "sum.js": "start" } });
    expect(await read()).toMatchObject({ version: 3, files: { "sum.js": "start" } });
    expect(await restoreDraft(deps, { ...mine("start", 3), version: 2 })).toEqual({ kind: "restored", version: 4, files: { "sum.js": "one, and more" } });
  });

  it("changes nothing when another tab has saved", async () => {
    await saveDraft(deps, mine("other tab", 0));
    expect(await resetDraft(deps, mine("mine", 0))).toMatchObject({ kind: "conflict", version: 1 });
    expect((await read()).files).toEqual({ "sum.js": "other tab" });
  });

  it("cannot be undone to a text that was never kept", async () => {
    expect(await restoreDraft(deps, { ...mine("start", 0), version: 77 })).toMatchObject({ kind: "gone" });
  });
});

describe("a lab that changed meanwhile", () => {
  it("keeps the draft and adds its new files", async () => {
    await saveDraft(deps, mine("mine", 0));
    const changed = testLab({ starter: { "sum.js": "new start", "new.js": "new" } });
    expect(await readDraft(deps.db, changed, "lena")).toMatchObject({ version: 1, files: { "sum.js": "mine", "new.js": "new" } });
  });

  it("keeps the draft under its new name", async () => {
    await saveDraft(deps, mine("mine", 0));
    const renamed = testLab({ ...lab, id: "start/total", slug: "total", aliases: ["start/sum"] });
    expect(await readDraft(deps.db, renamed, "lena")).toMatchObject({ version: 1, files: { "sum.js": "mine" } });
    expect(await saveDraft(deps, { ...mine("more", 1), activity: renamed })).toMatchObject({ kind: "saved", version: 2 });
  });
});
