/** Code in rendered text: coloured by classes, named by its language, scrollable by keyboard. */
import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { TextWords } from "./text-words.ts";
import { findLanguageId, formatLanguage, tokenize } from "./highlighter.server.ts";

/** Changes every `pre > code` of the tree in place. @param words in the language of the text */
export async function dressCodeBlocks(tree: Root, words: Pick<TextWords, "code">): Promise<void> {
  const found: { pre: Element; code: Element }[] = [];
  visit(tree, "element", (node) => {
    const [code] = node.children;
    if (node.tagName === "pre" && code?.type === "element" && code.tagName === "code") found.push({ pre: node, code });
  });
  for (const { pre, code } of found) await dressCodeBlock(pre, code, words);
}

async function dressCodeBlock(pre: Element, code: Element, words: Pick<TextWords, "code">): Promise<void> {
  const classes = Array.isArray(code.properties["className"]) ? code.properties["className"].map(String) : [];
  const written = classes.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
  const language = findLanguageId(written);
  const lines = await tokenize(toString(code).replace(/\n$/, ""), written);

  const name = language === null ? null : formatLanguage(language);
  code.properties = {};
  code.children = lines.flatMap((line, index): Element["children"] => [
    ...line.map(({ text, className }): Element["children"][number] =>
      className === null
        ? { type: "text", value: text }
        : { type: "element", tagName: "span", properties: { className: [className] }, children: [{ type: "text", value: text }] },
    ),
    ...(index < lines.length - 1 ? [{ type: "text" as const, value: "\n" }] : []),
  ]);
  const inner: Element = {
    type: "element",
    tagName: "pre",
    properties: { tabIndex: 0, role: "group", ariaLabel: name === null ? words.code : `${words.code}: ${name}` },
    children: [code],
  };
  const label: Element[] =
    name === null ? [] : [{ type: "element", tagName: "div", properties: { className: ["code-language"], ariaHidden: "true" }, children: [{ type: "text", value: name }] }];
  pre.tagName = "div";
  pre.properties = { className: ["code-block"], dataLanguage: language ?? "text" };
  pre.children = [...label, inner];
}
