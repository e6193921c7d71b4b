import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFrontMatterFile } from "../../../app/catalog/front-matter.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { renderMarkdown } from "../../../app/catalog/render-markdown.server.ts";
import { changeContent, getCourse, makeContent, SMALL_CONTENT, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

const FILES = ["courses/small/course.md", `${SMALL_MODULE}/module.md`, `${SMALL_MODULE}/01-welcome.md`, `${SMALL_LAB}/lab.md`, `${SMALL_LAB}/hints.md`, `${SMALL_MODULE}/03-report/rubric.yml`];
const PIECES = ["---\n", "kind: lab\n", "kind: project\n", "title: x\n", "defaults:\n", "  limits: ", "criteria:\n  - ", "levels: [", "{ a: ", "]", "}", "&a ", "*a ", "!!js/function ", "__proto__: ", "? ", "null", ".inf", "-1", "[x](", "![", "$$\n", ":::", "```", "## 1. ", "<b", "|", "\t", "\u2028", "\u0000", "\uD800", "🙂"];
const text = fc.oneof(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join("")), fc.string({ unit: "binary", maxLength: 200 }));

test("whatever a file holds, reading ends in a catalog in which every activity is whole or broken with a reason", async () => {
  const root = await makeContent();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FILES), text, fc.boolean(), async (file, written, withFrontMatter) => {
      await changeContent(root, { [file]: withFrontMatter ? `---\nkind: lesson\ntitle: x\nminutes: 1\n---\n${written}` : written });
      const course = getCourse(await readContent(root));
      await copyFile(join(SMALL_CONTENT, file), join(root, file));
      const module = course.modules.find((one) => one.id === "start");
      expect((module?.activities.length ?? 0) + (module?.broken.length ?? 0)).toBe(3);
      for (const broken of module?.broken ?? []) expect(broken.problems.length).toBeGreaterThan(0);
      for (const problem of course.problems) expect(problem).toEqual({ file: expect.any(String), line: problem.line === null ? null : expect.any(Number), field: problem.field, message: expect.stringMatching(/\w/), fix: expect.stringMatching(/\w/) });
    }),
    { numRuns: 150 },
  );
});

test("whatever a text holds, it is rendered", async () => {
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const { html, outline } = await renderMarkdown(written);
      expect(html).not.toMatch(/<script|javascript:|style=/i);
      for (const entry of outline) expect(html).toContain(`id="${entry.id}"`);
    }),
    { numRuns: 300 },
  );
});

test("the text of a file begins where its first line says", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("title: x", "# note", "", "minutes: 3"), { maxLength: 6 }), fc.array(fc.constantFrom("a", "", "## b"), { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), (fields, lines, end) => {
      const source = ["---", ...fields, "---", ...lines].join(end);
      const { body } = parseFrontMatterFile(source);
      expect(source.split(end).slice(body.firstLine - 1).join(end)).toBe(body.source);
    }),
  );
});
