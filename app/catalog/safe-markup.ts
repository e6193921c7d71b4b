/**
 * What Markdown may become. Everything that is not listed is dropped, before code and formulas are set (those two
 * make their own markup from plain text afterwards). Raw HTML never gets this far: it is not parsed.
 */
import type { Options } from "rehype-sanitize";
import { HEADING_PREFIX } from "./heading-ids.ts";

export const SAFE_MARKUP: Options = {
  tagNames: [
    "a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input",
    "li", "ol", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ],
  attributes: {
    a: ["href", "title", "dataFootnoteRef", "dataFootnoteBackref", "ariaDescribedBy", "ariaLabel", ["id", new RegExp(`^${HEADING_PREFIX}fnref-`)], ["className", "data-footnote-backref"]],
    code: [["className", /^language-[\w+#.-]{1,40}$/, "math-inline", "math-display"]],
    div: [["className", "callout", /^callout-[a-z]+$/], ["role", "note"]],
    h2: [["className", "sr-only"], ["id", "footnote-label"]],
    img: ["src", "alt", "title"],
    input: [["type", "checkbox"], "checked", "disabled"],
    li: [["id", new RegExp(`^${HEADING_PREFIX}fn-`)], ["className", "task-list-item"]],
    ol: ["start"],
    p: [["className", "callout-title"]],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
    ul: [["className", "contains-task-list"]],
  },
  protocols: { href: ["http", "https", "mailto"], src: [] },
  ancestors: {
    li: ["ol", "ul"],
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  required: { input: { type: "checkbox", disabled: true } },
  strip: ["script", "style"],
  clobber: [],
};
