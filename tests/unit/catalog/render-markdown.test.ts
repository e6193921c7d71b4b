import { expect, test } from "vitest";
import { renderMarkdown } from "../../../app/catalog/render-markdown.server.ts";

const html = async (source: string, options = {}) => (await renderMarkdown(source, options)).html;

test("GitHub's Markdown becomes HTML", async () => {
  const rendered = await html("*a* **b** ~~c~~ `d`\n\n1. x\n2. y\n\nhttps://example.com\n");
  expect(rendered).toContain("<em>a</em> <strong>b</strong> <del>c</del> <code>d</code>");
  expect(rendered).toMatch(/<ol>\s*<li>x<\/li>\s*<li>y<\/li>\s*<\/ol>/);
  expect(rendered).toContain('<a href="https://example.com" rel="noopener" class="external-link">');
});

test("headings have ids under a prefix, an outline, and leave the page its only h1", async () => {
  const { html: rendered, outline } = await renderMarkdown("# Title\n\n## Two *words*\n\n## Two words\n\n### getElementById\n\n## Ärger & Öl\n");
  expect(outline).toEqual([
    { id: "section-title", depth: 2, text: "Title" },
    { id: "section-two-words", depth: 2, text: "Two words" },
    { id: "section-two-words-1", depth: 2, text: "Two words" },
    { id: "section-getelementbyid", depth: 3, text: "getElementById" },
    { id: "section-ärger--öl", depth: 2, text: "Ärger & Öl" },
  ]);
  expect(rendered).not.toContain("<h1");
  expect(rendered).toContain('<h2 id="section-two-words">Two <em>words</em></h2>');
});

test("words are counted without code", async () => {
  expect((await renderMarkdown("One two, don't.\n\n```js\nfour five\n```\n")).words).toBe(3);
});

test("blocks become callouts with their title or a usual one", async () => {
  const rendered = await html(":::warning[Mind *this*]\nHot.\n:::\n\n:::tip\nNice.\n:::\n");
  expect(rendered).toContain('<div class="callout callout-warning" role="note"><p class="callout-title">Mind <em>this</em></p><p>Hot.</p></div>');
  expect(rendered).toContain('<div class="callout callout-tip" role="note"><p class="callout-title">Tip</p><p>Nice.</p></div>');
});

test("colons in ordinary text stay as they were written", async () => {
  expect(await html("At 10:30, ratio a:b, a :c[d]{e=f} and\n\n::leaf[x]\n")).toBe("<p>At 10:30, ratio a:b, a :c[d]{e=f} and</p>\n<p>::leaf[x]</p>");
});

test("code has classes for colours, a label, and no style attribute", async () => {
  const rendered = await html('```js\nconst a = "<b>"; // hi\n```\n');
  expect(rendered).toContain('<div class="code-block" data-language="javascript"><div class="code-language" aria-hidden="true">JavaScript</div><pre tabindex="0" role="group" aria-label="Code: JavaScript"><code>');
  expect(rendered).toContain('<span class="token-keyword">const </span>');
  expect(rendered).toContain("&#x3C;b>");
  expect(rendered).toContain('<span class="token-comment">// hi</span>');
  expect(rendered).not.toContain("style=");
});

test("the first, cold line keeps all its colours", async () => {
  const line = `const x = [${Array.from({ length: 100 }, (_, index) => `"s${index}"`).join(", ")}]; // end`;
  expect(await html(`\`\`\`kotlin\n${line.replace("const", "val")}\n\`\`\``)).toContain('<span class="token-comment">// end</span>');
});

test("code of an unknown language, and very long code, is plain", async () => {
  expect(await html("```klingon\nqapla' <b>\n```\n")).toContain('<div class="code-block" data-language="text"><pre tabindex="0" role="group" aria-label="Code"><code>qapla\' &#x3C;b></code></pre></div>');
  expect(await html(`\`\`\`js\n${"const a = 1;\n".repeat(10_000)}\`\`\`\n`)).not.toContain("token-");
});

test("formulas become MathML without style attributes, also those that can't be set", async () => {
  const rendered = await html("$x^2$ and $\\nonsense{x}$\n\n$$\n\\frac12\n$$\n");
  expect(rendered).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
  expect(rendered).toContain('display="block"');
  expect(rendered).not.toContain("style=");
});

test("tables scroll in regions of different names", async () => {
  const rendered = await html("| a | b |\n|--|-:|\n| 1 | [x](https://example.com) |\n\n| c |\n|--|\n| 1 |\n");
  expect(rendered).toContain('<div class="table-scroll" role="region" aria-label="Table 1: a, b" tabindex="0"><table>');
  expect(rendered).toContain('aria-label="Table 2: c"');
  expect(rendered).toContain('<th class="align-right" scope="col">b</th>');
  expect(rendered, "links in tables are dressed too").toContain('rel="noopener"');
});

