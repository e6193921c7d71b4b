/**
 * Exercism's Markdown as ours. Their texts are CommonMark with GitHub's tables; ours also has formulas between dollar
 * signs and blocks `:::note`, shows no HTML and no pictures of other sites. Only what must change is changed: every
 * other character stays as the author wrote it. Pure.
 */
import type { Definition, Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { classifyLink } from "../../link-targets.ts";
import { isTooTangled } from "../../parse-markdown.ts";
import { convertHtml } from "./convert-html.ts";

/** Where links of other pages of a track lead. */
export interface LinkContext {
  /** The track whose text it is. */
  trackSlug: string;
  /** From the text's own file to an exercise of the same course, such as `../03-bob/lab.md`; null when it did not come over. */
  findExercise(slug: string): string | null;
}

export interface ConvertedText {
  text: string;
  /** What could not be kept, as sentences. */
  warnings: readonly string[];
}

const SITE = "https://exercism.org";
/** Blocks of theirs, such as `~~~exercism/note`, by the name of ours. */
const BLOCKS: Readonly<Record<string, string>> = { note: ":::note", caution: ":::warning", advanced: ":::tip[Advanced]" };
const WIDGET = /^(concept|exercise):([a-z0-9-]+)\/([a-z0-9-]+)$/;

// Without math and directives: in their texts `$` and `:` are only characters.
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function convertMarkdown(source: string, context: LinkContext): ConvertedText {
  return convert(source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), context, "");
}

/** @param outer definitions of the text around this one */
function convert(source: string, context: LinkContext, outer: string): ConvertedText {
  if (isTooTangled(source)) return { text: escapeDollars(source), warnings: ["The text has too many things inside each other and was taken as it is."] };
  const whole = outer === "" ? source : `${source}\n\n${outer}`;
  const tree: Root = parser.parse(whole);
  const definitions = new Map<string, Definition>();
  visit(tree, "definition", (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const all = [...definitions.values()].map((node) => slice(whole, node)).join("\n");
  const warnings: string[] = [];
  const text = rewrite(tree, { source: whole, context, definitions, all, openAnchors: [], warnings });
  return { text: text.replace(/^\n+/, "").trimEnd(), warnings: [...new Set(warnings)] };
}

interface Rewriting {
  source: string;
  context: LinkContext;
  definitions: ReadonlyMap<string, Definition>;
  /** Every definition as it is written. */
  all: string;
  /** Addresses of HTML's `<a>` that are open. */
  openAnchors: string[];
  warnings: string[];
}

function rewrite(node: Nodes, state: Rewriting): string {
  switch (node.type) {
    case "text":
      return escapeDollars(slice(state.source, node));
    case "definition":
      return "";
    case "html": {
      const { text, dropped } = convertHtml(node.value, state.openAnchors);
      if (dropped.length > 0) state.warnings.push(`HTML was left out (${[...new Set(dropped)].slice(0, 5).join(", ")}); its words stay.`);
      return escapeDollars(text);
    }
    case "code":
      return rewriteCode(node, state);
    case "link":
      return formatLink(node.url, toString(node), () => rewriteChildren(node, state), slice(state.source, node), state);
    case "linkReference": {
      const found = state.definitions.get(node.identifier);
      return found ? formatLink(found.url, toString(node), () => rewriteChildren(node, state), null, state) : rewriteChildren(node, state);
    }
    case "image":
      return formatPicture(node.url, node.alt, state);
    case "imageReference":
      return formatPicture(state.definitions.get(node.identifier)?.url ?? "", node.alt, state);
    default:
      return "children" in node ? rewriteWithin(node, state) : slice(state.source, node);
  }
}

/** The node's own characters with its children rewritten among them. */
function rewriteWithin(node: Nodes & { children: readonly Nodes[] }, state: Rewriting): string {
  const [start, end] = span(node);
  let at = start;
  let text = "";
  for (const child of node.children) {
    const [from, to] = span(child);
    text += state.source.slice(at, from) + rewrite(child, state);
    at = to;
  }
  return text + state.source.slice(at, end);
}

function rewriteChildren(node: { children: readonly Nodes[] }, state: Rewriting): string {
  return node.children.map((child) => rewrite(child, state)).join("");
}

function rewriteCode(node: Nodes & { type: "code" }, state: Rewriting): string {
  const name = /^exercism\/([a-z]+)$/.exec(node.lang ?? "")?.[1];
  if (name === undefined) return slice(state.source, node);
  const opening = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : BLOCKS["note"];
  const inner = convert(node.value, state.context, state.all);
  state.warnings.push(...inner.warnings);
  // More colons than any line within, so that nothing in it can close the block.
  const longest = Math.max(2, ...[...inner.text.matchAll(/^\s*(:{3,})/gm)].map(([, colons]) => colons?.length ?? 0));
  const colons = ":".repeat(longest + 1);
  const indent = " ".repeat((node.position?.start.column ?? 1) - 1);
  return [`${colons}${opening?.replace(/^:+/, "") ?? "note"}`, ...inner.text.split("\n"), colons].map((line, index) => (index === 0 || line === "" ? line : indent + line)).join("\n");
}

/** @param asWritten the whole link when it may stay as it is */
function formatLink(url: string, label: string, inner: () => string, asWritten: string | null, state: Rewriting): string {
  const widget = WIDGET.exec(label.trim());
  if (widget) return formatWidget(widget, state.context);
  const words = inner();
  const kind = classifyLink(url);
  switch (kind) {
    case "external":
    case "mail":
      // An address that is its own label has no brackets to change.
      return asWritten !== null && !asWritten.startsWith("[") ? asWritten : `[${words}](${formatAddress(url)})`;
    case "fragment":
      return `[${words}](${url})`;
    case "site":
      return `[${words}](${formatAddress(SITE + url)})`;
    case "relative":
      state.warnings.push("A link to another file of the track was left out; its words stay.");
      return words;
    case "refused":
      if (url !== "") state.warnings.push("A link of a kind that is not allowed was left out; its words stay.");
      return words;
  }
}

function formatWidget([, kind = "", track = "", slug = ""]: RegExpExecArray, { trackSlug, findExercise }: LinkContext): string {
  const title = slug.replace(/-/g, " ");
  const own = kind === "exercise" && track === trackSlug ? findExercise(slug) : null;
  return `[${title}](${own ?? `${SITE}/tracks/${track}/${kind}s/${slug}`})`;
}

function formatPicture(url: string, alt: string | null | undefined, state: Rewriting): string {
  const words = (alt ?? "").replace(/[\p{Cc}\s]+/gu, " ").replace(/[[\]\\$*_`<]/g, "\\$&").trim() || "picture";
  if (classifyLink(url) === "external") return `[${words}](${formatAddress(url)})`;
  if (classifyLink(url) === "site") return `[${words}](${formatAddress(SITE + url)})`;
  state.warnings.push("A picture of the track was left out; its words stay.");
  return words;
}

function formatAddress(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, (char) => encodeURIComponent(char))}>` : url;
}

function escapeDollars(text: string): string {
  return text.replace(/(\\[\s\S])|\$/g, (_, escaped: string | undefined) => escaped ?? "\\$");
}

function slice(source: string, node: Nodes): string {
  return source.slice(...span(node));
}

function span(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
