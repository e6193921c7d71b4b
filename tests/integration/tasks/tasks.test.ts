import { beforeEach, describe, expect, it } from "vitest";
import type { Task } from "../../../app/catalog/catalog.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { getCourseProgress } from "../../../app/features/progress/get-course-progress.server.ts";
import { changeTask } from "../../../app/features/tasks/change-task.server.ts";
import { decideSignOff } from "../../../app/features/tasks/decide-sign-off.server.ts";
import { EVIDENCE_LIMITS } from "../../../app/features/tasks/evidence-file.ts";
import { findEvidence } from "../../../app/features/tasks/find-evidence.server.ts";
import { keepTask, readKeptTask } from "../../../app/features/tasks/keep-task.server.ts";
import { openSignOffs } from "../../../app/features/tasks/open-sign-offs.server.ts";
import { openTask } from "../../../app/features/tasks/open-task.server.ts";
import type { TaskForm } from "../../../app/features/tasks/task-form.ts";
import { findCompletion } from "../../../db/queries/completions.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { buildTestCatalog, testTask } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
let task: Task;
const user = (id: string) => ({ id, email: "", name: id, isAdministrator: false, editor: "plain" as const, language: null });

beforeEach(() => setUp());

async function setUp(changes: Partial<Task> = {}) {
  task = testTask(changes);
  deps = makeTestDeps({ catalog: buildTestCatalog([task]) });
  for (const id of ["lena", "oskar", "ines", "iris"]) await insertTestUser(deps, id);
  for (const userId of ["lena", "oskar"]) await enroll(deps, { userId, courseId: "basics" });
  await deps.db.write((tx) => ensureCourseRole(tx, { userId: "ines", courseId: "basics", role: "instructor", createdAt: deps.now() }));
  await deps.db.write((tx) => ensureCourseRole(tx, { userId: "iris", courseId: "elsewhere", role: "instructor", createdAt: deps.now() }));
}

function getCourse() {
  const [course] = deps.catalog.courses;
  if (!course) throw new Error("There is no course.");
  return course;
}

const change = (form: Partial<TaskForm>, userId = "lena") => changeTask(deps, { userId, task, form: { intent: "save", checked: [], hours: "", evidence: "", was: null, file: null, ...form } });
const open = async (userId = "lena") => openTask(deps, { user: user(userId), course: getCourse(), enrollment: await findEnrollment(deps.db, { userId, courseId: "basics" }) }, task);
const completion = () => findCompletion(deps.db, { userId: "lena", courseId: "basics", activityId: task.id });
const png = (name = "photo.png", size = 20) => new File([Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(size)])], name);

describe("a task without a signature", () => {
  it("keeps what is ticked and typed, for its owner alone", async () => {
    expect(await change({ checked: ["one", "gone"], hours: "soon", evidence: "words" })).toBe("saved");
    expect((await open()).items.map(({ isChecked }) => isChecked)).toEqual([true, false]);
    expect((await open("oskar")).items.map(({ isChecked }) => isChecked)).toEqual([false, false]);
    const progress = await getCourseProgress(deps, { userId: "lena", course: getCourse(), enrollment: await findEnrollment(deps.db, { userId: "lena", courseId: "basics" }) });
    expect(progress.states.get(task.id)).toBe("begun");
  });

  it("is not done before every item is checked, and keeps what came with the try", async () => {
    expect(await change({ intent: "hand-in", checked: ["one"] })).toBe("incomplete");
    expect(await completion()).toBeNull();
    expect((await open()).missing).toEqual([{ kind: "items", count: 1 }, { kind: "finish" }]);
    expect((await open()).items[0]?.isChecked).toBe(true);
  });

  it("is done by the learner's word, and taken back by it", async () => {
    expect(await change({ intent: "hand-in", checked: ["one", "two"] })).toBe("done");
    expect(await completion()).toMatchObject({ reason: "checked", contentHash: "content-hash" });
    expect(await change({ checked: [] })).toBe("saved");
    expect((await open()).items.every(({ isChecked }) => isChecked)).toBe(true);
    expect(await change({ intent: "take-back" })).toBe("taken-back");
    expect(await completion()).toBeNull();
    expect((await open()).items.every(({ isChecked }) => isChecked)).toBe(true);
  });

  it("wants its hours, understood", async () => {
    await setUp({ hours: 2 });
    const all = ["one", "two"];
    expect(await change({ intent: "hand-in", checked: all, hours: "a while" })).toBe("hours");
    expect((await open()).hours).toEqual({ wanted: 2, typed: "a while", isUnderstood: false });
    expect(await change({ intent: "hand-in", checked: all, hours: "1:30" })).toBe("incomplete");
    expect(await change({ intent: "hand-in", checked: all, hours: "2" })).toBe("done");
  });

  it("wants a link that is one", async () => {
    await setUp({ evidence: "link", checklist: [] });
    expect(await change({ intent: "hand-in", evidence: "javascript:alert(1)" })).toBe("link");
    expect((await open()).evidence.typed).toBe("javascript:alert(1)");
    expect(await change({ intent: "hand-in", evidence: " " })).toBe("incomplete");
    expect(await change({ intent: "hand-in", evidence: "https://example.org/" })).toBe("done");
  });
});

