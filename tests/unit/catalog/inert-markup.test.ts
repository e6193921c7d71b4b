import { fromHtml } from "hast-util-from-html";
import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { renderMarkdown } from "../../../app/catalog/render-markdown.server.ts";
import { highlightCode } from "../../../app/catalog/highlight-code.server.ts";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<iframe src=javascript:alert(1)></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)" onclick=alert(1)>x</a>',
  "<style>*{background:url(javascript:alert(1))}</style><link rel=stylesheet href=//evil>",
  '<base href="//evil.example"><meta http-equiv=refresh content="0;url=//evil">',
  '<form action="javascript:alert(1)"><button formaction=javascript:alert(1)>x</button></form>',
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<details open ontoggle=alert(1)>x</details>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](<java\nscript:alert(1)>)",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x01;javascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](\u200bjavascript:alert(1))",
  "[x](%6aavascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](blob:https://x/y) [y](file:///etc/passwd) [z](view-source:x)",
  "[x](//evil.example) [y](/\\evil.example) [z](\\\\evil.example)",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  '![x"onerror="alert(1)](assets/a.svg)',
  '![x](assets/a.svg"onerror="alert(1))',
  '[x](https://e.example "title\\" onmouseover=\\"alert(1)")',
  '[x](https://e.example/"onmouseover="alert(1))',
  "[x][1]\n\n[1]: javascript:alert(1)",
  '[x](../a.md#"onclick="alert(1))',
  ':::note{onclick="alert(1)" style="color:red" id="location"}\nx\n:::',
  ':::note[<img src=x onerror=alert(1)>]\nx\n:::',
  '::iframe{src="javascript:alert(1)"}',
  ":script[alert(1)]",
  '```js" onload="alert(1)\nx\n```',
  "```html\n</code></pre><script>alert(1)</script>\n```",
  "```<script>\nx\n```",
  "$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$",
  "$\\htmlStyle{color:red}{x}$ $\\htmlData{x=y}{z}$ $\\includegraphics{javascript:alert(1)}$",
  "$\\text{</annotation></semantics></math><img src=x onerror=alert(1)>}$",
  "$$\n\\text{<script>alert(1)</script>}\n$$",
  "## <img src=x onerror=alert(1)>\n\n# `</h2><script>alert(1)</script>`",
  "| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |",
  "[^\"><script>]\n\n[^\"><script>]: x",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "\u202e<script>alert(1)</script>\u2028<script>alert(1)</script>",
  "<ſcript>alert(1)</ſcript> ＜script＞alert(1)＜/script＞",
  "- [x] <script>alert(1)</script>\n- [ ](javascript:alert(1))",
];

const ELEMENTS = new Set(
  ["a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"].concat(
    ["math", "semantics", "mrow", "mi", "mn", "mo", "mtext", "mstyle", "msup", "annotation", "merror", "mpadded"],
  ),
);

/** Parses HTML as a browser would and names everything in it that could act. */
function listDangers(html: string): string[] {
  const dangers: string[] = [];
  visit(fromHtml(html, { fragment: true }), "element", (node: Element) => {
    if (!ELEMENTS.has(node.tagName)) dangers.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name) || ["style", "srcDoc", "formAction", "action", "xLinkHref"].includes(name)) dangers.push(name);
      if (name === "href" && !/^(?:https?:\/\/[\w]|mailto:|#|\/(?![/\\]))/.test(String(value))) dangers.push(`href=${String(value)}`);
      if (name === "src" && !/^\/f\/[^/]/.test(String(value))) dangers.push(`src=${String(value)}`);
      if (name === "id" && !/^(?:section-|footnote-label$)/.test(String(value))) dangers.push(`id=${String(value)}`);
    }
  });
  return dangers;
}

test("the look-out sees what it should", () => {
  expect(listDangers('<p onclick="x"><script>1</script><a href="javascript:x" style="y">').toSorted()).toEqual(["<script>", "href=javascript:x", "onClick", "style"]);
});

test.each(PAYLOADS)("%j is inert in an author's text", async (payload) => {
  for (const source of [payload, `Text ${payload} text`, `> ${payload}`, `- ${payload}`]) {
    const { html, outline } = await renderMarkdown(source, { resolveLink: () => "/page", assetBase: "/f" });
    expect({ html, dangers: listDangers(html) }).toEqual({ html, dangers: [] });
    for (const entry of outline) expect(entry.id).toMatch(/^section-/);
  }
});

test.each(PAYLOADS)("%j is inert in a hand-in", async (payload) => {
  for (const language of ["javascript", "x.html", "md", "__proto__", "constructor", ""]) {
    const { lines } = await highlightCode(payload, language);
    for (const { html } of lines) {
      visit(fromHtml(html, { fragment: true }), "element", (node: Element) => {
        expect(node.tagName).toBe("span");
        expect(Object.keys(node.properties)).toEqual(["className"]);
        expect(String(node.properties["className"])).toMatch(/^token-[a-z-]+$/);
      });
    }
  }
});
