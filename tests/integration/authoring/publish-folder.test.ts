import { execFile } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { hashContent } from "../../../app/catalog/content-hash.server.ts";
import { publishFolder, STAGE_COMPLETE, STAGE_PREFIX, type PublishStep } from "../../../app/features/authoring/publish-folder.server.ts";
import { recoverPublishing } from "../../../app/features/authoring/recover-publishing.server.ts";
import { listFiles, writeFiles } from "./content-folder.ts";

const OLD = { "course.md": "old course\n", "01-a/gone.md": "gone\n", "03-c/stays.md": "stays\n", ".editorconfig": "hidden stays\n" };
const NEW = { "course.md": "new course\n", "02-b/fresh.md": "fresh\n", "03-c/stays.md": "stays\n", ".editorconfig": "hidden stays\n" };

function makeContent() {
  const root = mkdtempSync(join(tmpdir(), "rung-publish-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const courses = join(root, "courses");
  writeFiles(join(courses, "basics"), OLD);
  const read = () => Object.fromEntries(listFiles(join(courses, "basics")).map((path) => [path, readFileSync(join(courses, "basics", path), "utf8")]));
  return { root, courses, course: join(courses, "basics"), read };
}

const script = fileURLToPath(new URL("./publish-until.ts", import.meta.url));
const dieAt = (courses: string, step: PublishStep) =>
  new Promise<string | null>((resolve) => execFile(process.execPath, [script, courses, "basics", step], (error) => resolve(error?.signal ?? null)));

describe("a crash while a course is published", () => {
  test.each<[PublishStep, Record<string, string>]>([
    ["stage-made", OLD],
    ["copied", OLD],
    ["changed", OLD],
    ["staged", OLD],
    ["old-aside", NEW],
    ["new-in-place", NEW],
    ["stage-gone", NEW],
  ])("after `%s` leaves one whole course at the next start, and no leftovers", async (step, expected) => {
    const { root, courses, read } = makeContent();
    expect(await dieAt(courses, step)).toBe("SIGKILL");
    await recoverPublishing(root);
    expect(read()).toEqual(expected);
    expect(readdirSync(courses)).toEqual(["basics"]);
    expect(await recoverPublishing(root)).toEqual([]);
    expect(read()).toEqual(expected);
  });

  test("between the two renames with a stage that was never finished brings the old course back", async () => {
    const { root, courses, read } = makeContent();
    await dieAt(courses, "old-aside");
    rmSync(join(courses, `${STAGE_PREFIX}basics`, STAGE_COMPLETE));
    expect(await recoverPublishing(root)).toEqual([{ courseId: "basics", result: "undone" }]);
    expect(read()).toEqual(OLD);
  });

  test("never makes a course out of a link", async () => {
    const { root, courses } = makeContent();
    const elsewhere = mkdtempSync(join(tmpdir(), "rung-elsewhere-"));
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
    symlinkSync(elsewhere, join(courses, `${STAGE_PREFIX}other`));
    expect(await recoverPublishing(root)).toEqual([]);
    expect(existsSync(join(courses, "other"))).toBe(false);
  });
});

describe("publishing a folder", () => {
  const files = [{ path: "course.md", bytes: Buffer.from("mine\n"), expectedHash: hashContent("old course\n") }];

  test("is refused when a file is not what the change began from, and changes nothing", async () => {
    const { courses, course, read } = makeContent();
    writeFileSync(join(course, "course.md"), "theirs\n");
    expect(await publishFolder(courses, "basics", files)).toEqual({ kind: "moved-on", paths: ["course.md"] });
    expect(read()["course.md"]).toBe("theirs\n");
    expect(readdirSync(courses)).toEqual(["basics"]);
  });

  test("is refused when anything is written while the copy is made: nothing of it is lost", async () => {
    const { courses, course, read } = makeContent();
    const answer = await publishFolder(courses, "basics", files, (step) => {
      if (step === "copied") writeFileSync(join(course, "03-c/stays.md"), "typed at this moment\n");
    });
    expect(answer.kind).toBe("moved-on");
    expect(read()).toMatchObject({ "course.md": "old course\n", "03-c/stays.md": "typed at this moment\n" });
  });

  test("two at once: one publishes, the other is told to wait", async () => {
    const { courses } = makeContent();
    const answers = await Promise.all([publishFolder(courses, "basics", files), publishFolder(courses, "basics", files)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["busy", "published"]);
  });

  test.each([
    ["the file is a link", "course.md"],
    ["a folder on the way is a link", "03-c/new.md"],
  ])("never writes through a link: %s", async (_, path) => {
    const { courses, course } = makeContent();
    const outside = mkdtempSync(join(tmpdir(), "rung-outside-"));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    writeFileSync(join(outside, "secret.md"), "secret\n");
    const name = path.split("/")[0] ?? "";
    rmSync(join(course, name), { recursive: true });
    symlinkSync(name === "course.md" ? join(outside, "secret.md") : outside, join(course, name));
    expect(await publishFolder(courses, "basics", [{ path, bytes: Buffer.from("evil\n"), expectedHash: null }])).toEqual({ kind: "linked", path });
    expect(readdirSync(outside)).toEqual(["secret.md"]);
    expect(readFileSync(join(outside, "secret.md"), "utf8")).toBe("secret\n");
  });

  test("links elsewhere in the folder stay links", async () => {
    const { courses, course } = makeContent();
    symlinkSync("course.md", join(course, "README.md"));
    expect(await publishFolder(courses, "basics", files)).toEqual({ kind: "published" });
    expect(lstatSync(join(course, "README.md")).isSymbolicLink()).toBe(true);
  });

  test("a failure half-way puts everything back", async () => {
    const { courses, read } = makeContent();
    const failing = publishFolder(courses, "basics", files, (step) => {
      if (step === "changed") throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
    });
    await expect(failing).rejects.toThrow("no space left");
    expect(read()).toEqual(OLD);
    expect(readdirSync(courses)).toEqual(["basics"]);
  });

  test("a content folder without courses has nothing to recover", async () => {
    const { root, courses } = makeContent();
    rmSync(courses, { recursive: true });
    expect(await recoverPublishing(root)).toEqual([]);
    mkdirSync(courses);
    expect(await recoverPublishing(root)).toEqual([]);
  });
});
