/** What is in a text that can be wrong: links, pictures, math, raw HTML, blocks of unknown names. Pure. */
import katex from "katex";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { buildSlug, createHeadingIds, HEADING_PREFIX } from "./heading-ids.ts";
import { CALLOUTS, isCallout, isTooTangled, parseMarkdown } from "./parse-markdown.ts";

export interface TextLink {
  href: string;
  /** Line in the text, 1-based. */
  line: number;
  image: boolean;
}

export interface TextFault {
  line: number;
  message: string;
  fix: string;
}

export interface TextFacts {
  links: readonly TextLink[];
  /** What can follow `#` in a link to this text. */
  fragments: ReadonlySet<string>;
  faults: readonly TextFault[];
}

/** Texts rarely change while a program runs, and reading them is most of the work of a reload. */
const known = new Map<string, TextFacts>();
const KNOWN_MOST = 2_000;

export function readTextFacts(source: string): TextFacts {
  const earlier = known.get(source);
  if (earlier) return earlier;
  const facts = collectFactsOrFault(source);
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(source, facts);
  return facts;
}

function collectFactsOrFault(source: string): TextFacts {
  try {
    if (!isTooTangled(source)) return collectFacts(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const fault = {
    line: 1,
    message: "The text has too many things inside each other to be read as Markdown, and is shown as it is written.",
    fix: "Look for long rows of `>`, `*`, `_` or brackets, and for lists that are indented very far.",
  };
  return { links: [], faults: [fault], fragments: new Set() };
}

function collectFacts(source: string): TextFacts {
  const links: TextLink[] = [];
  const faults: TextFault[] = [];
  const fragments = new Set<string>();
  const headingId = createHeadingIds();

  visit(parseMarkdown(source), (node) => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case "heading":
        fragments.add(headingId(toString(node)).slice(HEADING_PREFIX.length));
        break;
      case "link":
      case "definition":
        links.push({ href: node.url, line, image: false });
        break;
      case "image":
        links.push({ href: node.url, line, image: true });
        if (!node.alt?.trim()) faults.push({ line, message: "The picture has no text for people who can't see it.", fix: "Say in the square brackets what it shows: `![Two boxes …](…)`." });
        break;
      case "imageReference":
        if (!node.alt?.trim()) faults.push({ line, message: "The picture has no text for people who can't see it.", fix: "Say in the square brackets what it shows." });
        break;
      case "html":
        if (!/^<!--[\s\S]*-->$/.test(node.value.trim())) {
          faults.push({ line, message: `HTML is not shown: \`${cut(node.value)}\`.`, fix: "Write it in Markdown, or in back quotes when you mean the characters themselves." });
        }
        break;
      case "math":
      case "inlineMath": {
        const fault = findMathFault(node.value);
        if (fault) faults.push({ line, message: `The formula can't be set: ${fault}.`, fix: "Correct it, or write `\\$` when you mean a dollar sign." });
        break;
      }
      case "containerDirective":
        if (!isCallout(node.name)) {
          faults.push({ line, message: `There is no block \`:::${cut(node.name)}\`.`, fix: `The blocks are ${CALLOUTS.map((name) => `\`:::${name}\``).join(", ")}.` });
        }
        break;
      default:
    }
  });
  return { links, faults, fragments };
}

/** Whether a link `#fragment` finds its heading. */
export function hasFragment(facts: TextFacts, fragment: string): boolean {
  try {
    return fragment === "" || facts.fragments.has(buildSlug(decodeURIComponent(fragment)));
  } catch {
    return false;
  }
}

function findMathFault(value: string): string | null {
  try {
    katex.renderToString(value, { output: "mathml", throwOnError: true, strict: "ignore", maxExpand: 1_000 });
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : "unknown cause").replace(/^KaTeX parse error: /, "").split("\n")[0] ?? "";
  }
}

function cut(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