test("task lists are marks with words and no dead controls", async () => {
  const rendered = await html("- [x] done\n- [ ] not\n");
  expect(rendered).not.toContain("<input");
  expect(rendered).toContain('<span class="task-box task-box-done" role="img" aria-label="done"></span>');
});

test("footnotes lead there and back", async () => {
  const rendered = await html("Text[^a].\n\n[^a]: Note.\n");
  expect(rendered).toContain('href="#section-fn-a" id="section-fnref-a"');
  expect(rendered).toContain('<li id="section-fn-a">');
  expect(rendered).toContain('href="#section-fnref-a"');
  expect((await renderMarkdown("Text[^a].\n\n[^a]: Note.\n")).outline).toEqual([]);
});

test("relative links are resolved by the page, with their fragment", async () => {
  const options = { resolveLink: (href: string) => (href === "../02-foo.md" ? '/courses/a/b/foo?x="1"&y' : null) };
  expect(await html("[x](../02-foo.md#Some-Part)", options)).toBe('<p><a href="/courses/a/b/foo?x=&quot;1&quot;&amp;y#section-Some-Part">x</a></p>');
  expect(await html("[x](../gone.md)", options), "what leads nowhere is no link").toBe("<p><a>x</a></p>");
  expect(await html("[x](#part) [y](/site)"), "others stay").toBe('<p><a href="#section-part">x</a> <a href="/site">y</a></p>');
});

test("the same text on two pages has each page's addresses", async () => {
  const source = "[x](../a.md) ![y](assets/y.svg)";
  expect(await html(source, { resolveLink: () => "/one", assetBase: "/1" })).toContain('href="/one"');
  const second = await html(source, { resolveLink: () => "/two", assetBase: "/2/" });
  expect(second).toContain('href="/two"');
  expect(second).toContain('src="/2/y.svg"');
});

test("pictures are lazy and the activity's own", async () => {
  expect(await html("![A \"box\"](./assets/a%20b.svg 'Title')", { assetBase: "/f/" })).toBe('<p><img src="/f/a%20b.svg" alt="A &#x22;box&#x22;" loading="lazy" decoding="async" title="Title"></p>');
  expect(await html("![x](assets/a.svg)"), "without a base there is no address").not.toContain("src=");
  for (const source of ["![x](assets/../../secret)", "![x](assets/%2e%2e/secret)", "![x](starter/a.svg)"]) expect(await html(source, { assetBase: "/f/" })).not.toContain("src=");
  expect(await html("![words](https://example.com/x.png)"), "pictures elsewhere leave their words").toBe('<p><span class="missing-image">words</span></p>');
});

test("a mark can't be forged", async () => {
  expect(await html("[a](../a.md) [b](#rung-000-0)", { resolveLink: () => "/x" })).toContain('href="#section-rung-000-0"');
});

test.each([
  ["brackets", "[".repeat(20_000)],
  ["stars", "*a ".repeat(20_000)],
  ["stars and lines", "*a_".repeat(10_000)],
  ["quotes in quotes", `${"> ".repeat(5_000)}a`],
  ["lists in lists", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n")],
  ["cells", "| a ".repeat(5_000)],
  ["formulas", "$a ".repeat(5_000)],
  ["words", "x".repeat(600_000)],
])("hostile %s are shown, where reading them untamed would take minutes", async (_, source) => {
  expect((await renderMarkdown(source)).html.length).toBeGreaterThan(1_000);
});

test("code may have any number of stars, and text a good many", async () => {
  expect(await html(`\`\`\`\n${"* _ ".repeat(5_000)}\n\`\`\`\n`)).toContain('class="code-block"');
  expect(await html("*a* ".repeat(500))).toContain("<em>a</em>");
});

test("adds words in the language of the text", async () => {
  const source = ":::try\nGo.\n:::\n\n```js\n1\n```\n\n| a |\n|---|\n| b |\n\n- [x] c\n\nd[^1]\n\n[^1]: e\n";
  const spanish = await html(source, { language: "es-MX" });
  for (const words of [">Pruébalo<", "\"Código: JavaScript\"", "\"Tabla 1: a\"", "\"hecho\"", ">Notas al pie<", "\"Volver a la referencia 1\""]) expect(spanish).toContain(words);
  for (const rendered of [await html(source), await html(source, { language: "xx" })]) for (const words of [">Try it<", "\"Code: JavaScript\"", "\"Table 1: a\"", "\"done\"", ">Footnotes<", "\"Back to reference 1\""]) expect(rendered).toContain(words);
});
