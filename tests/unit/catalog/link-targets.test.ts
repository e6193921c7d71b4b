import { beforeAll, expect, test } from "vitest";
import { classifyLink, findLinkTarget } from "../../../app/catalog/link-targets.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import type { Course } from "../../../app/catalog/catalog.ts";
import { getCourse, SMALL_CONTENT, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

let course: Course;
beforeAll(async () => {
  course = getCourse(await readContent(SMALL_CONTENT));
});

test.each([
  ["https://example.com", "external"],
  ["HTTP://example.com/a?b#c", "external"],
  ["mailto:a@example.com", "mail"],
  ["#part", "fragment"],
  ["../02-foo.md#x", "relative"],
  ["assets/a.svg", "relative"],
  ["a/b:c.md", "relative"],
  ["/site", "site"],
  ["", "refused"],
  ["//evil", "refused"],
  ["/\\evil", "refused"],
  ["\\\\evil", "refused"],
  ["javascript:x", "refused"],
  ["java\nscript:x", "refused"],
  [" javascript:x", "refused"],
  ["data:x", "refused"],
  ["c:file", "refused"],
  ["https://", "refused"],
  ["https://[bad", "refused"],
  ["mailto:x", "refused"],
] as const)("%j is %s", (href, kind) => {
  expect(classifyLink(href)).toBe(kind);
});

test.each([
  [`${SMALL_MODULE}/01-welcome.md`, "02-add/lab.md", { kind: "activity", moduleId: "start", slug: "add" }],
  [`${SMALL_MODULE}/01-welcome.md`, "./02-add/", { kind: "activity", moduleId: "start", slug: "add" }],
  [`${SMALL_LAB}/lab.md`, "../01-welcome.md#part", { kind: "activity", moduleId: "start", slug: "welcome" }],
  [`${SMALL_LAB}/lab.md`, "assets/boxes.svg", { kind: "asset", moduleId: "start", slug: "add", name: "boxes.svg" }],
  [`${SMALL_LAB}/lab.md`, "assets/%62oxes.svg", { kind: "asset", moduleId: "start", slug: "add", name: "boxes.svg" }],
  [`${SMALL_LAB}/lab.md`, "../module.md", { kind: "module", moduleId: "start" }],
  [`${SMALL_LAB}/lab.md`, "../..", { kind: "course" }],
  [`${SMALL_LAB}/lab.md`, "starter/add.js", null],
  [`${SMALL_LAB}/lab.md`, "tests/hidden/more.test.js", null],
  [`${SMALL_LAB}/lab.md`, "../../../other/course.md", null],
  [`${SMALL_LAB}/lab.md`, "../../../../../../etc/passwd", null],
  [`${SMALL_LAB}/lab.md`, "%2e%2e/%ff", null],
  [`${SMALL_LAB}/lab.md`, "https://example.com", null],
])("from %s, %s leads to %j", (from, href, target) => {
  expect(findLinkTarget(course, from, href)).toEqual(target);
});
