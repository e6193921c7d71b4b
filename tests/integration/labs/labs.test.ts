import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { answerLabForm } from "../../../app/features/labs/answer-lab-form.server.ts";
import { chooseEditor } from "../../../app/features/labs/choose-editor.server.ts";
import type { LabForm } from "../../../app/features/labs/lab-form.ts";
import { openLab } from "../../../app/features/labs/open-lab.server.ts";
import { createGradingQueue } from "../../../app/features/submissions/grading-queue.server.ts";
import { readDraft } from "../../../app/features/drafts/store-draft.server.ts";
import { findUser } from "../../../db/queries/users.ts";
import type { Lab } from "../../../app/catalog/catalog.ts";
import type { CourseVisit } from "../../../app/web/require-enrollment.server.ts";
import { buildTestCatalog, testLab } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
const lab: Lab = testLab({ starter: { "data.txt": "given", "sum.js": "start" }, readOnly: ["data.txt"], solution: { "sum.js": "THE REFERENCE" }, wrong: [{ name: "w", files: { "sum.js": "KNOWN WRONG" } }] });

beforeEach(async () => {
  deps = makeTestDeps({ catalog: buildTestCatalog([lab]) });
  await insertTestUser(deps, "lena");
  deps = { ...deps, grading: createGradingQueue({ ...deps, concurrency: 1 }) };
});
afterEach(async () => deps.grading.close(100));

async function visit(): Promise<CourseVisit> {
  const [course] = deps.catalog.courses;
  const user = await findUser(deps.db, { userId: "lena" });
  if (!course || !user) throw new Error("The test has no course or no person.");
  return { user, course, enrollment: null };
}

const post = (intent: LabForm["intent"], text: string, baseVersion = 0, idempotencyKey = "key-of-the-form") =>
  answerLabForm(deps, { userId: "lena", lab, form: { intent, baseVersion, idempotencyKey }, files: { "sum.js": text } });

describe("opening a lab", () => {
  it("shows the learner's text, the file to open first, and what may not be changed", async () => {
    await post("save", "mine");
    const view = await openLab(deps, await visit(), lab);
    expect(view.files).toEqual([{ path: "sum.js", text: "mine", readOnly: false }, { path: "data.txt", text: "given", readOnly: true }]);
    expect(view).toMatchObject({ path: "/courses/basics/start/sum", hasHiddenTests: true, submission: null, draft: { version: 1, undoVersion: null } });
    expect(view.html).toContain("<em>text</em>");
    expect(view.help.hints).toEqual({ count: 1, opened: [] });
  });

  it("holds no reference, no known-wrong program and no hidden test", async () => {
    const sent = JSON.stringify(await openLab(deps, await visit(), lab));
    for (const secret of ["THE REFERENCE", "KNOWN WRONG", "adds zero", "more.test.js"]) expect(sent).not.toContain(secret);
  });

  it("has the language's runtime started, so that nobody waits for it with the first run", async () => {
    const warmed: string[] = [];
    const sandbox = { ...deps.sandbox, warm: (languages: readonly string[]) => void warmed.push(...languages) };
    await openLab({ ...deps, sandbox }, await visit(), { ...lab, language: "python" });
    expect(warmed).toEqual(["python"]);
  });

  it("shows what became of the last hand-in", async () => {
    await post("submit", "mine");
    expect((await openLab(deps, await visit(), lab)).submission).toMatchObject({ isDone: true, result: { outcome: "passed" } });
  });
});

describe("the form without scripts", () => {
  it("saves the text and runs it", async () => {
    expect(await post("run", "mine")).toMatchObject({ kind: "ran", result: { outcome: "passed" } });
    expect((await readDraft(deps.db, lab, "lena")).files).toEqual({ "sum.js": "mine" });
  });

  it("hands in, and the verdict is there when it answers", async () => {
    const answer = await post("submit", "mine");
    expect(answer.kind).toBe("submitted");
    expect((await openLab(deps, await visit(), lab)).submission?.isDone).toBe(true);
  });

  it("sent twice is one submission", async () => {
    const [first, second] = [await post("submit", "mine"), await post("submit", "mine")];
    expect(second).toEqual(first);
  });

  it("shows both texts when another tab has saved, and the second time mine wins", async () => {
    await post("save", "other tab");
    const answer = await post("save", "mine");
    expect(answer).toEqual({ kind: "conflict", version: 1, theirs: { "sum.js": "other tab" }, files: { "sum.js": "mine" } });
    expect(await post("save", "mine", 1)).toMatchObject({ kind: "said" });
  });

  it("resets, and takes that back", async () => {
    await post("save", "mine");
    await post("reset", "mine", 1);
    expect((await openLab(deps, await visit(), lab)).draft).toMatchObject({ version: 2, undoVersion: 1 });
    await post("undo", "start", 2);
    expect((await readDraft(deps.db, lab, "lena")).files).toEqual({ "sum.js": "mine" });
    expect(await post("undo", "mine", 3)).toEqual({ kind: "said", message: { key: "noReset" } });
  });

  it("gives a refused text back", async () => {
    const answer = await answerLabForm(deps, { userId: "lena", lab, form: { intent: "save", baseVersion: 0, idempotencyKey: "" }, files: { "data.txt": "forged" } });
    expect(answer).toMatchObject({ kind: "refused", files: { "data.txt": "forged" } });
  });

  it("says when the sandbox is busy, and the text is saved all the same", async () => {
    const sandbox = { ...deps.sandbox, grade: async () => ({ busy: true as const, reason: "many" as const, message: "Later.", retryAfterMs: 10 }) };
    const answer = await answerLabForm({ ...deps, sandbox }, { userId: "lena", lab, form: { intent: "run", baseVersion: 0, idempotencyKey: "key-of-the-form" }, files: { "sum.js": "mine" } });
    expect(answer).toMatchObject({ kind: "busy", message: { key: "busy-many" } });
    expect((await readDraft(deps.db, lab, "lena")).version).toBe(1);
  });
});

describe("choosing an editor", () => {
  it("is remembered on the person", async () => {
    await chooseEditor(deps, { userId: "lena", editor: "plain" });
    expect((await visit()).user.editor).toBe("plain");
  });
});
