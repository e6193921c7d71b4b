/** Puts fields or words into the gaps of a rendered text. Pure. */
import { FIRST_GAP, MOST_GAPS } from "../../catalog/questions.ts";

const GAPS = new RegExp(`[\\u{${FIRST_GAP.toString(16)}}-\\u{${(FIRST_GAP + MOST_GAPS - 1).toString(16)}}]`, "gu");

/** @param build HTML for the gap with this index; what comes from people must be escaped */
export function fillGaps(html: string, build: (index: number) => string): string {
  return html.replace(GAPS, (mark) => build(mark.charCodeAt(0) - FIRST_GAP));
}

/** Any text as HTML that shows it, also inside an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}
