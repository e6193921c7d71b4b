import { describe, expect, it } from "vitest";
import { formatCoverage } from "../../../app/catalog/coverage.ts";
import { listActivities } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { makeContent, SMALL_LAB, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";

const MODULE = `${SMALL_MODULE}/module.md`;
const LESSON = `${SMALL_MODULE}/01-welcome.md`;
const LAB = `${SMALL_LAB}/lab.md`;
const moduleWith = (outcomes: string): Changes => ({ [MODULE]: `---\ntitle: Start\ndefaults: { language: javascript }\noutcomes:\n${outcomes}\n---\n` });
const lesson = (fields: string): Changes => ({ [LESSON]: `---\nkind: lesson\ntitle: Welcome\nminutes: 3\n${fields}\n---\nHello.\n` });
const lab = (fields: string): Changes => ({ [LAB]: `---\nkind: lab\ntitle: Add\nlanguage: javascript\nminutes: 5\n${fields}\n---\nWrite it.\n` });
const ADDING = moduleWith("  - { id: add, text: Add two numbers }\n  - Say hello");

async function read(...changes: Changes[]) {
  const catalog = await readContent(await makeContent(Object.assign({}, ...changes)));
  const course = catalog.courses[0];
  if (!course) throw new Error("no course");
  return { catalog, course, problems: catalog.problems.map(({ file, line, field, message, fix }) => ({ file, line, field, message, fix })) };
}

describe("outcomes with an id", () => {
  it("are practised and then assessed, and the table shows where", async () => {
    const { course, problems } = await read(ADDING, lesson("practises: [add]"), lab("assesses: [start/add]"));
    expect(problems).toEqual([]);
    expect(course.modules[0]?.outcomes).toEqual([{ id: "add", text: "Add two numbers" }, { id: null, text: "Say hello" }]);
    expect(formatCoverage(course).split("\n")).toEqual([
      "| Module | Outcome | Practised in | Assessed in |",
      "| --- | --- | --- | --- |",
      "| Start | Add two numbers | `start/welcome` (lesson) | `start/add` (lab) |",
    ]);
  });

  it.each([
    ["that nothing practises", [ADDING, lab("assesses: [add]")], "The outcome `add` is practised nowhere."],
    ["that nothing assesses", [ADDING, lesson("practises: [add]")], "The outcome `add` is assessed nowhere."],
    ["that are assessed before they are practised", [ADDING, lesson("assesses: [add]"), lab("practises: [add]")], "The outcome `add` is assessed in `start/welcome`, before anything practises it."],
    ["that share one", [moduleWith("  - { id: add, text: Add }\n  - { id: add, text: Sum }"), lesson("practises: [add]"), lab("assesses: [add]")], "Two outcomes have the id `add`."],
  ])("%s are a problem of their module", async (_, changes, message) => {
    expect((await read(...changes)).problems).toMatchObject([{ file: MODULE, message }]);
  });

  it("are named as they are, with the line and the nearest one", async () => {
    const { problems } = await read(ADDING, lesson("practises: [add]"), lab("assesses: [add, ad]"));
    expect(problems).toMatchObject([{ file: LAB, line: 6, field: "assesses[1]", message: "`start/ad` is no outcome of this course.", fix: "Did you mean `start/add`?" }]);
  });

  it("do not count as a change of what learners meet", async () => {
    const hash = async (...changes: Changes[]) => listActivities((await read(...changes)).course).map(({ contentHash }) => contentHash)[1];
    const [plain, named] = [await hash(ADDING, lab("points: 1")), await hash(ADDING, { [LAB]: "---\nkind: lab\ntitle: Add\nlanguage: javascript\nminutes: 5\npoints: 1\n---\nWrite it.\n" })];
    expect(plain).toBe(named);
  });
});

const FRAMEWORK = "frameworks/tester.yml";
const framework = (text: string): Changes => ({ [FRAMEWORK]: text });
const TESTER = `title: Tester
skills:
  - { id: numbers.adding, title: Adding }
levels:
  - id: entry
    title: Entry
    expects:
      - { skill: numbers.adding, text: Adds two numbers }
`;

describe("frameworks", () => {
  it("are roles with levels, and the vocabulary of skills", async () => {
    const { catalog, problems } = await read(framework(TESTER), lesson("skills: [numbers.adding]"), lab("skills: [numbers.adding]"));
    expect(problems).toEqual([]);
    expect(catalog.frameworks).toEqual([{
      id: "tester", title: "Tester", summary: "", skills: [{ id: "numbers.adding", title: "Adding", text: "" }],
      levels: [{ id: "entry", title: "Entry", summary: "", expects: [{ skill: "numbers.adding", text: "Adds two numbers" }] }],
    }]);
  });

  it("know the skills that activities name; without frameworks any name goes", async () => {
    expect((await read(lab("skills: [numbers.ading]"))).problems).toEqual([]);
    expect((await read(framework(TESTER), lesson(""), lab("skills: [numbers.ading]"))).problems).toMatchObject([{ file: LAB, field: "skills[0]", message: "No framework describes the skill `numbers.ading`.", fix: "Did you mean `numbers.adding`?" }]);
  });

  it.each([
    ["a level that expects an unknown skill", framework(TESTER.replace("skill: numbers.adding", "skill: numbers.subtracting")), { file: FRAMEWORK, line: 8, field: "levels[0].expects[0].skill" }],
    ["a field that does not exist", framework(`${TESTER}colour: red\n`), { file: FRAMEWORK, line: 9, field: "colour" }],
    ["a name that is no id", { "frameworks/Some Role.yml": TESTER }, { file: "frameworks/Some Role.yml", message: "`Some Role.yml` can't be a framework." }],
    ["bad YAML", framework("title: a: b"), { file: FRAMEWORK, line: 1 }],
    ["the same skill twice", { ...framework(TESTER), "frameworks/writer.yml": TESTER }, { file: "frameworks/writer.yml", line: 3, field: "skills[0].id", message: "The skill `numbers.adding` is also described in `tester`." }],
  ])("%s is a problem with its place", async (_, changes, problem) => {
    const found = (await read(changes, lesson(""), lab(""))).problems;
    expect(found).toMatchObject([problem]);
  });
});
