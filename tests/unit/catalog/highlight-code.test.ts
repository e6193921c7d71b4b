import { expect, test } from "vitest";
import { highlightCode, SHOWN_LINES } from "../../../app/catalog/highlight-code.server.ts";

const plain = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");

test("a file is highlighted line by line, by its name or its language", async () => {
  for (const language of ["sum.js", "javascript", "js"]) {
    const { lines } = await highlightCode("/* a\n b */\nconst x = '<';\n", language);
    expect(lines.map((line) => line.html)).toEqual([
      '<span class="token-comment">/* a</span>',
      '<span class="token-comment"> b */</span>',
      expect.stringContaining('<span class="token-keyword">const </span>'),
    ]);
    expect(lines[2]?.html).toContain("&lt;");
  }
});

test("nothing of the text is lost or added", async () => {
  const text = "function f(a) {\r\n\treturn `x${a}` && \"y\" < 'z'\n\n}\nunfinished(";
  const { lines, linesLeftOut } = await highlightCode(text, "f.ts");
  expect(lines.map((line) => plain(line.html))).toEqual(text.split(/\r?\n/));
  expect(linesLeftOut).toBe(0);
});

test("characters that hide or turn text are shown", async () => {
  const { lines } = await highlightCode("if (a\u202E) \u200B{\u001b[0m", "x.js");
  const html = lines[0]?.html;
  expect(html).toContain('<span class="token-invisible">U+202E</span>');
  expect(html).toContain('<span class="token-invisible">U+200B</span>');
  expect(html).toContain('<span class="token-invisible">U+001B</span>');
  expect(html).not.toMatch(/[\u202E\u200B\u001b]/);
});

test("an unknown language is plain", async () => {
  expect((await highlightCode("a < b", "notes.unknown")).lines).toEqual([{ html: "a &lt; b" }]);
});

test("too many lines are cut, and said", async () => {
  const { lines, linesLeftOut } = await highlightCode("x\n".repeat(SHOWN_LINES + 10), "x.js");
  expect([lines.length, linesLeftOut]).toEqual([SHOWN_LINES, 10]);
});

test.each([
  ["one long line", "a".repeat(250_000)],
  ["deep brackets", "([{".repeat(19_000)],
  ["unclosed templates", "`${".repeat(19_000)],
  ["nearly a regular expression", `${"/[(".repeat(300)}\n`.repeat(60)],
  ["type arguments without end", `${"a<b<".repeat(240)}\n`.repeat(60)],
  ["blanks", `${" ".repeat(990)}x\n`.repeat(60)],
])("hostile text comes to an end, where it would take minutes untamed: %s", async (_, text) => {
  expect((await highlightCode(text, "x.ts")).lines.length).toBeGreaterThan(0);
});
