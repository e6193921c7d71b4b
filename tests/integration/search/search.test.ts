import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Activity, Catalog } from "../../../app/catalog/catalog.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { translateCatalog } from "../../../app/catalog/translate-catalog.ts";
import { createSearchKeeper } from "../../../app/features/search/keep-search-index.server.ts";
import { searchMaterial } from "../../../app/features/search/search-material.server.ts";
import type { SignedInUser } from "../../../app/web/session-keeper.server.ts";
import { courseRoles } from "../../../db/schema.ts";
import { openSearchIndex } from "../../../db/search-index.ts";
import { EVERY_TYPE, makeQuiz, SECRETS } from "../../helpers/questions.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
let catalog: Catalog;
const text = (source: string) => ({ source, firstLine: 1 });
const lesson = (source: string, changes: Parameters<typeof testLesson>[0] = {}) => testLesson({ text: text(source), ...changes });

function publish(contentHash: string, activities: readonly Activity[], published = true) {
  const made = buildTestCatalog(activities);
  catalog = { ...made, courses: made.courses.map((course) => ({ ...course, contentHash, published })) };
  deps.catalog = catalog;
}

const person = (id: string, changes: Partial<SignedInUser> = {}): SignedInUser => ({ id, email: "", name: id, isAdministrator: false, editor: "plain", language: null, ...changes });
const search = (query: string, user = person("lena")) => searchMaterial(deps, { user, query });
const paths = async (query: string, user = person("lena")) => (await search(query, user)).courses.flatMap(({ lines }) => lines.map(({ path }) => path));

beforeEach(async () => {
  const made = makeTestDeps();
  deps = { ...made, search: createSearchKeeper(openSearchIndex(), { current: () => catalog }) };
  publish("v1", [
    lesson("A pipe joins programs.\n\n## Counting lines\n\nThe café's log: `wc -l`, <script>alert(1)</script>."),
    testLab({ text: text("Count the lines that a pipe gives you."), title: "Pipes", solution: { "sum.js": "secretreference" }, hints: [{ title: "Hint", text: text("secrethint") }] }),
  ]);
  for (const id of ["lena", "mia", "ines"]) await insertTestUser(deps, id);
  await enroll(deps, { userId: "lena", courseId: "basics" });
});
afterEach(() => {
  deps.search.index.close();
  deps.db.close();
});

