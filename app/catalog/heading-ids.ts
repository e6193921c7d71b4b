/**
 * Ids of headings. The prefix keeps an author's heading from taking the place of an element or a global that the
 * page's own code looks up by name ("DOM clobbering").
 */
export const HEADING_PREFIX = "section-";

/** Gives each heading of one text its own id: `Two words!` is `section-two-words`, the second one `…-1`. */
export function createHeadingIds(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const slug = buildSlug(text);
    let id = slug;
    for (let count = 1; taken.has(id); count++) id = `${slug}-${count}`;
    taken.add(id);
    return HEADING_PREFIX + id;
  };
}

/** The part of a link after `#`, as GitHub makes it from a heading. */
export function buildSlug(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .replace(/\s/gu, "-");
  return slug === "" ? "part" : slug;
}
