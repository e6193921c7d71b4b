/** Checks what activities say about each other: prerequisites and aliases. Pure. */
import type { FieldLines } from "./build-module.ts";
import type { Course } from "./catalog.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";

export function checkReferences(course: Course, lines: FieldLines): Finding[] {
  const findings: Finding[] = [];
  const activities = course.modules.flatMap((module) => module.activities);
  const ids = course.modules.flatMap((module) => [...module.activities, ...module.broken].map((activity) => activity.id));
  const aliasOwners = new Map<string, string>();

  for (const activity of activities) {
    for (const [index, alias] of activity.aliases.entries()) {
      const at = { file: activity.file, line: lines.get(activity.file)?.(["aliases", index]) ?? null, field: `aliases[${index}]` };
      const owner = aliasOwners.get(alias);
      if (ids.includes(alias)) {
        findings.push(buildRemark({ ...at, message: `The alias \`${alias}\` is the id of ${alias === activity.id ? "this activity itself" : "another activity"}.`, fix: "Remove it: an alias is a former id that nothing has any more." }));
      } else if (owner !== undefined && owner !== activity.id) {
        findings.push(buildRemark({ ...at, message: `The alias \`${alias}\` is also one of \`${owner}\`.`, fix: "Keep it where the learners' progress belongs, and remove the other." }));
      } else aliasOwners.set(alias, activity.id);
    }
  }
  for (const activity of activities) {
    for (const [index, id] of activity.prerequisites.entries()) {
      const at = { file: activity.file, line: lines.get(activity.file)?.(["prerequisites", index]) ?? null, field: `prerequisites[${index}]` };
      if (id === activity.id) {
        findings.push(buildRemark({ ...at, message: "The activity is its own prerequisite.", fix: "Remove it." }));
      } else if (!ids.includes(id) && !aliasOwners.has(id)) {
        const nearest = findNearestWord(id, ids);
        findings.push(buildRemark({ ...at, message: `The prerequisite \`${id}\` names no activity of this course.`, fix: nearest ? `Did you mean \`${nearest}\`?` : "Write `module/activity`, or `activity` of the same module." }));
      }
    }
  }
  return findings;
}
