import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Lesson } from "../../../app/catalog/catalog.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { chooseMedia } from "../../../app/features/lessons/choose-media.server.ts";
import { mediaForm } from "../../../app/features/lessons/media-form.ts";
import { openLesson } from "../../../app/features/lessons/open-lesson.server.ts";
import { loader } from "../../../app/routes/courses_.$courseId_.$moduleId.$activityId_.assets.$.tsx";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const text = { source: "Read *it*.", firstLine: 1 };
const transcript = { file: "courses/basics/01-start/01-hello/transcript.md", text: { source: "It says **hello**.", firstLine: 1 } };
const file: Lesson["renditions"][number] = { form: "video", minutes: 3, file: "v.md", text: { source: "Watch it.", firstLine: 1 }, video: { source: { kind: "file", asset: "my film.webm" }, captions: [{ language: "en", asset: "film.en.vtt" }], transcript } };
const embed: Lesson["renditions"][number] = { ...file, video: { source: { kind: "embed", host: "player.vimeo.com", provider: "Vimeo", address: "https://player.vimeo.com/video/123456" }, captions: [], transcript } };

let deps: Deps;
const lena = { id: "lena", email: "", name: "lena", isAdministrator: false, editor: "plain" as const, language: null };

beforeEach(async () => {
  deps = makeTestDeps();
  for (const id of ["lena", "oskar"]) await insertTestUser(deps, id);
});

function open(lesson: Lesson, options = {}, id = "lena") {
  const [course] = deps.catalog.courses;
  if (!course) throw new Error("There is no course.");
  return openLesson(deps, { user: { ...lena, id }, course, enrollment: null }, lesson, options);
}

describe("a lesson in two forms", () => {
  const both = testLesson({ renditions: [{ form: "text", minutes: 10, file: "t.md", text, video: null }, file] });

  it("opens as its author has it first, and tells of the other", async () => {
    expect(await open(both)).toMatchObject({ form: "text", minutes: 10, video: null, forms: [{ form: "text", minutes: 10 }, { form: "video", minutes: 3 }] });
  });

  it("opens as this person likes it, and nobody else", async () => {
    await chooseMedia(deps, { userId: "lena", choice: { intent: "form", form: "video", next: "" } });
    const view = await open(both);
    expect(view).toMatchObject({ form: "video", minutes: 3, html: "<p>Watch it.</p>" });
    expect(view.video).toEqual({
      source: { kind: "file", path: "/courses/basics/start/hello/assets/my%20film.webm", contentType: "video/webm", captions: [{ language: "en", path: "/courses/basics/start/hello/assets/film.en.vtt" }] },
      transcriptHtml: "<p>It says <strong>hello</strong>.</p>",
    });
    expect((await open(both, {}, "oskar")).form).toBe("text");
  });

  it("opens in the form that there is", async () => {
    await chooseMedia(deps, { userId: "lena", choice: { intent: "form", form: "video", next: "" } });
    expect((await open(testLesson())).form).toBe("text");
  });
});

describe("a video on another site", () => {
  const lesson = testLesson({ renditions: [embed] });
  const sourceOf = async (options = {}, id?: string) => (await open(lesson, options, id)).video?.source;

  it("is not loaded before the reader agrees", async () => {
    expect(await sourceOf()).toMatchObject({ kind: "embed", host: "player.vimeo.com", isAllowed: false, isAlways: false });
  });

  it("is loaded once when that was asked for", async () => {
    expect(await sourceOf({ playOnce: true })).toMatchObject({ isAllowed: true, isAlways: false });
    expect(await sourceOf()).toMatchObject({ isAllowed: false });
  });

  it("is loaded always for one who said so, until they take it back", async () => {
    await chooseMedia(deps, { userId: "lena", choice: { intent: "always", host: "player.vimeo.com", next: "" } });
    await chooseMedia(deps, { userId: "lena", choice: { intent: "form", form: "video", next: "" } });
    expect(await sourceOf()).toMatchObject({ isAllowed: true, isAlways: true });
    expect(await sourceOf({}, "oskar")).toMatchObject({ isAllowed: false });
    await chooseMedia(deps, { userId: "lena", choice: { intent: "forget", host: "player.vimeo.com", next: "" } });
    expect(await sourceOf()).toMatchObject({ isAllowed: false });
  });

  it("is of a host that the catalog knows, or the choice is none", () => {
    expect(mediaForm.safeParse({ intent: "always", host: "evil.example" }).success).toBe(false);
    expect(mediaForm.safeParse({ intent: "always", host: "constructor" }).success).toBe(false);
    expect(mediaForm.safeParse({ intent: "form", form: "audio" }).success).toBe(false);
  });
});

describe("a video under assets/", () => {
  async function ask(range: string | null, name = "film.webm") {
    const root = await realpath(await mkdtemp(join(tmpdir(), "rung-video-")));
    onTestFinished(() => rm(root, { recursive: true }));
    const folder = "courses/basics/01-start/01-hello";
    await mkdir(join(root, folder, "assets"), { recursive: true });
    for (const one of ["film.webm", "plan.svg"]) await writeFile(join(root, folder, "assets", one), "0123456789");
    await writeFile(join(root, folder, "assets/empty.webm"), "");
    const catalog = { ...buildTestCatalog([testLesson({ folder, assets: ["film.webm", "plan.svg", "empty.webm"] })]), root };
    const here = makeTestDeps({ catalog });
    await insertTestUser(here, "lena");
    await enroll(here, { userId: "lena", courseId: "basics" });
    const context = { deps: here, user: lena, locale: "en" } as unknown as Parameters<typeof loader>[0]["context"];
    const request = new Request("http://localhost/", { headers: range ? { Range: range } : {} });
    const answer = await loader({ context, request, params: { courseId: "basics", moduleId: "start", activityId: "hello", "*": name } });
    return { status: answer.status, body: await answer.text(), range: answer.headers.get("Content-Range"), length: answer.headers.get("Content-Length"), accepts: answer.headers.get("Accept-Ranges") };
  }

  it("comes whole, and says that parts can be had", async () => {
    expect(await ask(null)).toEqual({ status: 200, body: "0123456789", range: null, length: "10", accepts: "bytes" });
  });

  it("comes in the part that was asked for", async () => {
    expect(await ask("bytes=2-4")).toEqual({ status: 206, body: "234", range: "bytes 2-4/10", length: "3", accepts: "bytes" });
    expect(await ask("bytes=-3")).toMatchObject({ status: 206, body: "789", range: "bytes 7-9/10" });
  });

  it("has no part after its end", async () => {
    expect(await ask("bytes=10-")).toMatchObject({ status: 416, range: "bytes */10", body: "" });
  });

  it("may be empty", async () => {
    expect(await ask(null, "empty.webm")).toMatchObject({ status: 200, body: "", length: "0" });
  });

  it("and nothing else comes in parts", async () => {
    expect(await ask("bytes=2-4", "plan.svg")).toMatchObject({ status: 200, body: "0123456789", accepts: null });
  });
});
