import { describe, expect, it, test } from "vitest";
import { parseChecklist } from "../../../app/catalog/checklist.ts";
import { parseEmbed, suggestEmbed } from "../../../app/catalog/embeds.ts";
import { listActivities } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { getCourse, makeContent, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";

const TASK = `${SMALL_MODULE}/04-errand.md`;
const LESSON = `${SMALL_MODULE}/05-film`;
const task = (fields: string, text: string): Changes => ({ [TASK]: `---\nkind: task\ntitle: Errand\nminutes: 10\n${fields}---\n${text}` });
const lesson = (fields: string, more: Changes = {}): Changes => ({ [`${LESSON}/lesson.md`]: `---\nkind: lesson\ntitle: Film\nminutes: 5\n${fields}---\nLook at it.\n`, ...more });

async function read(changes: Changes) {
  const course = getCourse(await readContent(await makeContent(changes)));
  return { course, activities: listActivities(course), problems: course.problems };
}

describe("the checklist of a task", () => {
  it("is taken from the text, and the text stays without it", () => {
    const { items, instructions } = parseChecklist({ source: "Go.\n\n- [ ] Put **it** down\n- [ ] Look\n  twice\n\nThen rest.\n", firstLine: 6 });
    expect(items).toEqual([
      { id: "put-it-down", text: { source: "Put **it** down", firstLine: 8 } },
      { id: "look-twice", text: { source: "Look\ntwice", firstLine: 9 } },
    ]);
    expect(instructions.source).toBe("Go.\n\n\n\n\n\nThen rest.\n");
  });

  it("keeps the ids of items that are moved, and tells equal ones apart", () => {
    expect(parseChecklist({ source: "- [ ] B\n- [ ] A\n- [ ] A\n", firstLine: 1 }).items.map(({ id }) => id)).toEqual(["b", "a", "a-1"]);
  });

  it("leaves lists without boxes in the text", () => {
    const text = { source: "- one\n- two\n", firstLine: 1 };
    expect(parseChecklist(text)).toMatchObject({ items: [], instructions: text });
  });

  it("makes a task of the catalog", async () => {
    const { activities, problems } = await read(task("hours: 2\nevidence: file\nsignOff: instructor\n", "- [ ] Do it\n"));
    expect(problems).toEqual([]);
    expect(activities.find(({ kind }) => kind === "task")).toMatchObject({ id: "start/errand", hours: 2, evidence: "file", signOff: "instructor", checklist: [{ id: "do-it" }] });
  });

  test.each([
    ["nothing that says when it is done", "", "Just be there.\n", /Nothing says when this task is done/],
    ["an item that is checked already", "", "- [x] Do it\n", /written as checked/],
    ["evidence of an unknown kind", "evidence: photo\n", "- [ ] Do it\n", /not one of/],
  ])("%s is a finding", async (_, fields, text, message) => {
    expect((await read(task(fields, text))).problems).toMatchObject([{ file: TASK, message: expect.stringMatching(message) }]);
  });
});

describe("players of other sites", () => {
  it.each([
    ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&start=30", "https://www.youtube-nocookie.com/embed/abcdefghijk?start=30"],
    ["https://player.vimeo.com/video/123456", "https://player.vimeo.com/video/123456"],
    ["https://framatube.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d", "https://framatube.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d"],
  ])("%s is one", (address, player) => {
    expect(parseEmbed(address)?.address).toBe(player);
  });

  it.each(["http://player.vimeo.com/video/123456", "https://www.youtube.com/embed/abcdefghijk", "https://player.vimeo.com.evil.example/video/123456", "https://evil@player.vimeo.com/video/123456", "https://player.vimeo.com:444/video/123456", "https://player.vimeo.com/video/123456/../../x", "javascript:alert(1)", "https://constructor/x", ""])("%j is none", (address) => {
    expect(parseEmbed(address)).toBeNull();
  });

  it.each([
    ["https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"],
    ["https://youtu.be/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"],
    ["https://vimeo.com/123456", "https://player.vimeo.com/video/123456"],
    ["https://framatube.org/w/9c9de5e80a1e", "https://framatube.org/videos/embed/9c9de5e80a1e"],
    ["https://evil.example/watch?v=abcdefghijk", null],
  ])("%s is suggested as %s", (address, player) => {
    expect(suggestEmbed(address)).toBe(player);
  });
});

describe("a lesson with a video", () => {
  const media: Changes = { [`${LESSON}/assets/film.webm`]: "x", [`${LESSON}/assets/film.en.vtt`]: "WEBVTT\n", [`${LESSON}/transcript.md`]: "It says hello.\n" };
  const sound = "video: assets/film.webm\ncaptions:\n  - { language: en, file: assets/film.en.vtt }\n";

  it("has its file, captions and transcript", async () => {
    const { activities, problems } = await read(lesson(sound, media));
    expect(problems).toEqual([]);
    expect(activities.find(({ slug }) => slug === "film")).toMatchObject({
      kind: "lesson",
      renditions: [{ form: "video", minutes: 5, video: { source: { kind: "file", asset: "film.webm" }, captions: [{ language: "en", asset: "film.en.vtt" }], transcript: { text: { source: "It says hello.\n" } } } }],
    });
  });

  it("can have another form beside it", async () => {
    const { activities, problems } = await read(lesson(sound, { ...media, [`${LESSON}/lesson.text.md`]: "---\nminutes: 9\n---\nRead it.\n" }));
    expect(problems).toEqual([]);
    expect(activities.find(({ slug }) => slug === "film")).toMatchObject({ renditions: [{ form: "video" }, { form: "text", minutes: 9, text: { source: "Read it.\n" }, video: null }] });
  });

  test.each([
    ["no captions", lesson("video: assets/film.webm\n", media), /no captions/],
    ["no transcript", lesson(sound, { ...media, [`${LESSON}/transcript.md`]: null as unknown as string }), /no transcript/],
    ["a file that is not there", lesson("video: assets/gone.webm\n", media), /no video `assets\/gone.webm`/],
    ["a file that browsers do not play", lesson("video: assets/film.en.vtt\n", media), /every browser plays/],
    ["an address of another site", lesson("video: https://evil.example/embed/abcdefghijk\n", media), /not the address of a player/],
    ["captions that are not there", lesson("video: assets/film.webm\ncaptions:\n  - { language: en, file: assets/gone.vtt }\n", media), /no captions `assets\/gone.vtt`/],
    ["a transcript without a video", lesson("", { [`${LESSON}/transcript.md`]: "It says hello.\n" }), /no video/],
    ["the same form twice", lesson("", { [`${LESSON}/lesson.text.md`]: "---\n---\nRead it.\n" }), /has its text already/],
    ["a video form without a video", lesson("", { [`${LESSON}/lesson.video.md`]: "---\n---\nLook.\n" }), /names no video/],
    ["a dead link in the transcript", lesson(sound, { ...media, [`${LESSON}/transcript.md`]: "See [this](gone.md).\n" }), /leads nowhere/],
  ])("%s is a finding", async (_, changes, message) => {
    const written = Object.fromEntries(Object.entries(changes).filter(([, text]) => text !== null));
    expect((await read(written)).problems.map((problem) => problem.message).join("\n")).toMatch(message);
  });
});

describe("gates", () => {
  const add = (fields: string): Changes => ({ [`${SMALL_MODULE}/05-more.md`]: `---\nkind: lesson\ntitle: More\nminutes: 5\n${fields}---\nMore.\n` });

  it("name activities of the same module by their own name", async () => {
    const { activities, problems } = await read(add("gates:\n  - activity: add\n"));
    expect(problems).toEqual([]);
    expect(activities.find(({ slug }) => slug === "more")?.gates).toEqual([{ kind: "activity", activityId: "start/add" }]);
  });

  test.each([
    ["nothing", "gates:\n  - {}\n", /names one thing/],
    ["two things", "gates:\n  - { module: start, activity: add }\n", /names one thing/],
    ["a module that is not there", "gates:\n  - module: strat\n", /no module of this course/],
    ["an activity that is not there", "gates:\n  - activity: ad\n", /no activity of this course/],
    ["a score of what is no quiz", "gates:\n  - { activity: add, score: 0.5 }\n", /A score is that of a quiz/],
    ["a score of a module", "gates:\n  - { module: start, score: 0.5 }\n", /names a module/],
    ["a score above all", "gates:\n  - { activity: add, score: 2 }\n", /most is 1/],
    ["its own module", "gates:\n  - module: start\n", /Nobody can ever open/],
    ["each other", "prerequisites: [add]\n", null],
  ])("%s: a finding where it can't work", async (_, fields, message) => {
    const { problems } = await read(add(fields));
    if (message === null) expect(problems).toEqual([]);
    else expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
  });

  it("that wait for each other are one finding, with the whole circle", async () => {
    const { problems } = await read({ ...add("prerequisites: [other]\n"), [`${SMALL_MODULE}/06-other.md`]: "---\nkind: lesson\ntitle: Other\nminutes: 5\ngates:\n  - activity: more\n---\nOther.\n" });
    expect(problems).toMatchObject([{ file: `${SMALL_MODULE}/05-more.md`, line: 5, field: "prerequisites", message: expect.stringContaining("`start/more` → `start/other` → `start/more`") }]);
  });
});
