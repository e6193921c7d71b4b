import { describe, expect, test } from "vitest";
import type { StructureRequest } from "../../../app/features/authoring/authoring-forms.ts";
import { openDraftCourse } from "../../../app/features/authoring/build-draft-course.server.ts";
import { addFile, discardFile, removeFile, renameFile, uploadAsset } from "../../../app/features/authoring/change-files.server.ts";
import { changeStructure } from "../../../app/features/authoring/change-structure.server.ts";
import { openTaughtCourse } from "../../../app/features/authoring/open-taught-course.server.ts";
import type { Locale } from "../../../app/i18n/locales.ts";
import { BASICS, setUpAuthoring, type AuthoringSetup } from "./content-folder.ts";

async function change(setup: AuthoringSetup, asked: StructureRequest, locale?: Locale) {
  return changeStructure(setup.deps, await setup.visit(), asked, locale);
}

async function read(setup: AuthoringSetup) {
  const draft = await openDraftCourse(setup.deps, await setup.visit());
  return { draft, ids: draft.outline.flatMap(({ activities }) => activities.map(({ id }) => id)), paths: draft.files.paths, problems: draft.course.problems, text: (path: string) => draft.files.getText(path) };
}

describe("order", () => {
  test("an activity moves one place, with its files, and links follow", async () => {
    const setup = await setUpAuthoring();
    expect(await change(setup, { intent: "move-activity", id: "start/sum", direction: "up" })).toMatchObject({ kind: "changed" });
    const { ids, paths, problems, text } = await read(setup);
    expect(ids).toEqual(["start/sum", "start/hello", "start/picture", "more/end"]);
    expect(paths).toContain("01-start/01-sum/tests/hidden/more.test.js");
    expect(text("01-start/02-hello.md")).toContain("[add](01-sum/lab.md)");
    expect(text("course.md")).toContain("[hello](01-start/02-hello.md)");
    expect(problems).toEqual([]);
  });
  test("up and down again is no change at all", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "move-activity", id: "start/picture", direction: "up" });
    await change(setup, { intent: "move-activity", id: "start/picture", direction: "down" });
    expect((await read(setup)).draft.stored).toEqual([]);
  });
  test("a module moves with everything in it, pictures too", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "move-module", id: "start", direction: "down" });
    const { ids, problems, draft } = await read(setup);
    expect(ids[0]).toBe("more/end");
    expect(Buffer.from((await draft.readBytes("02-start/03-picture/assets/dot.svg")) ?? []).toString()).toBe(BASICS["01-start/03-picture/assets/dot.svg"]);
    expect(problems).toEqual([]);
  });
  test("at the end of the way it says so", async () => {
    const setup = await setUpAuthoring();
    expect(await change(setup, { intent: "move-activity", id: "start/hello", direction: "up" })).toMatchObject({ kind: "refused" });
    expect(await change(setup, { intent: "move-activity", id: "start/none", direction: "up" })).toMatchObject({ kind: "refused" });
  });
});

