/** Notes as a Markdown file of one's own. Pure. */
import type { NotedCourse } from "./view-notes.server.ts";

/** A heading a course, one an activity, quotes as quotes. `words` are in the reader's language. */
export function buildNotesMarkdown(courses: readonly NotedCourse[], words: { title: string; bookmarked: string }): string {
  const lines = [`# ${words.title}`];
  for (const course of courses) {
    lines.push("", `## ${onOneLine(course.title)}`);
    for (const { title, isBookmarked, notes } of course.activities) {
      lines.push("", `### ${onOneLine(title)}`);
      if (isBookmarked) lines.push("", `*${words.bookmarked}*`);
      for (const { quote, body } of notes) {
        if (quote !== "") lines.push("", ...quote.split("\n").map((line) => `> ${line}`.trimEnd()));
        if (body !== "") lines.push("", body);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
