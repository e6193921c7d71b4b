import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findAsset } from "../../../app/features/lessons/find-asset.server.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";

const FOLDER = "courses/basics/01-start/01-hello";
let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "rung-assets-")));
  await mkdir(join(root, FOLDER, "assets/deep"), { recursive: true });
  await writeFile(join(root, FOLDER, "assets/plan.svg"), "<svg/>");
  await writeFile(join(root, FOLDER, "assets/deep/data.bin"), "0");
  await writeFile(join(root, FOLDER, "assets/unlisted.png"), "0");
  await writeFile(join(root, FOLDER, "lesson.md"), "secret");
  await symlink(join(root, FOLDER, "lesson.md"), join(root, FOLDER, "assets/link.svg"));
});
afterEach(() => rm(root, { recursive: true }));

/** Lists more than it should, so that the check of the path itself is seen. */
function find(name: string, assets: readonly string[] = ["plan.svg", "deep/data.bin", "link.svg", "../lesson.md", "gone.png"]) {
  return findAsset({ catalog: { ...buildTestCatalog(), root } }, { activity: testLesson({ folder: FOLDER, assets }), name });
}

it("finds listed files with their type", async () => {
  expect(await find("plan.svg")).toEqual({ file: join(root, FOLDER, "assets/plan.svg"), contentType: "image/svg+xml", isDownload: false });
});

it("offers files of unknown types to be saved only", async () => {
  expect(await find("deep/data.bin")).toMatchObject({ contentType: "application/octet-stream", isDownload: true });
});

it.each(["unlisted.png", "gone.png", "../lesson.md", "link.svg", "", ".", "/etc/passwd"])("refuses %j, which is not listed, gone, or outside", async (name) => {
  expect(await find(name)).toBeNull();
});

it("finds nothing for an activity in one file", async () => {
  expect(await findAsset({ catalog: { ...buildTestCatalog(), root } }, { activity: testLesson({ assets: ["plan.svg"] }), name: "plan.svg" })).toBeNull();
});