describe("names", () => {
  test("a renamed activity keeps its former id as an alias", async () => {
    const setup = await setUpAuthoring();
    const answer = await change(setup, { intent: "rename-activity", id: "start/sum", title: "Add: two numbers", slug: "add", moduleId: "start" });
    expect(answer).toEqual({ kind: "changed", open: "01-start/02-add/lab.md" });
    const { draft, problems } = await read(setup);
    const activity = draft.course.modules[0]?.activities.find(({ id }) => id === "start/add");
    expect(activity).toMatchObject({ title: "Add: two numbers", aliases: ["start/sum"] });
    expect(problems).toEqual([]);
  });
  test("back to the old name leaves nothing behind", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "rename-activity", id: "start/sum", title: "Sum", slug: "add", moduleId: "start" });
    await change(setup, { intent: "rename-activity", id: "start/add", title: "Sum", slug: "sum", moduleId: "start" });
    const { draft } = await read(setup);
    expect(draft.course.modules[0]?.activities.find(({ id }) => id === "start/sum")?.aliases).toEqual(["start/add"]);
    expect(draft.changes.map(({ path }) => path)).toEqual(["01-start/02-sum/lab.md"]);
  });
  test("an activity moves to another module as its last", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "rename-activity", id: "start/hello", title: "Hello", slug: "hello", moduleId: "more" });
    const { ids, problems, text } = await read(setup);
    expect(ids).toEqual(["start/sum", "start/picture", "more/end", "more/hello"]);
    expect(text("02-more/02-hello.md")).toContain("[add](../01-start/02-sum/lab.md)");
    expect(problems).toEqual([]);
  });
  test("a renamed module gives every activity in it an alias", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "rename-module", id: "start", title: "The very start", slug: "first" });
    const { draft, problems } = await read(setup);
    expect(draft.course.modules[0]).toMatchObject({ id: "first", title: "The very start" });
    expect(draft.course.modules[0]?.activities.map(({ aliases }) => aliases)).toEqual([["start/hello"], ["start/sum"], ["start/picture"]]);
    expect(problems).toEqual([]);
  });
  test.each([["a bad address", "Not Good"], ["one that is taken", "hello"], ["a path", "../up"]])("%s is refused at its field", async (_, slug) => {
    const setup = await setUpAuthoring();
    expect(await change(setup, { intent: "rename-activity", id: "start/sum", title: "Sum", slug, moduleId: "start" })).toMatchObject({ kind: "refused", field: "slug" });
    expect((await read(setup)).draft.stored).toEqual([]);
  });
  test("front matter that can't be read is said, and nothing moves", async () => {
    const setup = await setUpAuthoring({ ...BASICS, "01-start/01-hello.md": "---\ntitle: [\n---\n" });
    expect(await change(setup, { intent: "rename-activity", id: "start/hello", title: "x", slug: "hi", moduleId: "start" })).toMatchObject({ kind: "refused" });
    expect((await read(setup)).draft.stored).toEqual([]);
  });
});

describe("new and removed", () => {
  test.each([["lesson", "javascript"], ["lab", "javascript"], ["lab", "typescript"], ["project", "javascript"], ["project", "typescript"], ["quiz", "javascript"], ["survey", "javascript"]] as const)("a new %s in %s is sound as it is", async (kind, language) => {
    const setup = await setUpAuthoring();
    const answer = await change(setup, { intent: "create-activity", moduleId: "more", title: "Größe: 100 %", slug: "", kind, language });
    expect(answer).toEqual({ kind: "changed", open: `02-more/02-grosse-100/${kind}.md`.replace("grosse", "gro-e") });
    const { draft, problems } = await read(setup);
    expect(problems).toEqual([]);
    expect(draft.course.modules[1]?.activities[1]).toMatchObject({ kind, title: "Größe: 100 %" });
  });
  test.each(["lesson", "lab", "project", "quiz", "survey"] as const)("a new %s of an author who works in Spanish is sound too, and Spanish", async (kind) => {
    const setup = await setUpAuthoring();
    const answer = await change(setup, { intent: "create-activity", moduleId: "more", title: "Año", slug: "nuevo", kind, language: "javascript" }, "es");
    const { problems, text } = await read(setup);
    expect(problems).toEqual([]);
    expect(text(answer.kind === "changed" ? (answer.open ?? "") : "")).toMatch(/^summary: "?(?:Qué|De qué) /m);
  });
  test("a new module has a place at the end", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "create-module", title: "Last", slug: "" });
    expect((await read(setup)).draft.course.modules.map(({ id, folder }) => [id, folder])).toContainEqual(["last", "courses/basics/03-last"]);
  });
  test("a removed activity is gone with all its files; discarding brings it back", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "remove-activity", id: "start/sum" });
    expect((await read(setup)).ids).not.toContain("start/sum");
    await change(setup, { intent: "discard-all" });
    expect((await read(setup)).ids).toContain("start/sum");
  });
  test("a module goes only when it is empty", async () => {
    const setup = await setUpAuthoring();
    expect(await change(setup, { intent: "remove-module", id: "more" })).toMatchObject({ kind: "refused" });
    await change(setup, { intent: "remove-activity", id: "more/end" });
    expect(await change(setup, { intent: "remove-module", id: "more" })).toMatchObject({ kind: "changed" });
    expect((await read(setup)).draft.course.modules.map(({ id }) => id)).toEqual(["start"]);
  });
  test("something new and removed again leaves nothing behind", async () => {
    const setup = await setUpAuthoring();
    await change(setup, { intent: "create-activity", moduleId: "more", title: "New", slug: "", kind: "lab", language: "javascript" });
    await change(setup, { intent: "remove-activity", id: "more/new" });
    expect((await read(setup)).draft.stored).toEqual([]);
  });
});