describe("what two pages keep of one task", () => {
  const keep = (baseVersion: number, fields: Record<string, string>, userId = "lena") => keepTask(deps, { userId, task, baseVersion, fields });
  const ticked = async () => (await open()).items.map(({ isChecked }) => isChecked);

  it("is never overwritten unseen: the later one gets what the other kept", async () => {
    expect(await keep(0, { "item:one": "on", "item:two": "" })).toEqual({ kind: "saved", version: 1 });
    expect(await keep(0, { "item:one": "", "item:two": "on" })).toEqual({ kind: "conflict", version: 1, files: { "item:one": "on", "item:two": "" } });
    expect(await ticked()).toEqual([true, false]);
    expect(await keep(0, { "item:one": "on", "item:two": "" })).toEqual({ kind: "saved", version: 1 });
    expect(await keep(1, { "item:one": "on", "item:two": "on", "item:gone": "on" })).toEqual({ kind: "saved", version: 2 });
    expect(await readKeptTask(deps, { userId: "lena", task })).toEqual({ version: 2, files: { "item:one": "on", "item:two": "on" } });
    expect(await readKeptTask(deps, { userId: "oskar", task })).toEqual({ version: 0, files: { "item:one": "", "item:two": "" } });
  });

  it("is not undone by an old page's form, which sends along what it never touched", async () => {
    await keep(0, { "item:one": "on", "item:two": "" });
    expect(await change({ checked: ["two"], was: { "item:one": "", "item:two": "" } })).toBe("saved");
    expect(await ticked()).toEqual([true, true]);
    expect(await change({ checked: ["one"], was: { "item:one": "on", "item:two": "on" } })).toBe("saved");
    expect(await ticked()).toEqual([true, false]);
  });

  it("is closed once it is handed in", async () => {
    await change({ intent: "hand-in", checked: ["one", "two"] });
    expect(await keep(1, { "item:one": "" })).toEqual({ kind: "closed" });
    expect(await ticked()).toEqual([true, true]);
  });
});

