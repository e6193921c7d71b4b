/** Blocks such as `:::note[Title]`; every other directive is given back as the text that the author wrote. */
import type { Paragraph, Parent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { SKIP, visit } from "unist-util-visit";
import { isCallout } from "./parse-markdown.ts";
import type { TextWords } from "./text-words.ts";

type Directive = ContainerDirective | LeafDirective | TextDirective;

/** Changes the tree in place. `source` is the text that it was parsed from; `titles` are for blocks without one. */
export function markCallouts(tree: Root, source: string, titles: TextWords["callouts"]): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== "containerDirective" && node.type !== "leafDirective" && node.type !== "textDirective") return;
    if (!parent || index === undefined) return;
    if (node.type === "containerDirective") {
      markContainer(node, titles);
      return;
    }
    // "at 10:30" and "ratio a:b" look like directives to the parser; nobody means one.
    (parent as Parent).children.splice(index, 1, restoreText(node, source));
    return [SKIP, index + 1];
  });
}

function markContainer(node: ContainerDirective, titles: TextWords["callouts"]): void {
  if (!isCallout(node.name)) {
    node.data = { hName: "div" };
    return;
  }
  node.data = { hName: "div", hProperties: { className: ["callout", `callout-${node.name}`], role: "note" } };
  const [first] = node.children;
  const title: Paragraph =
    first?.type === "paragraph" && first.data?.directiveLabel === true
      ? first
      : { type: "paragraph", children: [{ type: "text", value: titles[node.name] }] };
  if (title !== first) node.children.unshift(title);
  title.data = { hName: "p", hProperties: { className: ["callout-title"] } };
}

function restoreText(node: Directive, source: string): RootContent {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const value = start === undefined || end === undefined ? `:${node.name}` : source.slice(start, end);
  return node.type === "textDirective" ? { type: "text", value } : { type: "paragraph", children: [{ type: "text", value }] };
}