describe("searching", () => {
  it("leads to the section, by any form of accents, the beginning of a word, and every word", async () => {
    expect(await paths("CAFE log")).toEqual(["/courses/basics/start/hello#section-counting-lines"]);
    expect(await paths("progr joins")).toEqual(["/courses/basics/start/hello"]);
    expect(await paths("pipe zebra")).toEqual([]);
  });

  it("puts a title first and marks what was found; text stays text", async () => {
    expect((await paths("pipe"))[0]).toBe("/courses/basics/start/sum");
    const [found] = (await search("alert")).courses[0]?.lines ?? [];
    expect(found?.excerpt.find((part) => part.isFound)).toEqual({ text: "alert", isFound: true });
    const words = await search('" OR * NEAR( ^ {');
    expect(words.count).toBe(0);
    expect((await search("")).courses).toEqual([]);
  });

  it("never finds references, hints or tests", async () => {
    for (const word of ["secretreference", "secrethint", "toBe", "adds"]) expect(await paths(word)).toEqual([]);
  });

  it("never finds what an author wrote for nobody's eyes", async () => {
    publish("v2", [
      lesson("Seen. <!-- secretinline --> Seen.\n\n<!-- secretblock -->\n\n## A head <!-- secrethead -->\n\n- item <!-- secretitem -->\n\n| a <!-- secretcell --> |\n| --- |\n| b |"),
      testLab({ text: text("Words <!-- secretlab --> of a lab."), wrong: [{ name: "secretwrong", files: { "sum.js": "secretwrong" } }] }),
    ]);
    expect(await paths("seen")).toEqual(["/courses/basics/start/hello"]);
    for (const word of ["secretinline", "secretblock", "secrethead", "secretitem", "secretcell", "secretlab", "secretwrong", "secret"]) expect(await paths(word)).toEqual([]);
  });

  it("never finds questions, answers, explanations or feedback of quizzes", async () => {
    publish("v2", [makeQuiz(EVERY_TYPE)]);
    expect(SECRETS.length).toBeGreaterThan(5);
    for (const secret of SECRETS) expect([secret, await paths(secret)]).toEqual([secret, []]);
  });

  it("finds nothing closed for who grades or asks in another language either", async () => {
    const translation = { language: "es", title: "Cerrado", summary: "vigilado", outcomes: [], audience: "", text: text("Palabras vigiladas."), file: "x.es.md", isStale: false };
    publish("v2", [lesson("First words."), testLab({ text: text("Guarded words."), summary: "guardedsummary", prerequisites: ["start/hello"], translations: [translation] })]);
    await deps.db.write(async (tx) => void (await tx.insert(courseRoles).values({ userId: "lena", courseId: "basics", role: "grader", createdAt: deps.now() })));
    for (const word of ["guarded", "guardedsummary", "vigilado", "vigiladas", "cerrado"]) {
      expect(await paths(word)).toEqual([]);
      deps.catalog = translateCatalog(catalog, "es");
      expect((await searchMaterial(deps, { user: person("lena"), query: word, language: "es" })).count).toBe(0);
      deps.catalog = catalog;
    }
  });

  it("shows who is not enrolled only the page of the course, and nothing of a hidden one", async () => {
    expect(await paths("pipe", person("mia"))).toEqual([]);
    expect(await paths("welcome", person("mia"))).toEqual(["/courses/basics"]);
    publish("v2", [lesson("A pipe.")], false);
    expect(await paths("pipe")).toEqual([]);
    expect(await paths("welcome", person("mia"))).toEqual([]);
    expect(await paths("pipe", person("ada", { isAdministrator: true }))).toEqual(["/courses/basics/start/hello"]);
    await deps.db.write((tx) => tx.insert(courseRoles).values({ userId: "ines", courseId: "basics", role: "instructor", createdAt: deps.now() }).then(() => {}));
    expect(await paths("pipe", person("ines"))).toEqual(["/courses/basics/start/hello"]);
  });

  it("finds nothing of what is not open yet to a learner, and all of it for who teaches", async () => {
    publish("v2", [lesson("First words."), testLab({ text: text("Guarded words."), prerequisites: ["start/hello"] })]);
    expect(await paths("guarded")).toEqual([]);
    await deps.db.write(async (tx) => void (await tx.insert(courseRoles).values({ userId: "ines", courseId: "basics", role: "instructor", createdAt: deps.now() })));
    await enroll(deps, { userId: "ines", courseId: "basics" });
    expect(await paths("guarded", person("ines"))).toEqual(["/courses/basics/start/sum"]);
    await completeLesson(deps, { userId: "lena", lesson: testLesson() });
    expect(await paths("guarded")).toEqual(["/courses/basics/start/sum"]);
  });

  it("knows a text that was published a moment ago, and forgets a course that is gone", async () => {
    expect(await paths("zebra")).toEqual([]);
    publish("v2", [lesson("A zebra.")]);
    expect(await paths("zebra")).toEqual(["/courses/basics/start/hello"]);
    catalog = { ...catalog, courses: [] };
    deps.catalog = catalog;
    expect(await paths("zebra")).toEqual([]);
    expect(deps.search.index.listCourseIds()).toEqual([]);
  });
});

describe("searching in another language", () => {
  const translation = { language: "es", title: "Tuberías", summary: "", outcomes: [], audience: "", text: text("Una tubería une programas: pipe.\n\n## Contar líneas\n\nCon wc."), file: "courses/basics/01-start/01-hello.es.md", isStale: false };
  const inSpanish = async (query: string) => {
    deps.catalog = translateCatalog(catalog, "es");
    return (await searchMaterial(deps, { user: person("lena"), query, language: "es" })).courses.flatMap(({ lines }) => lines);
  };

  beforeEach(() => publish("v2", [lesson("A pipe joins programs.\n\n## Counting lines\n\nWith wc and zebras.", { translations: [translation] }), testLab({ text: text("Count what a pipe gives you.") })]));

  it("finds translations, and what is not translated after them", async () => {
    const found = await inSpanish("pipe");
    expect(found.map(({ path, language }) => [path, language])).toEqual([["/courses/basics/start/hello", "es"], ["/courses/basics/start/sum", "en"]]);
    expect(found[0]?.title).toEqual([{ text: "Tuberías", isFound: false }]);
    expect((await inSpanish("lineas contar")).map(({ path }) => path)).toEqual(["/courses/basics/start/hello#section-contar-líneas"]);
  });

  it("opens a text as it was written where only that has the word", async () => {
    expect((await inSpanish("zebras")).map(({ path }) => path)).toEqual(["/courses/basics/start/hello?in=source#section-counting-lines"]);
  });

  it("leaves translations to those who read them", async () => {
    expect(await paths("tubería")).toEqual([]);
    expect((await paths("pipe")).toSorted()).toEqual(["/courses/basics/start/hello", "/courses/basics/start/sum"]);
  });
});