describe("a file as evidence", () => {
  beforeEach(() => setUp({ evidence: "file", checklist: [] }));

  it("is stored under a clean name, and counts", async () => {
    expect(await change({ file: png("../../x/photo.png") })).toBe("attached");
    expect((await open()).files).toMatchObject([{ name: "photo.png", sizeBytes: 28 }]);
    expect(await change({ intent: "hand-in" })).toBe("done");
  });

  it("can come with the hand-in", async () => {
    expect(await change({ intent: "hand-in", file: png() })).toBe("done");
  });

  it.each([
    ["HTML", new File(["<script>alert(1)</script>"], "page.html"), "type"],
    ["HTML that calls itself a picture", new File(["<script>alert(1)</script>"], "page.png"), "mismatch"],
    ["nothing", new File([], "empty.png"), "empty"],
    ["too much", png("big.png", EVIDENCE_LIMITS.fileBytes), "too-large"],
  ] as const)("is refused when it is %s, and what was typed beside it stays", async (_, file, said) => {
    expect(await change({ hours: "3", file })).toBe(said);
    expect((await open()).files).toEqual([]);
    expect(await change({ intent: "hand-in", hours: "3", file })).toBe(said);
    expect(await completion()).toBeNull();
  });

  it("is one of a few", async () => {
    for (let count = 0; count < EVIDENCE_LIMITS.files; count++) expect(await change({ file: png(`${count}.png`) })).toBe("attached");
    expect(await change({ file: png("more.png") })).toBe("too-many-files");
  });

  it("is removed by its owner only, and not after it was handed in", async () => {
    await change({ file: png() });
    const id = (await open()).files[0]?.id ?? "";
    expect(await change({ intent: { remove: id } }, "oskar")).toBe("saved");
    expect((await open()).files).toHaveLength(1);
    await change({ intent: "hand-in" });
    expect(await change({ intent: { remove: id } })).toBe("saved");
    expect((await open()).files).toHaveLength(1);
    await change({ intent: "take-back" });
    expect(await change({ intent: { remove: id } })).toBe("removed");
    expect((await open()).files).toEqual([]);
  });

  it("is given back to its owner and to who teaches that course, to nobody else", async () => {
    await change({ file: png() });
    const fileId = (await open()).files[0]?.id ?? "";
    const find = (id: string, courseId = "basics", isAdministrator = false) => findEvidence(deps, { user: { id, isAdministrator }, courseId, fileId });
    expect(await find("lena")).toMatchObject({ contentType: "image/png", name: "photo.png" });
    expect(await find("ines")).not.toBeNull();
    expect(await find("nobody", "basics", true)).not.toBeNull();
    expect(await find("oskar")).toBeNull();
    expect(await find("iris")).toBeNull();
    expect(await find("iris", "elsewhere")).toBeNull();
    expect(await find("lena", "elsewhere")).toBeNull();
  });
});

describe("a task that is signed", () => {
  beforeEach(() => setUp({ signOff: "instructor" }));
  const handIn = () => change({ intent: "hand-in", checked: ["one", "two"], evidence: "" });
  const decide = (intent: "sign" | "return", words = "", handedInAt = deps.now().getTime()) => decideSignOff(deps, { course: getCourse(), signerId: "ines", form: { intent, userId: "lena", activityId: task.id, handedInAt, words } });

  it("waits, and is done with the signature", async () => {
    expect(await handIn()).toBe("handed-in");
    expect(await completion()).toBeNull();
    expect((await openSignOffs(deps, { course: getCourse() })).waiting).toMatchObject([{ learnerName: "lena", title: "Errand", items: [{ isChecked: true }, { isChecked: true }] }]);
    expect(await decide("sign", "Well done")).toBe("signed");
    expect(await completion()).toMatchObject({ reason: "signed" });
    expect(await open()).toMatchObject({ state: "signed", signed: { by: "ines", words: "Well done" } });
    expect((await openSignOffs(deps, { course: getCourse() })).waiting).toEqual([]);
    expect(await change({ intent: "take-back" })).toBe("saved");
    expect(await completion()).not.toBeNull();
  });

  it("comes back with words, and can be handed in again", async () => {
    await handIn();
    expect(await decide("return")).toBe("words");
    expect(await decide("return", "A photo is missing.")).toBe("returned");
    expect(await open()).toMatchObject({ state: "returned", signed: { words: "A photo is missing." } });
    expect(await handIn()).toBe("handed-in");
    expect(await decide("sign")).toBe("signed");
  });

  it("is not signed when it was taken back, changed or signed meanwhile", async () => {
    expect(await decide("sign")).toBe("changed");
    await handIn();
    expect(await decide("sign", "", 1)).toBe("changed");
    await change({ intent: "take-back" });
    expect(await decide("sign")).toBe("changed");
    expect(await completion()).toBeNull();
    await handIn();
    await decide("sign");
    expect(await decide("return", "too late")).toBe("changed");
    expect(await completion()).not.toBeNull();
  });
});
