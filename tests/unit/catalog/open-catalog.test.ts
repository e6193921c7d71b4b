import { rename, rm } from "node:fs/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { openCatalog, type CatalogEvent, type OpenCatalogOptions } from "../../../app/catalog/open-catalog.server.ts";
import { changeContent, makeContent, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

async function open(root: string, options: OpenCatalogOptions = {}) {
  const events: CatalogEvent[] = [];
  const source = await openCatalog(root, { log: (event) => events.push(event), settleMs: 20, ...options });
  onTestFinished(() => source.close());
  return { source, events };
}
const NEW_LESSON = { [`${SMALL_MODULE}/04-new.md`]: "---\nkind: lesson\ntitle: New\nminutes: 1\n---\nHello.\n" };

test("the catalog is there at once and logged", async () => {
  const { source, events } = await open(await makeContent());
  expect(source.current().courses[0]?.title).toBe("A small course");
  expect(events).toMatchObject([{ event: "catalog-read", courses: 1, problems: 0 }]);
});

test("reload sees added, changed and removed files", async () => {
  const root = await makeContent();
  const { source } = await open(root);
  await changeContent(root, { ...NEW_LESSON, [`${SMALL_LAB}/starter/add.js`]: "// changed\n", [`${SMALL_MODULE}/01-welcome.md`]: null });
  const catalog = await source.reload();
  expect(source.current()).toBe(catalog);
  expect(catalog.courses[0]?.modules[0]?.activities.map((activity) => activity.slug)).toEqual(["add", "report", "new"]);
  expect(catalog.courses[0]?.modules[0]?.activities[0]).toMatchObject({ starter: { "add.js": "// changed\n" } });
});

test("a change of the same length within the same moment is seen", async () => {
  const root = await makeContent();
  const { source } = await open(root);
  for (const letter of ["a", "b", "c", "d"]) {
    await changeContent(root, { [`${SMALL_LAB}/starter/add.js`]: `// ${letter}\n` });
    expect((await source.reload()).courses[0]?.modules[0]?.activities[1]).toMatchObject({ starter: { "add.js": `// ${letter}\n` } });
  }
});

test("a change on disk is seen without a restart when watching", async () => {
  const root = await makeContent();
  const { source } = await open(root, { watch: true });
  await changeContent(root, NEW_LESSON);
  await vi.waitFor(() => expect(source.current().courses[0]?.modules[0]?.activities.at(-1)?.slug).toBe("new"), { timeout: 60_000 });
  await changeContent(root, { "courses/second/course.md": "---\ntitle: Second\n---\n" });
  await vi.waitFor(() => expect(source.current().courses.map((course) => course.id)).toEqual(["second", "small"]), { timeout: 60_000 });
});

test("without watching nothing is read again", async () => {
  const root = await makeContent();
  const { source, events } = await open(root);
  await changeContent(root, NEW_LESSON);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(source.current().courses[0]?.modules[0]?.activities).toHaveLength(3);
  expect(events).toHaveLength(1);
});

test("a folder that goes away leaves the catalog as it was, and coming back is read", async () => {
  const root = await makeContent();
  const { source, events } = await open(root);
  await rename(root, `${root}-away`);
  onTestFinished(() => rm(`${root}-away`, { recursive: true, force: true }));
  expect((await source.reload()).courses).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ event: "catalog-kept", cause: expect.stringContaining("ENOENT") });
  await rename(`${root}-away`, root);
  await changeContent(root, NEW_LESSON);
  expect((await source.reload()).courses[0]?.modules[0]?.activities).toHaveLength(4);
});

test("a folder that is not there is a catalog with a problem, and said not to be watched", async () => {
  const { source, events } = await open("/nowhere/at-all", { watch: true });
  expect(source.current()).toMatchObject({ courses: [], problems: [{ file: ".", message: expect.stringContaining("ENOENT") }, { file: "courses" }] });
  expect(events.map((event) => event.event)).toContain("catalog-not-watched");
});

test("reloads at the same time end with the newest content", async () => {
  const root = await makeContent();
  const { source } = await open(root);
  const first = source.reload();
  await changeContent(root, NEW_LESSON);
  await Promise.all([first, source.reload()]);
  expect(source.current().courses[0]?.modules[0]?.activities).toHaveLength(4);
});
