import { expect, test } from "vitest";
import { convertMarkdown } from "../../../../app/catalog/import/exercism/convert-markdown.ts";
import { readTextFacts } from "../../../../app/catalog/text-facts.ts";

const links = { trackSlug: "javascript", findExercise: (slug: string) => (slug === "two-doors" ? "../02-two-doors/lab.md" : null) };
const convert = (source: string) => convertMarkdown(source, links);

test.each([
  ["a plain text stays as it is", "Some *text* with `code`,\na list:\n\n- one\n- two\n\n```js\nconst a = `$5`;\n```", "Some *text* with `code`,\na list:\n\n- one\n- two\n\n```js\nconst a = `$5`;\n```"],
  ["dollars are no formulas", "From $5 to \\$6, `$7`.", "From \\$5 to \\$6, `$7`."],
  ["a reference becomes a link, its definition goes", "See [the list][list] and [list].\n\n[list]: https://a.example/x", "See [the list](https://a.example/x) and [list](https://a.example/x)."],
  ["an address with brackets is kept whole", "[x][y]\n\n[y]: https://a.example/x_(y)", "[x](<https://a.example/x_(y)>)"],
  ["addresses that are their own label stay", "<https://a.example/x> and https://b.example", "<https://a.example/x> and https://b.example"],
  ["a concept leads to its page", "[concept:javascript/array-loops]()", "[array loops](https://exercism.org/tracks/javascript/concepts/array-loops)"],
  ["an exercise of the course leads there", "[exercise:javascript/two-doors]()", "[two doors](../02-two-doors/lab.md)"],
  ["one of another track leads to its page", "[exercise:python/two-doors]()", "[two doors](https://exercism.org/tracks/python/exercises/two-doors)"],
  ["paths of their site lead there", "[help](/docs/using)", "[help](https://exercism.org/docs/using)"],
  ["a picture of another site becomes a link", "![Two *boxes*](https://a.example/b.png)", "[Two boxes](https://a.example/b.png)"],
  ["comments of authors go", "<!-- to do -->\n\nText.", "Text."],
  ["keys and raised letters", "Press <kbd>Enter</kbd>, 2<sup>3</sup>.", "Press `Enter`, 2^3."],
  ["an HTML link", 'See <a href="https://a.example/x">the list</a>.', "See [the list](https://a.example/x)."],
  ["types are no tags", "An Array<string> of them.", "An Array\\<string> of them."],
  ["a folded part is unfolded", "<details>\n<summary>More</summary>\n\nText.\n\n</details>", "**More**\n\nText."],
])("%s", (_, source, expected) => {
  expect(convert(source).text.replace(/\n{2,}/g, "\n\n").trim()).toBe(expected);
});

test("their notes are our blocks, with references from inside and outside", () => {
  const { text } = convert("~~~exercism/caution\nCosts $5, see [a] and [b][B].\n\n[a]: https://a.example\n~~~\n\n[B]: https://b.example");
  expect(text).toBe(":::warning\nCosts \\$5, see [a](https://a.example) and [b](https://b.example).\n:::");
  expect(convert("~~~~exercism/advanced\n~~~js\nx\n~~~\n~~~~").text).toBe(":::tip[Advanced]\n~~~js\nx\n~~~\n:::");
  expect(convert("- one\n\n  ~~~exercism/note\n  two\n\n  three\n  ~~~\n").text).toBe("- one\n\n  :::note\n  two\n\n  three\n  :::");
  expect(convert("~~~exercism/note\n:::note\nx\n:::\n~~~").text).toMatch(/^::::note\n[^]*\n::::$/);
});

test.each([
  ["[x](./other.md)", "x", "link to another file"],
  ["[x](javascript:alert(1))", "x", "not allowed"],
  ["![A map](../map.svg)", "A map", "picture of the track"],
  ["<table><tr><td>x</td></tr></table>", "x", "HTML was left out (table, tr, td)"],
  ["<script>alert(1)</script>after", "after", "HTML was left out (script)"],
])("what can't be kept of %s is said", (source, words, warning) => {
  const converted = convert(source);
  expect(converted.text.trim()).toBe(words);
  expect(converted.warnings).toEqual([expect.stringContaining(warning)]);
});

test("what comes out has nothing that a check of texts finds", () => {
  const source = "# A\n\n<p>$a$</p>\n\n![](https://a.example/b.png) <br> [x]\n\n| a | b |\n| --- | --- |\n| $1 | <em>2</em> |\n\n~~~exercism/note\n$x$ <b>y</b>\n~~~\n\n[x]: /docs";
  expect(readTextFacts(convert(source).text).faults).toEqual([]);
});

test("hostile texts end quickly and break nothing", () => {
  for (const source of [`${"> ".repeat(500)}x`, "*_".repeat(5_000), "[".repeat(3_000), "<".repeat(3_000), "<script>".repeat(500), "~~~exercism/note\n".repeat(50)]) {
    expect(typeof convert(source).text).toBe("string");
  }
});
