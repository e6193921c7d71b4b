import type { ActivityParts } from "./activity-parts.ts";
import type { Task } from "./catalog.ts";
import { parseChecklist } from "./checklist.ts";
import { buildFault, buildRemark, type Finding } from "./findings.ts";
import type { TaskFrontMatter } from "./schema.ts";

/** A task from its fields and the checklist in its text. With a finding that breaks, the task must not be used. */
export function buildTask(parts: ActivityParts, fields: TaskFrontMatter): { activity: Task; findings: Finding[] } {
  const { base, written } = parts;
  const { items, instructions, checkedLines, emptyLines } = parseChecklist(base.text);
  const hours = fields.hours === undefined || fields.hours === 0 ? null : fields.hours;
  const findings: Finding[] = [
    ...checkedLines.map((line) => buildRemark({ file: base.file, line, message: "This item is written as checked, and learners check it themselves.", fix: "Write `- [ ]`." })),
    ...emptyLines.map((line) => buildRemark({ file: base.file, line, message: "This item of the checklist has no words, and is not shown.", fix: "Say what is to be done, or remove the line." })),
  ];
  if (items.length === 0 && hours === null && fields.evidence === "none" && fields.signOff === "none") {
    findings.push(
      buildFault({ file: base.file, line: written.body.firstLine, message: "Nothing says when this task is done.", fix: "Write a checklist (`- [ ] …` lines) in the text, or set `hours`, `evidence` or `signOff`." }),
    );
  }
  return { activity: { ...base, kind: "task", checklist: items, instructions, hours, evidence: fields.evidence, signOff: fields.signOff }, findings };
}
