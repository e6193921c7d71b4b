/**
 * Markdown of authors as safe HTML. Authors are trusted with words, not with markup: the tree is sanitised against
 * a list before code and formulas are set, raw HTML is never parsed, and no style attribute is written.
 */
import { randomBytes } from "node:crypto";
import type { Element, Root } from "hast";
import rehypeKatex from "rehype-katex";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { markCallouts } from "./callouts.ts";
import { dressCodeBlocks } from "./code-blocks.server.ts";
import { hashContent } from "./content-hash.server.ts";
import { dressMarkup, type OutlineEntry } from "./dress-markup.ts";
import { HEADING_PREFIX } from "./heading-ids.ts";
import { isTooTangled, parseMarkdown } from "./parse-markdown.ts";
import { SAFE_MARKUP } from "./safe-markup.ts";
import { findWordsLanguage, getTextWords, type TextWords } from "./text-words.ts";

export type { OutlineEntry } from "./dress-markup.ts";

export interface RenderOptions {
  /**
   * The address of a page for a relative link such as `../02-foo.md` (without its fragment), or null when it leads
   * nowhere: then the words stay and are no link.
   */
  resolveLink?: (href: string) => string | null;
  /** Address of the activity's `assets/`, such as `/courses/x/y/z/assets/`. Without it pictures are left out. */
  assetBase?: string;
  /** Tag of the language that the text is written in: of the words that are added to it. The source's when left out. */
  language?: string;
}

export interface RenderedText {
  /** Safe to put into a page as it is. */
  html: string;
  outline: readonly OutlineEntry[];
  /** Words without code, for an estimate of reading time. */
  words: number;
}

/** Longer texts are shown as they are written: rendering them would hold up everybody. */
export const RENDER_LIMIT_CHARACTERS = 500_000;

interface Prepared {
  /** HTML with marks where addresses go. */
  html: string;
  links: readonly { href: string; kind: "link" | "image" }[];
  outline: readonly OutlineEntry[];
  words: number;
}

// Nobody can write a mark into a text without knowing this.
const MARK = `rung-${randomBytes(12).toString("hex")}-`;
const MARKED_ATTRIBUTE = new RegExp(` (href|src)="#${MARK}(\\d+)(#[^"]*)?"`, "g");

const CACHE_MOST_ENTRIES = 500;
const CACHE_MOST_CHARACTERS = 200_000;
/** By content hash; the one used longest ago goes first. */
const cache = new Map<string, Promise<Prepared>>();

const processors = new Map<string, ReturnType<typeof makeProcessor>>();

function makeProcessor({ footnotes, backTo }: TextWords) {
  const footnoteBackLabel = (index: number, again: number) => backTo(again > 1 ? `${index + 1}-${again}` : String(index + 1));
  return unified().use(remarkRehype, { clobberPrefix: HEADING_PREFIX, footnoteLabelTagName: "h2", footnoteLabel: footnotes, footnoteBackLabel }).use(rehypeSanitize, SAFE_MARKUP).freeze();
}

/** One for each language of words. */
function toMarkup(language: string): ReturnType<typeof makeProcessor> {
  const made = processors.get(language) ?? makeProcessor(getTextWords(language));
  processors.set(language, made);
  return made;
}


const setFormulas = unified().use(rehypeKatex, { output: "mathml", strict: "ignore", trust: false, maxSize: 50, maxExpand: 1_000 }).freeze();
const toHtml = unified().use(rehypeStringify).freeze();

/** Renders an author's text. Never throws for what is in it. */
export async function renderMarkdown(source: string, options: RenderOptions = {}): Promise<RenderedText> {
  const prepared = await findPrepared(source, findWordsLanguage(options.language));
  const html = prepared.html.replace(MARKED_ATTRIBUTE, (_, attribute: string, index: string, fragment: string | undefined) => {
    const link = prepared.links[Number(index)];
    const address = link && resolveAddress(link.href, link.kind, options);
    return address === null || address === undefined ? "" : ` ${attribute}="${escapeAttribute(address)}${fragment ?? ""}"`;
  });
  return { html, outline: prepared.outline, words: prepared.words };
}

function findPrepared(source: string, language: string): Promise<Prepared> {
  const key = `${language} ${hashContent(source)}`;
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const prepared = prepare(source, language);
  if (source.length <= CACHE_MOST_CHARACTERS) {
    cache.set(key, prepared);
    // A failure is not kept: the next reader tries again.
    prepared.catch(() => cache.delete(key));
    const oldest = cache.keys().next();
    if (cache.size > CACHE_MOST_ENTRIES && !oldest.done) cache.delete(oldest.value);
  }
  return prepared;
}

async function prepare(source: string, language: string): Promise<Prepared> {
  if (source.length > RENDER_LIMIT_CHARACTERS || isTooTangled(source)) return showAsWritten(source);
  try {
    return await buildPrepared(source, language);
  } catch (error) {
    // Things inside each other, deeper than the tree's visitors can follow.
    if (error instanceof RangeError) return showAsWritten(source);
    throw error;
  }
}

function showAsWritten(source: string): Prepared {
  return { html: `<pre tabindex="0">${escapeAttribute(source)}</pre>`, links: [], outline: [], words: 0 };
}

async function buildPrepared(source: string, language: string): Promise<Prepared> {
  const words = getTextWords(language);
  const links: { href: string; kind: "link" | "image" }[] = [];
  const text = parseMarkdown(source);
  markCallouts(text, source, words.callouts);
  const tree: Root = await toMarkup(language).run(text);
  const { outline, words: count } = dressMarkup(tree, words, (href, kind) => `#${MARK}${links.push({ href, kind }) - 1}`);
  await setFormulas.run(tree);
  await dressCodeBlocks(tree, words);
  dropStyles(tree);
  return { html: toHtml.stringify(tree), links, outline, words: count };
}

/** A formula that can't be set is coloured by a style attribute, which the page's policy refuses: a class instead. */
function dropStyles(tree: Root): void {
  visit(tree, "element", (node: Element) => {
    delete node.properties["style"];
  });
}

function resolveAddress(href: string, kind: "link" | "image", options: RenderOptions): string | null {
  const asset = /^(?:\.\/)?assets\/(.+)$/.exec(href)?.[1];
  if (asset !== undefined) {
    const steps = asset.split("/");
    if (options.assetBase === undefined || steps.some((step) => /^(?:\.|%2e){1,2}$/i.test(step))) return null;
    return `${options.assetBase.replace(/\/$/, "")}/${steps.join("/")}`;
  }
  return kind === "link" ? (options.resolveLink?.(href) ?? null) : null;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
