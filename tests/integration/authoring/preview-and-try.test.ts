import { describe, expect, test } from "vitest";
import { answerFileForm } from "../../../app/features/authoring/answer-file-form.server.ts";
import { answerPublishForm } from "../../../app/features/authoring/answer-publish-form.server.ts";
import { changeStructure } from "../../../app/features/authoring/change-structure.server.ts";
import { openFile } from "../../../app/features/authoring/open-file.server.ts";
import { previewFile } from "../../../app/features/authoring/preview-file.server.ts";
import { readDraftAsset } from "../../../app/features/authoring/read-draft-asset.server.ts";
import { reviewChanges } from "../../../app/features/authoring/review-changes.server.ts";
import { tryLab } from "../../../app/features/authoring/try-lab.server.ts";
import { listContentDrafts } from "../../../db/queries/content-drafts.ts";
import type { GradeRequest, GradeResult } from "../../../sandbox/contract.ts";
import { doubleSandbox, gradeResult } from "../../helpers/test-deps.ts";
import { BASICS, setUpAuthoring, type AuthoringSetup } from "./content-folder.ts";

const HELLO = "01-start/01-hello.md";
const LAB = "01-start/02-sum/lab.md";
const TEXT = BASICS[HELLO] ?? "";

function post(fields: Record<string, string>): Request {
  return new Request("http://localhost/teach", { method: "POST", body: new URLSearchParams(fields) });
}

async function versionOf(setup: AuthoringSetup, path: string) {
  return String((await openFile(setup.deps, await setup.visit(), { path, activity: null }))?.file.version);
}

describe("a preview", () => {
  const preview = async (setup: AuthoringSetup, path: string, text: string) => previewFile(setup.deps, await setup.visit(), { path, text });

  test("is what learners would read, without the front matter, and stores nothing", async () => {
    const setup = await setUpAuthoring();
    const answer = await preview(setup, HELLO, `${TEXT}\n**New.**\n`);
    expect(answer?.html).toContain("<strong>New.</strong>");
    expect(answer?.html).not.toContain("minutes");
    expect(answer?.html).toContain('href="/courses/basics/start/sum"');
    expect(answer?.problems).toEqual([]);
    expect(await listContentDrafts(setup.deps.db, { userId: "ines", courseId: "basics" })).toEqual([]);
  });

  test("names what is wrong in the text, with its line, and only in this file", async () => {
    const setup = await setUpAuthoring({ ...BASICS, "02-more/01-end.md": "no front matter" });
    const answer = await preview(setup, HELLO, TEXT.replace("minutes: 5", "minutes: soon"));
    expect(answer?.problems).toMatchObject([{ path: HELLO, line: 4, field: "minutes" }]);
  });

  test("runs and loads nothing that a text asks for", async () => {
    const setup = await setUpAuthoring();
    const answer = await preview(setup, HELLO, `${TEXT}\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) ![y](http://evil.test/p.png)\n`);
    expect(answer?.html).not.toMatch(/<script|<img[^>]*onerror|href="javascript|src="http/);
  });

  test("of code is its problems only; of a path that leads out there is none", async () => {
    const setup = await setUpAuthoring();
    expect(await preview(setup, "01-start/02-sum/starter/sum.js", "x")).toEqual({ html: null, problems: [] });
    expect(await preview(setup, "../other/course.md", "x")).toBeNull();
  });

  test("shows pictures that are not published yet, to authors", async () => {
    const setup = await setUpAuthoring();
    const answer = await preview(setup, "01-start/03-picture/lesson.md", BASICS["01-start/03-picture/lesson.md"] ?? "");
    expect(answer?.html).toContain('src="/teach/basics/assets/01-start/03-picture/assets/dot.svg"');
    const visit = await setup.visit();
    expect(await readDraftAsset(setup.deps, visit, "01-start/03-picture/assets/dot.svg")).toMatchObject({ contentType: "image/svg+xml" });
    for (const path of ["01-start/03-picture/lesson.md", "01-start/03-picture/assets/none.png", "01-start/03-picture/assets/../lesson.md"]) expect(await readDraftAsset(setup.deps, visit, path)).toBeNull();
  });
});

