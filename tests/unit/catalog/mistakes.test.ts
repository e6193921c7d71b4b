import { chmod, mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { makeContent, makeFolder, SMALL_LAB, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";

const LESSON = `${SMALL_MODULE}/01-welcome.md`;
const LAB = `${SMALL_LAB}/lab.md`;
const PROJECT = `${SMALL_MODULE}/03-report`;
const RUBRIC = `${PROJECT}/rubric.yml`;

function lesson(fields: string, text = "Hello."): string {
  return `---\n${fields}\n---\n${text}\n`;
}
function labWith(fields: string): Changes {
  return { [LAB]: `---\nkind: lab\ntitle: Add\n${fields}\n---\nWrite it.\n` };
}
function rubric(criteria: string): Changes {
  return { [RUBRIC]: `criteria:\n${criteria}\n` };
}
const GOOD = "kind: lesson\ntitle: Welcome";

interface Mistake {
  what: string;
  changes: Changes;
  problem: { file: string; line?: number | null; field?: string | null; message: RegExp; fix?: RegExp };
  /** Whether the activity is kept from learners; left out where no activity is meant. */
  broken?: string | false;
}

const MISTAKES: Mistake[] = [
  { what: "an empty file", changes: { [LESSON]: "" }, problem: { file: LESSON, line: 1, message: /empty/, fix: /---/ }, broken: "welcome" },
  { what: "no front matter", changes: { [LESSON]: "# Hello\n" }, problem: { file: LESSON, message: /no front matter/ }, broken: "welcome" },
  { what: "front matter without an end", changes: { [LESSON]: "---\nkind: lesson\n" }, problem: { file: LESSON, message: /no end/ }, broken: "welcome" },
  { what: "bad YAML", changes: { [LESSON]: lesson("kind: lesson\ntitle: Loops: all of them") }, problem: { file: LESSON, line: 3, message: /not good YAML/, fix: /quotes/ }, broken: "welcome" },
  { what: "the same field twice", changes: { [LESSON]: lesson(`${GOOD}\ntitle: Again`) }, problem: { file: LESSON, line: 4, message: /unique/ }, broken: "welcome" },
  { what: "YAML that multiplies", changes: { [LESSON]: lesson(`${GOOD}\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nskills: [*c,*c,*c,*c,*c,*c]`) }, problem: { file: LESSON, message: /can't be read/ }, broken: "welcome" },
  { what: "a list for front matter", changes: { [LESSON]: lesson("- a") }, problem: { file: LESSON, message: /Fields were expected/ }, broken: "welcome" },
  { what: "no title", changes: { [LESSON]: lesson("kind: lesson\nminutes: 3") }, problem: { file: LESSON, line: 1, field: "title", message: /`title` is missing/, fix: /Add `title:`/ }, broken: "welcome" },
  { what: "an empty title", changes: { [LESSON]: lesson('kind: lesson\ntitle: ""') }, problem: { file: LESSON, line: 3, field: "title", message: /empty/ }, broken: "welcome" },
  { what: "a number that is text", changes: { [LESSON]: lesson(`${GOOD}\nminutes: soon`) }, problem: { file: LESSON, line: 4, field: "minutes", message: /the text "soon", where a number/ }, broken: "welcome" },
  { what: "a misspelt field", changes: { [LESSON]: lesson(`${GOOD}\nminuts: 3`) }, problem: { file: LESSON, line: 4, field: "minuts", message: /no field `minuts`/, fix: /Did you mean `minutes`\?/ }, broken: "welcome" },
  { what: "an unknown field", changes: { [LESSON]: lesson(`${GOOD}\nflavour: sweet`) }, problem: { file: LESSON, line: 4, field: "flavour", message: /no field/, fix: /The fields are/ }, broken: "welcome" },
  { what: "a field named __proto__", changes: { [LESSON]: lesson(`${GOOD}\n__proto__: { title: x }`) }, problem: { file: LESSON, line: 4, field: "__proto__", message: /no field/ }, broken: "welcome" },
  { what: "no kind", changes: { [LESSON]: lesson("title: Welcome") }, problem: { file: LESSON, field: "kind", message: /`kind` is missing/, fix: /kind: lesson/ }, broken: "welcome" },
  { what: "an unknown kind", changes: { [LESSON]: lesson("kind: leson\ntitle: x") }, problem: { file: LESSON, line: 2, field: "kind", message: /no kind/, fix: /`lesson`/ }, broken: "welcome" },
  { what: "a kind that is not served", changes: { [LESSON]: lesson("kind: session\ntitle: x\nplace: here") }, problem: { file: LESSON, line: 2, field: "kind", message: /serves lesson, lab, project/ }, broken: "welcome" },
  { what: "a fault in a kind that is not served", changes: { [LESSON]: lesson("kind: session\ntitle: x\nseats: 0") }, problem: { file: LESSON, line: 4, field: "seats", message: /least is 1/ }, broken: "welcome" },
  { what: "a lab in one file", changes: { [LESSON]: lesson("kind: lab\ntitle: x\nlanguage: javascript") }, problem: { file: LESSON, line: 2, field: "kind", message: /folder/, fix: /01-welcome\/lab\.md/ }, broken: "welcome" },
  { what: "a lesson without text", changes: { [LESSON]: lesson(GOOD, "") }, problem: { file: LESSON, message: /no text/ }, broken: false },
  { what: "an own kind in a file of another", changes: { [LAB]: lesson("kind: lesson\ntitle: Add") }, problem: { file: LAB, line: 2, field: "kind", message: /`lab\.md`/ }, broken: "add" },

  { what: "a link that leads nowhere", changes: { [LESSON]: lesson(GOOD, "Hello.\n\nSee [this](02-gone.md).") }, problem: { file: LESSON, line: 7, message: /`02-gone\.md` leads nowhere/ }, broken: false },
  { what: "a link to a lab's reference", changes: { [LESSON]: lesson(GOOD, "[x](02-add/solution/add.js)") }, problem: { file: LESSON, line: 5, message: /leads nowhere/ }, broken: false },
  { what: "a link out of the content", changes: { [LESSON]: lesson(GOOD, "[x](../../../../../../etc/passwd)") }, problem: { file: LESSON, message: /leads nowhere/ }, broken: false },
  { what: "a link of a dangerous kind", changes: { [LESSON]: lesson(GOOD, "[x](javascript:alert)") }, problem: { file: LESSON, message: /not allowed/ }, broken: false },
  { what: "a link to a heading that is not there", changes: { [LESSON]: lesson(GOOD, "[x](#nowhere)") }, problem: { file: LESSON, message: /no heading/ }, broken: false },
  { what: "a link to a heading that another file does not have", changes: { [LAB]: "---\nkind: lab\ntitle: Add\n---\n[x](../01-welcome.md#nowhere)\n" }, problem: { file: LAB, line: 5, message: /no such heading/ }, broken: false },
  { what: "a link in a hint", changes: { [`${SMALL_LAB}/hints.md`]: "## 1. Look\n\n[x](../gone.md)\n" }, problem: { file: `${SMALL_LAB}/hints.md`, line: 3, message: /leads nowhere/ }, broken: false },
  { what: "a picture that is not there", changes: { [LAB]: "---\nkind: lab\ntitle: Add\n---\n![A box](assets/gone.svg)\n" }, problem: { file: LAB, line: 5, message: /no picture/ }, broken: false },
  { what: "a picture of another site", changes: { [LESSON]: lesson(GOOD, "![A box](https://example.com/x.png)") }, problem: { file: LESSON, message: /another site/ }, broken: false },
  { what: "a picture without words", changes: { [LAB]: "---\nkind: lab\ntitle: Add\n---\n![](assets/boxes.svg)\n" }, problem: { file: LAB, line: 5, message: /no text for people/ }, broken: false },
  { what: "HTML in the text", changes: { [LESSON]: lesson(GOOD, "An Array<string> here.") }, problem: { file: LESSON, line: 5, message: /HTML is not shown: `<string>`/ }, broken: false },
  { what: "a block of an unknown name", changes: { [LESSON]: lesson(GOOD, ":::hint\nx\n:::") }, problem: { file: LESSON, line: 5, message: /no block `:::hint`/ }, broken: false },
  { what: "a formula that can't be set", changes: { [LESSON]: lesson(GOOD, "$\\frac{1$") }, problem: { file: LESSON, line: 5, message: /formula can't be set/ }, broken: false },
  { what: "text inside text without end", changes: { [LESSON]: lesson(GOOD, `${"> ".repeat(5_000)}x`) }, problem: { file: LESSON, line: 5, message: /inside each other/ }, broken: false },

  { what: "a lab without a starter", changes: { [`${SMALL_LAB}/starter`]: null }, problem: { file: `${SMALL_LAB}/starter`, message: /no starter/ }, broken: "add" },
  { what: "a lab without a solution", changes: { [`${SMALL_LAB}/solution`]: null }, problem: { file: `${SMALL_LAB}/solution`, message: /no `solution\/`/ }, broken: "add" },
  { what: "a lab without tests", changes: { [`${SMALL_LAB}/tests`]: null }, problem: { file: `${SMALL_LAB}/tests`, message: /no `tests\/`/ }, broken: "add" },
  { what: "an empty test", changes: { [`${SMALL_LAB}/tests/hidden/more.test.js`]: "\n" }, problem: { file: `${SMALL_LAB}/tests/hidden/more.test.js`, message: /empty/ }, broken: "add" },
  { what: "open naming nothing", changes: labWith("open: ad.js"), problem: { file: LAB, line: 4, field: "open", message: /no such file/, fix: /`add\.js`/ }, broken: "add" },
  { what: "readOnly naming nothing", changes: labWith("readOnly:\n  - numbers.js\n  - gone.js"), problem: { file: LAB, line: 6, field: "readOnly[1]", message: /`gone\.js`/ }, broken: "add" },
  { what: "nothing to write", changes: labWith("readOnly: [add.js, numbers.js]"), problem: { file: LAB, line: 4, field: "readOnly", message: /read-only/ }, broken: "add" },
  { what: "a misspelt language", changes: labWith("language: pyhton"), problem: { file: LAB, line: 4, field: "language", message: /not one of/, fix: /`python`/ }, broken: "add" },
  { what: "a language without files of it", changes: labWith("language: python"), problem: { file: LAB, line: 4, field: "language", message: /no starter file/ }, broken: "add" },
  { what: "tests of another language", changes: { ...labWith("language: python"), [`${SMALL_LAB}/starter/a.py`]: "x = 1\n" }, problem: { file: `${SMALL_LAB}/tests`, message: /python tests/ }, broken: "add" },
  { what: "a limit above the ceiling", changes: labWith("limits: { cpuMs: 999999 }"), problem: { file: LAB, line: 4, field: "limits.cpuMs", message: /most is 20000/ }, broken: "add" },
  { what: "an unknown limit", changes: labWith("limits: { cpums: 10 }"), problem: { file: LAB, line: 4, field: "limits.cpums", message: /no field/, fix: /`cpuMs`/ }, broken: "add" },
  { what: "a misspelt folder", changes: { [`${SMALL_LAB}/test/x.test.js`]: "test('x')" }, problem: { file: `${SMALL_LAB}/test`, message: /no place/, fix: /`tests`/ }, broken: "add" },
  { what: "a stray file", changes: { [`${SMALL_LAB}/data.csv`]: "1" }, problem: { file: `${SMALL_LAB}/data.csv`, message: /no place/ }, broken: false },
  { what: "variants", changes: { [`${SMALL_LAB}/params.ts`]: "export default {}" }, problem: { file: `${SMALL_LAB}/params.ts`, message: /variants/ }, broken: "add" },
  { what: "a wrong program without files", changes: { [`${SMALL_LAB}/wrong/nothing/.keep`]: "" }, problem: { file: `${SMALL_LAB}/wrong/nothing`, message: /no files/ }, broken: "add" },
  { what: "a wrong program that is a file", changes: { [`${SMALL_LAB}/wrong/add.js`]: "x" }, problem: { file: `${SMALL_LAB}/wrong/add.js`, message: /is a folder/ }, broken: "add" },
  { what: "a solution that changes a read-only file", changes: { [`${SMALL_LAB}/solution/numbers.js`]: "x" }, problem: { file: `${SMALL_LAB}/solution/numbers.js`, message: /read-only/ }, broken: "add" },
  { what: "a visible and a hidden test of one name", changes: { [`${SMALL_LAB}/tests/more.test.js`]: "test('x')" }, problem: { file: `${SMALL_LAB}/tests/hidden/more.test.js`, message: /side by side/ }, broken: "add" },
  { what: "a starter named like a test", changes: { [`${SMALL_LAB}/starter/add.test.js`]: "x" }, problem: { file: `${SMALL_LAB}/tests/add.test.js`, message: /side by side/ }, broken: "add" },
  { what: "a starter file that is too large", changes: { [`${SMALL_LAB}/starter/big.js`]: "x".repeat(300_000) }, problem: { file: `${SMALL_LAB}/starter/big.js`, message: /at most 262144/ }, broken: "add" },
  { what: "hints in the wrong order", changes: { [`${SMALL_LAB}/hints.md`]: "## 2. Look\n\nx\n" }, problem: { file: `${SMALL_LAB}/hints.md`, line: 1, message: /hint 1/ }, broken: false },
  { what: "text before the first hint", changes: { [`${SMALL_LAB}/hints.md`]: "Look\n\n## 1. x\n\ny\n" }, problem: { file: `${SMALL_LAB}/hints.md`, line: 1, message: /before the first hint/ }, broken: false },

  { what: "no rubric", changes: { [RUBRIC]: null }, problem: { file: RUBRIC, message: /no `rubric\.yml`/ }, broken: "report" },
  { what: "an empty rubric", changes: { [RUBRIC]: "" }, problem: { file: RUBRIC, field: "criteria", message: /missing/ }, broken: "report" },
  { what: "a rubric with one level", changes: rubric("  - title: Clear\n    levels:\n      - { title: Good, points: 1 }"), problem: { file: RUBRIC, line: 3, field: "criteria[0].levels", message: /too few/ }, broken: "report" },
  { what: "a level without points", changes: rubric("  - title: Clear\n    levels:\n      - { title: Good, points: 1 }\n      - { title: Bad }"), problem: { file: RUBRIC, line: 5, field: "criteria[0].levels[1].points", message: /missing/ }, broken: "report" },
  { what: "two criteria of one id", changes: rubric("  - title: A\n    levels: [{ title: x, points: 1 }, { title: y, points: 0 }]\n  - title: a\n    levels: [{ title: x, points: 1 }, { title: y, points: 0 }]"), problem: { file: RUBRIC, line: 4, field: "criteria[1].id", message: /`a`/ }, broken: "report" },
  { what: "levels out of order", changes: rubric("  - title: A\n    levels: [{ title: x, points: 1 }, { title: y, points: 3 }, { title: z, points: 0 }]"), problem: { file: RUBRIC, line: 3, field: "criteria[0].levels", message: /out of order/ }, broken: "report" },
  { what: "a rubric that gives nothing", changes: rubric("  - title: A\n    levels: [{ title: x, points: 0 }, { title: y, points: 0 }]"), problem: { file: RUBRIC, message: /any points/ }, broken: "report" },
  { what: "bad YAML in a rubric", changes: { [RUBRIC]: "criteria:\n  - title: [" }, problem: { file: RUBRIC, line: 2, message: /YAML/ }, broken: "report" },
  { what: "a project with code and no language", changes: { [`${SMALL_MODULE}/module.md`]: lesson("title: Start"), [`${PROJECT}/starter/a.js`]: "x" }, problem: { file: `${PROJECT}/project.md`, field: "language", message: /`language` is missing/ }, broken: "report" },

  { what: "a module without its file", changes: { [`${SMALL_MODULE}/module.md`]: null }, problem: { file: `${SMALL_MODULE}/module.md`, message: /no `module\.md`/ } },
  { what: "a fault in a module's defaults", changes: { [`${SMALL_MODULE}/module.md`]: lesson("title: Start\ndefaults:\n  languge: javascript") }, problem: { file: `${SMALL_MODULE}/module.md`, line: 4, field: "defaults.languge", message: /no field/, fix: /`language`/ } },
  { what: "a course without its file", changes: { "courses/small/course.md": null }, problem: { file: "courses/small/course.md", message: /no `course\.md`/ } },
  { what: "a fault in a course", changes: { "courses/small/course.md": lesson("title: A\npublished: maybe\ndefaults: { minutes: 7 }") }, problem: { file: "courses/small/course.md", line: 3, field: "published", message: /`true` or `false`/ } },
  { what: "a module without a number", changes: { "courses/small/extra/module.md": lesson("title: x") }, problem: { file: "courses/small/extra", message: /no order number/, fix: /01-extra/ } },
  { what: "two modules of one id", changes: { "courses/small/02-start/module.md": lesson("title: x") }, problem: { file: "courses/small/02-start", message: /id `start`/ } },
  { what: "an activity without a number", changes: { [`${SMALL_MODULE}/extra.md`]: lesson(GOOD) }, problem: { file: `${SMALL_MODULE}/extra.md`, message: /no order number/, fix: /01-extra\.md/ } },
  { what: "two activities of one id", changes: { [`${SMALL_MODULE}/07-add.md`]: lesson(GOOD) }, problem: { file: `${SMALL_MODULE}/07-add.md`, message: /id `add`/ } },
  { what: "two activities of one number", changes: { [`${SMALL_MODULE}/01-again.md`]: lesson(GOOD) }, problem: { file: `${SMALL_MODULE}/01-welcome.md`, message: /same number as `01-again\.md`/ } },
  { what: "a name that can't be an id", changes: { [`${SMALL_MODULE}/07-Über uns.md`]: lesson(GOOD) }, problem: { file: `${SMALL_MODULE}/07-Über uns.md`, message: /can't be an id/ } },
  { what: "a folder without an activity", changes: { [`${SMALL_MODULE}/07-empty/notes.txt`]: "x" }, problem: { file: `${SMALL_MODULE}/07-empty`, message: /no activity/ }, broken: "empty" },
  { what: "a folder with two activities", changes: { [`${SMALL_LAB}/lesson.md`]: lesson(GOOD) }, problem: { file: `${SMALL_LAB}/lesson.md`, message: /two activities/ }, broken: "add" },
  { what: "a stray file in a module", changes: { [`${SMALL_MODULE}/data.csv`]: "1" }, problem: { file: `${SMALL_MODULE}/data.csv`, message: /no place/ } },
  { what: "a prerequisite naming nothing", changes: { [LESSON]: lesson(`${GOOD}\nprerequisites:\n  - add\n  - reprot`) }, problem: { file: LESSON, line: 6, field: "prerequisites[1]", message: /names no activity/, fix: /start\/report/ }, broken: false },
  { what: "an activity before itself", changes: { [LESSON]: lesson(`${GOOD}\nprerequisites: [welcome]`) }, problem: { file: LESSON, line: 4, field: "prerequisites[0]", message: /own prerequisite/ }, broken: false },
  { what: "an alias that is an id", changes: { [LESSON]: lesson(`${GOOD}\naliases: [add]`) }, problem: { file: LESSON, line: 4, field: "aliases[0]", message: /another activity/ }, broken: false },
  { what: "an alias given twice", changes: { [LESSON]: lesson(`${GOOD}\naliases: [sum]`) }, problem: { file: LAB, line: 6, field: "aliases[0]", message: /also one of `start\/welcome`/ }, broken: false },
  { what: "a translation that is not there", changes: { [LAB]: "---\nkind: lab\ntitle: Add\nlanguages: [es]\n---\nx\n" }, problem: { file: LAB, line: 4, field: "languages[0]", message: /`lab\.es\.md`/ }, broken: false },

  { what: "a file that is not UTF-8", changes: { [LESSON]: new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]) }, problem: { file: LESSON, message: /not UTF-8/ }, broken: "welcome" },
  { what: "a file with a NUL in it", changes: { [`${SMALL_LAB}/starter/x.js`]: "a\0b" }, problem: { file: `${SMALL_LAB}/starter/x.js`, message: /not UTF-8 text/ }, broken: "add" },
  { what: "a text that is too large", changes: { [LESSON]: "x".repeat(1_100_000) }, problem: { file: LESSON, message: /the most is 1 MiB/ }, broken: "welcome" },
  { what: "a course's name that can't be an id", changes: { "courses/My Course/course.md": lesson("title: x") }, problem: { file: "courses/My Course", message: /can't be the id/ } },
  { what: "a file among the courses", changes: { "courses/course.md": lesson("title: x") }, problem: { file: "courses/course.md", message: /are folders/ } },
  { what: "paths, which are not served", changes: { "paths/engineer.md": "x" }, problem: { file: "paths", message: /does not serve/ } },
];

describe.each(MISTAKES)("$what", ({ changes, problem, broken }) => {
  test("is named with its place and a remedy", async () => {
    const catalog = await readContent(await makeContent(changes));
    const found = catalog.problems.filter((one) => one.file === problem.file && problem.message.test(one.message));
    // The whole list is compared when it is not there, so that a failure shows what was said instead.
    expect(found.length === 1 ? found : catalog.problems).toEqual([
      {
        file: problem.file,
        line: problem.line === undefined ? found[0]?.line : problem.line,
        field: problem.field === undefined ? found[0]?.field : problem.field,
        message: expect.stringMatching(problem.message),
        fix: expect.stringMatching(problem.fix ?? /./),
      },
    ]);
    const modules = catalog.courses.find((one) => one.id === "small")?.modules ?? [];
    const withheld = modules.flatMap((module) => module.broken.map((activity) => activity.slug));
    if (broken === false) expect(withheld).toEqual([]);
    if (typeof broken === "string") {
      expect(withheld).toContain(broken);
      expect(modules.flatMap((module) => module.activities.map((activity) => activity.slug))).not.toContain(broken);
    }
  });
});

test("every problem is found in one reading", async () => {
  const catalog = await readContent(await makeContent({ [LAB]: "---\nkind: lab\ntitel: Add\nopen: gone.js\n---\nx\n", [`${SMALL_LAB}/tests`]: null, [LESSON]: "" }));
  expect(catalog.problems.map((problem) => [problem.file.replace(`${SMALL_MODULE}/`, ""), problem.field])).toEqual([
    ["01-welcome.md", null],
    ["02-add/lab.md", "title"],
    ["02-add/lab.md", "titel"],
    ["02-add/lab.md", "open"],
    ["02-add/tests", null],
    // What links to it from elsewhere still finds the broken activity: no problem more.
  ]);
});

test("a broken activity keeps its place in the order", async () => {
  const catalog = await readContent(await makeContent({ [`${SMALL_LAB}/tests`]: null }));
  expect(catalog.courses[0]?.modules[0]?.broken).toMatchObject([{ slug: "add", title: "Add", position: 1, kind: "broken" }]);
  expect(catalog.courses[0]?.modules[0]?.broken[0]?.problems.length).toBeGreaterThan(0);
});

test("a course that can't be understood is hidden, and stays in the catalog for its instructors", async () => {
  const catalog = await readContent(await makeContent({ "courses/small/course.md": "---\ntitle: [\n---\n" }));
  expect(catalog.courses).toMatchObject([{ id: "small", title: "small", published: false }]);
});

test("a typing error in a course's front matter does not hide it", async () => {
  const catalog = await readContent(await makeContent({ "courses/small/course.md": lesson("title: Fine\nsumary: x\ndefaults: { minutes: 7 }") }));
  expect(catalog.courses).toMatchObject([{ title: "Fine", published: true }]);
  expect(catalog.problems).toHaveLength(1);
});

test("a folder without courses, and none at all, are a problem and no exception", async () => {
  expect((await readContent(await makeFolder())).problems).toMatchObject([{ file: "courses", message: expect.stringContaining("no folder `courses`") }]);
  const missing = await readContent("/nowhere/at-all");
  expect(missing.courses).toEqual([]);
  expect(missing.problems[0]?.message).toContain("can't be read (ENOENT)");
});

describe("names and kinds of files that nobody should meet", () => {
  test("symbolic links are refused, to files and to folders", async () => {
    const root = await makeContent();
    await symlink("/etc/passwd", join(root, SMALL_LAB, "starter/link.js"));
    await symlink("/etc", join(root, "courses/linked"));
    const catalog = await readContent(root);
    expect(catalog.problems.map((problem) => [problem.file, /symbolic link/.test(problem.message)])).toEqual([
      ["courses/linked", true],
      [`${SMALL_LAB}/starter/link.js`, true],
    ]);
    expect(JSON.stringify(catalog)).not.toContain("root:");
  });

  test.each(["a\nb.js", "a\u001b[31m.js", "a\u202Egnp.js", "a\\..\\b.js", "-rf.js", " a.js", "a:b.js", "a?b.js", "e\u0301.js"])("%j is refused and written out", async (name) => {
    const root = await makeContent();
    await writeFile(join(root, SMALL_LAB, "starter", name), "x");
    const catalog = await readContent(root);
    expect(catalog.problems).toHaveLength(1);
    expect(catalog.problems[0]?.message).toMatch(/characters that can't be used/);
    expect(catalog.problems[0]?.file).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(catalog.courses[0]?.modules[0]?.broken.map((activity) => activity.slug)).toEqual(["add"]);
  });

  test("a name that is not UTF-8 is refused", async () => {
    const root = await makeContent();
    await writeFile(Buffer.concat([Buffer.from(join(root, SMALL_LAB, "starter/")), Buffer.from([0xff]), Buffer.from(".js")]), "x");
    expect((await readContent(root)).problems).toHaveLength(1);
  });

  test("a pipe does not hold up the reading", async () => {
    const root = await makeContent();
    execFileSync("mkfifo", [join(root, SMALL_LAB, "starter/pipe.js")]);
    expect((await readContent(root)).problems).toMatchObject([{ message: "This is neither a file nor a folder." }]);
  });

  test("a folder without the right to read it is named", async () => {
    const root = await makeContent();
    const folder = join(root, SMALL_LAB, "assets");
    await rename(folder, `${folder}-away`);
    await mkdir(folder, { mode: 0o000 });
    await chmod(folder, 0o000);
    const catalog = await readContent(root);
    await chmod(folder, 0o700);
    // The superuser may read everything; then only the picture is missing.
    expect(catalog.problems.some((problem) => /can't be read|no picture/.test(problem.message))).toBe(true);
  });

  test("very deep folders end in a problem", async () => {
    const root = await makeContent();
    await mkdir(join(root, SMALL_LAB, "starter", ...Array.from({ length: 30 }, () => "d")), { recursive: true });
    expect((await readContent(root)).problems).toMatchObject([{ message: "There are too many files or folders in here." }]);
  });
});
