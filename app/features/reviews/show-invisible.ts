/**
 * Text of strangers as it is: characters that turn the direction of a line, hide, or steer a terminal become visible
 * marks, so that what a grader reads is what runs.
 */

/** Direction marks, zero-width characters, soft hyphens, tags, line and paragraph separators, and controls except tab and newline. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** `a\u202eb` becomes `a[U+202E]b`. Line ends of every system become `\n` first. */
export function showInvisible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(INVISIBLE, (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** Whether `showInvisible` would mark anything. */
export function hasInvisible(text: string): boolean {
  return text.replace(/\r\n?/g, "\n").search(INVISIBLE) >= 0;
}