describe("trying a lab", () => {
  /** Judges by the text of the program, as the tests would. */
  const sandbox = (asked: GradeRequest[], judge: (text: string) => GradeResult["outcome"]) =>
    doubleSandbox((request) => {
      asked.push(request);
      return gradeResult({ outcome: judge(request.files["sum.js"] ?? "") });
    });

  test("runs the reference, the starter and every wrong program from the unpublished changes, behind learners", async () => {
    const asked: GradeRequest[] = [];
    const setup = await setUpAuthoring(BASICS, { sandbox: sandbox(asked, (text) => (text.includes("a + b") ? "passed" : "failed")) });
    const path = "01-start/02-sum/solution/sum.js";
    await answerFileForm(setup.deps, await setup.visit(), post({ intent: "save", path, version: await versionOf(setup, path), text: "export const sum = (a, b) => a + b; // changed\n" }));
    const answer = await tryLab(setup.deps, await setup.visit(), { path: LAB });
    expect(answer).toMatchObject({ kind: "tried", isSound: true, programs: [{ kind: "reference", isAsItMustBe: true }, { kind: "starter", isAsItMustBe: true }, { kind: "wrong", name: "subtracts", isAsItMustBe: true }] });
    expect(asked.map(({ priority, owner }) => [priority, owner])).toEqual(Array.from({ length: 3 }, () => ["preview", "author:ines"]));
    expect(asked[0]?.files["sum.js"]).toContain("// changed");
    expect(asked[0]?.tests.map(({ group }) => group)).toEqual(["visible", "hidden"]);
  });

  test.each([
    ["everything passes", () => "passed" as const, [true, false, false]],
    ["nothing passes", () => "failed" as const, [false, true, true]],
    ["the sandbox fails", () => "crashed" as const, [null, null, null]],
  ])("when %s the lab is not sound", async (_, judge, expected) => {
    const setup = await setUpAuthoring(BASICS, { sandbox: sandbox([], judge) });
    const answer = await tryLab(setup.deps, await setup.visit(), { path: LAB });
    expect(answer).toMatchObject({ kind: "tried", isSound: false });
    expect(answer.kind === "tried" && answer.programs.map(({ isAsItMustBe }) => isAsItMustBe)).toEqual(expected);
  });

  test("a full queue and a broken lab are said", async () => {
    const busy = { ...doubleSandbox(() => gradeResult()), grade: async () => ({ busy: true as const, reason: "many" as const, message: "Many are waiting.", retryAfterMs: 1_000 }) };
    const setup = await setUpAuthoring(BASICS, { sandbox: busy });
    expect(await tryLab(setup.deps, await setup.visit(), { path: LAB })).toEqual({ kind: "refused", message: { key: "busy-many" } });
    expect(await tryLab(setup.deps, await setup.visit(), { path: HELLO })).toMatchObject({ kind: "refused" });
    setup.write(LAB, "---\nkind: lab\n---\n");
    expect(await tryLab(setup.deps, await setup.visit(), { path: LAB })).toMatchObject({ kind: "refused", message: { key: "tryProblems" } });
  });

  test("without scripts the text in the form is stored first; a stale one is not tried", async () => {
    const asked: GradeRequest[] = [];
    const setup = await setUpAuthoring(BASICS, { sandbox: sandbox(asked, () => "passed") });
    const path = "01-start/02-sum/solution/sum.js";
    const version = await versionOf(setup, path);
    await answerFileForm(setup.deps, await setup.visit(), post({ intent: "try", path, version, text: "// posted\n" }));
    expect(asked[0]?.files["sum.js"]).toBe("// posted\n");
    asked.length = 0;
    expect(await answerFileForm(setup.deps, await setup.visit(), post({ intent: "try", path, version, text: "// stale\n" }))).toMatchObject({ kind: "conflict", text: "// posted\n", posted: "// stale\n" });
    expect(asked).toEqual([]);
  });
});

describe("forms", () => {
  test.each<Record<string, string>>([{}, { intent: "nonsense" }, { intent: "save", path: HELLO }, { intent: "save", path: HELLO, version: "x", text: "" }])("that are malformed change nothing: %j", async (fields) => {
    const setup = await setUpAuthoring();
    expect(await answerFileForm(setup.deps, await setup.visit(), post(fields))).toMatchObject({ kind: "refused" });
    expect(await answerPublishForm(setup.deps, await setup.visit(), post(fields))).toMatchObject({ kind: "not-decided" });
  });

  test("an upload is a form with a file", async () => {
    const setup = await setUpAuthoring();
    const form = new FormData();
    form.set("path", "01-start/03-picture/lesson.md");
    form.set("upload", new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])], "Map.png"));
    expect(await answerFileForm(setup.deps, await setup.visit(), new Request("http://localhost/", { method: "POST", body: form }))).toEqual({ kind: "changed", open: "01-start/03-picture/assets/map.png" });
  });

  test("publishing by form: what was seen goes out, one change can be let go before", async () => {
    const setup = await setUpAuthoring();
    const visit = await setup.visit();
    for (const path of [HELLO, "course.md"]) await answerFileForm(setup.deps, visit, post({ intent: "save", path, version: await versionOf(setup, path), text: `${BASICS[path]}More.\n` }));
    expect(await answerPublishForm(setup.deps, visit, post({ intent: "discard", path: "course.md" }))).toEqual({ kind: "decided" });
    const { seen } = await reviewChanges(setup.deps, visit);
    expect(await answerPublishForm(setup.deps, visit, post({ intent: "publish", seen }))).toEqual({ kind: "published", files: 1 });
    expect(setup.read("course.md")).toBe(BASICS["course.md"]);
  });
});

test("before publishing, files that move are shown as moved and not as gone and new", async () => {
  const setup = await setUpAuthoring();
  await changeStructure(setup.deps, await setup.visit(), { intent: "move-activity", id: "start/sum", direction: "up" });
  const { files, changedFiles } = await reviewChanges(setup.deps, await setup.visit());
  expect(files.every(({ kind }) => kind === "moved" || kind === "changed")).toBe(true);
  expect(files.find(({ path }) => path === "01-start/02-hello.md")).toMatchObject({ kind: "moved", from: HELLO, diff: { added: 1, removed: 1 } });
  expect(changedFiles).toBeGreaterThan(files.length);
});
