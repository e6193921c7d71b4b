/** Rendered text of one paragraph without it, for labels and lists; anything longer stays as it is. Pure. */
export function unwrapParagraph(html: string): string {
  const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
  return inner !== undefined && !inner.includes("<p>") ? inner : html;
}
