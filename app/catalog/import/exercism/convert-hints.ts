/** Exercism's `hints.md` as ours: numbered headings `## 1. …`, shown one by one. Pure. */

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^##[ \t]+(?:(\d+)[.)][ \t]*)?(.*?)[ \t]*#*[ \t]*$/;

interface Part {
  /** Number of the task that it helps with; null for general hints. */
  task: string | null;
  title: string;
  lines: string[];
}

/**
 * Their sections are `## General` and one for each task, `## 1. …`; ours are numbered without a gap, so a task's number
 * moves into the title where it differs. Sections without text are left out.
 *
 * @param text converted Markdown
 * @returns null when there is no hint in it
 */
export function convertHints(text: string): string | null {
  const parts = splitParts(text).filter((part) => part.lines.join("").trim() !== "");
  if (parts.length === 0) return null;
  return `${parts.map((part, index) => `## ${index + 1}. ${formatTitle(part, index + 1)}\n\n${part.lines.join("\n").trim()}\n`).join("\n")}`;
}

function formatTitle({ task, title }: Part, number: number): string {
  if (task === null || task === String(number)) return title || "Hint";
  return title === "" ? `Task ${task}` : `Task ${task}: ${title}`;
}

function splitParts(text: string): Part[] {
  const parts: Part[] = [{ task: null, title: "General", lines: [] }];
  let fence: string | null = null;
  for (const line of text.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    const heading = fence === null && !mark ? HEADING.exec(line) : null;
    if (heading) parts.push({ task: heading[1] ?? null, title: heading[2] ?? "", lines: [] });
    // The file's own title, `# Hints`, is ours to say.
    else if (fence === null && !mark && /^#[ \t]/.test(line)) continue;
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}
