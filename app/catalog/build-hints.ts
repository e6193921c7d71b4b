import type { Hint } from "./catalog.ts";
import { buildRemark, type Finding } from "./findings.ts";
import type { SourceFile } from "./source-folder.ts";

const HEADING = /^##[ \t]+(?:(\d+)[.)][ \t]*)?(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Hints of a `hints.md`: one for each `## 1. Title`, in the order they are shown. */
export function buildHints(file: SourceFile | null): { hints: Hint[]; findings: Finding[] } {
  if (!file) return { hints: [], findings: [] };
  const fault = (line: number, message: string, fix: string) => buildRemark({ file: file.path, line, message, fix });
  const findings: Finding[] = [];
  const parts: { title: string; heading: number; lines: string[] }[] = [];
  let fence: string | null = null;

  for (const [index, line] of (file.text ?? "").split(/\r?\n/).entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    const heading = fence === null && !mark ? HEADING.exec(line) : null;
    if (heading) {
      const number = heading[1];
      if (number !== undefined && Number(number) !== parts.length + 1) {
        findings.push(fault(index + 1, `This is hint ${parts.length + 1}, but its heading says ${number}.`, `Write \`## ${parts.length + 1}. …\`: hints are shown in this order.`));
      }
      parts.push({ title: heading[2] || `Hint ${parts.length + 1}`, heading: index + 1, lines: [] });
    } else if (parts.length > 0) {
      parts.at(-1)?.lines.push(line);
    } else if (line.trim() !== "") {
      findings.push(fault(index + 1, "This text stands before the first hint and would never be shown.", "Begin the file with a heading `## 1. …`."));
      break;
    }
  }
  if (parts.length === 0 && findings.length === 0) {
    findings.push(fault(1, "The file has no hints.", "Write a heading `## 1. …` for each hint, or remove the file."));
  }
  for (const part of parts) {
    if (part.lines.join("").trim() === "") findings.push(fault(part.heading, `The hint "${part.title}" is empty.`, "Write its text below the heading, or remove it."));
  }
  return {
    hints: parts.map((part) => ({ title: part.title, text: { source: part.lines.join("\n"), firstLine: part.heading + 1 } })),
    findings,
  };
}