describe("files", () => {
  const lab = "01-start/02-sum/lab.md";
  test("are added, renamed and removed below their activity", async () => {
    const setup = await setUpAuthoring();
    const visit = await setup.visit();
    expect(await addFile(setup.deps, visit, { path: lab, name: "starter/data.txt" })).toEqual({ kind: "changed", open: "01-start/02-sum/starter/data.txt" });
    expect(await renameFile(setup.deps, visit, { path: "01-start/02-sum/starter/data.txt", name: "starter/list.txt" })).toMatchObject({ kind: "changed" });
    expect(await removeFile(setup.deps, visit, { path: "01-start/02-sum/hints.md" })).toMatchObject({ kind: "changed" });
    const { paths } = await read(setup);
    expect(paths).toContain("01-start/02-sum/starter/list.txt");
    expect(paths).not.toContain("01-start/02-sum/starter/data.txt");
    expect(paths).not.toContain("01-start/02-sum/hints.md");
    await discardFile(setup.deps, visit, { path: "01-start/02-sum/hints.md" });
    expect((await read(setup)).paths).toContain("01-start/02-sum/hints.md");
  });
  test.each(["../../../evil.js", "starter/../../x.md", "/etc/passwd", ".hidden", "starter/sum.js", "starter/SUM.js", "lab.md/x", "starter", "assets/x.png", "nul.txt"])("%s is no name for a new file", async (name) => {
    const setup = await setUpAuthoring();
    expect(await addFile(setup.deps, await setup.visit(), { path: lab, name })).toMatchObject({ kind: "refused", field: "name" });
    expect((await read(setup)).draft.stored).toEqual([]);
  });
  test("that hold the activity itself stay", async () => {
    const setup = await setUpAuthoring();
    const visit = await setup.visit();
    for (const path of [lab, "01-start/module.md", "course.md"]) expect(await removeFile(setup.deps, visit, { path })).toMatchObject({ kind: "refused" });
    expect(await renameFile(setup.deps, visit, { path: lab, name: "other.md" })).toMatchObject({ kind: "refused" });
  });

  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  test("a picture is uploaded under a name that links can be written with", async () => {
    const setup = await setUpAuthoring();
    const answer = await uploadAsset(setup.deps, await setup.visit(), { path: "01-start/03-picture/lesson.md", name: "My Plan (2).PNG", bytes: PNG });
    expect(answer).toEqual({ kind: "changed", open: "01-start/03-picture/assets/my-plan-2.png" });
    const { draft } = await read(setup);
    expect(draft.course.modules[0]?.activities.at(-1)?.assets).toEqual(["dot.svg", "my-plan-2.png"]);
  });
  test.each([
    ["another content than its name says", "a.png", Buffer.from("<script>")],
    ["a program", "a.exe", PNG],
    ["a page", "a.html", Buffer.from("<p>")],
    ["nothing", "a.png", Buffer.from("")],
    ["too much", "a.png", Buffer.concat([PNG, Buffer.alloc(3 * 1024 * 1024)])],
    ["a path", "../a.png", PNG],
    ["a hidden file", ".a.png", PNG],
    ["NUL", "a\0.png", PNG],
    ["a right-to-left trick", "a\u202Egnp.exe", PNG],
  ])("an upload of %s is refused", async (_, name, bytes) => {
    const setup = await setUpAuthoring();
    expect(await uploadAsset(setup.deps, await setup.visit(), { path: "01-start/03-picture/lesson.md", name, bytes })).toMatchObject({ kind: "refused", field: "upload" });
  });
  test("an activity without a folder takes no pictures", async () => {
    const setup = await setUpAuthoring();
    expect(await uploadAsset(setup.deps, await setup.visit(), { path: "01-start/01-hello.md", name: "a.png", bytes: PNG })).toMatchObject({ kind: "refused" });
  });
});

test("the page of a course shows what is broken in its place, with every problem", async () => {
  const setup = await setUpAuthoring({ ...BASICS, "01-start/02-sum/lab.md": "---\nkind: lab\ntitle: Sum\nlanguage: javascrip\nminutes: 10\n---\n\nText.\n" });
  const view = await openTaughtCourse(setup.deps, await setup.visit());
  expect(view.modules[0]?.activities.map(({ id, kind, problems }) => [id, kind, problems])).toEqual([["start/hello", "lesson", 0], ["start/sum", "broken", 1], ["start/picture", "lesson", 0]]);
  expect(view.problems).toContainEqual(expect.objectContaining({ path: "01-start/02-sum/lab.md", canOpen: true, line: 4, field: "language" }));
});
