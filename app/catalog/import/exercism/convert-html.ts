/** HTML in a Markdown text as Markdown, as far as it has a counterpart. Pure. */

/** Inline tags that Markdown has marks for. A `<sup>` becomes `^`: our pages show no raised letters. */
const MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  b: ["**", "**"], strong: ["**", "**"], i: ["*", "*"], em: ["*", "*"], code: ["`", "`"], kbd: ["`", "`"], tt: ["`", "`"],
  sup: ["^", ""], sub: ["\\_", ""], summary: ["**", "**"], del: ["~~", "~~"], s: ["~~", "~~"], br: [" ", ""], hr: ["\n\n---\n\n", ""],
};

/** Tags that only arrange: their contents stay. */
const ARRANGING = new Set([
  "a", "abbr", "center", "details", "div", "dl", "dt", "dd", "figure", "figcaption", "font", "h1", "h2", "h3", "h4", "h5", "h6", "img", "ins", "li", "mark", "ol", "p",
  "pre", "section", "small", "span", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "blockquote", "iframe", "video", "audio", "source", "colgroup", "col", "caption",
]);

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)\/?>|<(?:script|style)\b[\s\S]*$/gi;
/** Where scripts and styles stand, their contents go too. */
const SCRIPTS = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Of those, the ones that nobody misses. */
const SILENT = new Set(["p", "div", "span", "details", "center", "small", "section"]);
const ADDRESS = /^https?:\/\/[^\s<>()]+$/i;

export interface ConvertedHtml {
  text: string;
  /** Names of the tags that had no counterpart and are gone, their contents kept. */
  dropped: readonly string[];
}

/**
 * What a piece of HTML, e.g. `<kbd>` or a whole block, becomes. `<string>` and the like are words, and stay.
 *
 * @param open addresses of the `<a>` that earlier pieces of the same text have opened, innermost last; kept up to date
 */
export function convertHtml(html: string, open: string[] = []): ConvertedHtml {
  const dropped: string[] = [];
  const text = html
    .replace(SCRIPTS, (_, name: string) => (dropped.push(name.toLowerCase()), ""))
    .replace(TAG, (whole, slash: string | undefined, written: string | undefined, attributes: string | undefined) => {
      if (written === undefined) return "";
      const name = written.toLowerCase();
      const mark = MARKS[name];
      if (mark) return slash === "/" ? mark[1] : mark[0];
      if (!ARRANGING.has(name)) return `\\${whole}`;
      if (name === "a") return convertAnchor(slash === "/", attributes ?? "", open, dropped);
      if (name === "img") return formatPicture(attributes ?? "");
      if (!SILENT.has(name)) dropped.push(name);
      return "";
    });
  return { text, dropped };
}

function convertAnchor(closes: boolean, attributes: string, open: string[], dropped: string[]): string {
  if (closes) {
    const address = open.pop() ?? "";
    return address === "" ? "" : `](${address})`;
  }
  const address = readAttribute(attributes, "href");
  const isLink = ADDRESS.test(address);
  if (!isLink) dropped.push("a");
  open.push(isLink ? address : "");
  return isLink ? "[" : "";
}

function formatPicture(attributes: string): string {
  const words = readAttribute(attributes, "alt").replace(/[\p{Cc}\s]+/gu, " ").trim().replace(/[[\]\\]/g, "\\$&") || "picture";
  const address = readAttribute(attributes, "src");
  return ADDRESS.test(address) ? `[${words}](${address})` : words;
}

function readAttribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}
