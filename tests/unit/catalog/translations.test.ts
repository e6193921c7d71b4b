import { expect, test } from "vitest";
import type { Catalog } from "../../../app/catalog/catalog.ts";
import { findActivity } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { translateCatalog } from "../../../app/catalog/translate-catalog.ts";
import { describeTextLanguage, findSourceActivity } from "../../../app/features/progress/text-language.ts";
import { changeContent, makeContent, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

const LESSON = `${SMALL_MODULE}/01-welcome.es.md`;
const write = (of: string) => `---\ntitle: Te damos la bienvenida\nsummary: Qué es esto.\n${of}---\n\nHola.\n`;

/** What `rung check` says to write, out of its remark. */
function findMark(catalog: Catalog, file: string): string {
  return /`of: (v[0-9a-f]{12})`/.exec(catalog.problems.find((problem) => problem.file === file)?.fix ?? "")?.[1] ?? "none";
}

const openLesson = (catalog: Catalog) => {
  const course = catalog.courses.find(({ id }) => id === "small");
  return course && findActivity(course, "start", "welcome");
};

test("a translation takes the place of its source for those who read that language, and for nobody else", async () => {
  const root = await makeContent({ [LESSON]: write("") });
  await changeContent(root, { [LESSON]: write(`of: ${findMark(await readContent(root), LESSON)}\n`) });
  const catalog = await readContent(root);
  expect(catalog.problems).toEqual([]);
  const lesson = openLesson(translateCatalog(catalog, "es"));
  expect(lesson).toMatchObject({ title: "Te damos la bienvenida", summary: "Qué es esto.", textLanguage: "es", isStale: false, id: "start/welcome" });
  expect(lesson?.text.source.trim()).toBe("Hola.");
  expect(lesson?.kind === "lesson" && lesson.renditions[0]?.text.source.trim()).toBe("Hola.");
  expect(translateCatalog(catalog, "en")).toBe(catalog);
  expect(translateCatalog(catalog, "es"), "made once").toBe(translateCatalog(catalog, "es"));
  expect(lesson && findSourceActivity(catalog, lesson)?.title).toBe(openLesson(catalog)?.title);
  expect(openLesson(catalog)?.textLanguage).toBeUndefined();
});

test("a source that changes makes its translation older, with a remark that says what to write", async () => {
  const root = await makeContent({ [LESSON]: write("") });
  const mark = findMark(await readContent(root), LESSON);
  await changeContent(root, { [LESSON]: write(`of: ${mark}\n`), [`${SMALL_MODULE}/01-welcome.md`]: "---\nkind: lesson\ntitle: Welcome\nminutes: 3\n---\n\nAnother text.\n" });
  const catalog = await readContent(root);
  expect(openLesson(translateCatalog(catalog, "es"))).toMatchObject({ isStale: true, textLanguage: "es" });
  expect(catalog.problems.filter(({ file }) => file === LESSON)).toMatchObject([{ field: "of", line: 4 }]);
  expect(findMark(catalog, LESSON)).not.toBe(mark);
});

test("labs, modules and courses are translated too; adding a translation changes nothing that learners have done", async () => {
  const before = await readContent(await makeContent());
  const root = await makeContent({
    [`${SMALL_LAB}/lab.es.md`]: "---\ntitle: Sumar\n---\n\nSuma dos números.\n",
    [`${SMALL_MODULE}/module.es.md`]: "---\ntitle: El comienzo\n---\n",
    "courses/small/course.es.md": "---\ntitle: Un curso pequeño\noutcomes: [Sumar]\n---\n\nSobre el curso.\n",
  });
  const catalog = await readContent(root);
  const course = translateCatalog(catalog, "es").courses.find(({ id }) => id === "small");
  expect(course).toMatchObject({ title: "Un curso pequeño", outcomes: ["Sumar"], textLanguage: "es", isStale: true });
  expect(course?.modules[0]?.title).toBe("El comienzo");
  const lab = course && findActivity(course, "start", "add");
  expect(lab).toMatchObject({ title: "Sumar", textLanguage: "es", language: "javascript" });
  const hashOf = (read: Catalog) => read.courses.flatMap(({ modules }) => modules.flatMap(({ activities }) => activities.map(({ contentHash }) => contentHash)));
  expect(hashOf(catalog)).toEqual(hashOf(before));
});

test("a translation with a mistake is left out, and never keeps learners from the source", async () => {
  const catalog = await readContent(await makeContent({ [LESSON]: "---\ntitel: Hola\n---\n" }));
  expect(openLesson(translateCatalog(catalog, "es"))?.kind).toBe("lesson");
  expect(openLesson(translateCatalog(catalog, "es"))?.textLanguage).toBeUndefined();
  expect(catalog.problems.some(({ file }) => file === LESSON)).toBe(true);
});

test("a page says the language of its text, and leads to the other", async () => {
  const catalog = await readContent(await makeContent({ [LESSON]: write("") }));
  const [source, translated] = [openLesson(catalog), openLesson(translateCatalog(catalog, "es"))];
  if (!source || !translated) throw new Error("The lesson is gone.");
  expect(describeTextLanguage({ translated: source, readsSource: false, path: "/x", locale: "en" })).toBeNull();
  expect(describeTextLanguage({ translated: source, readsSource: false, path: "/x", locale: "es" })).toEqual({ language: "en", isStale: false, others: [] });
  expect(describeTextLanguage({ translated, readsSource: false, path: "/x", locale: "es" })).toEqual({ language: "es", isStale: true, others: [{ language: "en", path: "/x?in=source" }] });
  expect(describeTextLanguage({ translated, readsSource: true, path: "/x", locale: "es" })).toEqual({ language: "en", isStale: false, others: [{ language: "es", path: "/x" }] });
});
