/** Checks that activities name skills that some framework describes; without frameworks every name goes. Pure. */
import type { Course, Framework } from "./catalog.ts";
import { listSkills } from "./build-frameworks.ts";
import { listActivities } from "./find.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";

export function checkSkills(courses: readonly Course[], frameworks: readonly Framework[]): Finding[] {
  const known = listSkills(frameworks).map(({ id }) => id);
  if (known.length === 0) return [];
  return courses.flatMap(listActivities).flatMap((activity) =>
    activity.skills.flatMap((skill, index) => {
      if (known.includes(skill)) return [];
      const nearest = findNearestWord(skill, known);
      return [buildRemark({ file: activity.file, field: `skills[${index}]`, message: `No framework describes the skill \`${skill}\`.`, fix: nearest ? `Did you mean \`${nearest}\`?` : "Name a skill of `frameworks/`, or describe it there." })];
    }),
  );
}
