/** Checks that outcomes with an id are practised and then assessed, and that activities name outcomes that exist. Pure. */
import type { FieldLines } from "./build-module.ts";
import type { Activity, Course } from "./catalog.ts";
import { listCoverage } from "./coverage.ts";
import { listActivities } from "./find.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";

export function checkOutcomes(course: Course, lines: FieldLines): Finding[] {
  const activities = listActivities(course);
  return [...checkRepeats(course), ...activities.flatMap((activity) => checkNamed(course, activity, lines)), ...checkCoverage(course, activities)];
}

function checkRepeats(course: Course): Finding[] {
  return course.modules.flatMap((module) => {
    const ids = module.outcomes.map(({ id }) => id);
    return ids.flatMap((id, index) => (id !== null && ids.indexOf(id) < index
      ? [buildRemark({ file: `${module.folder}/module.md`, field: `outcomes[${index}].id`, message: `Two outcomes have the id \`${id}\`.`, fix: "Give each its own." })]
      : []));
  });
}

function checkNamed(course: Course, activity: Activity, lines: FieldLines): Finding[] {
  const known = course.modules.flatMap((module) => module.outcomes.flatMap(({ id }) => (id === null ? [] : [`${module.id}/${id}`])));
  return (["practises", "assesses"] as const).flatMap((field) =>
    activity[field].flatMap((id, index) => {
      if (known.includes(id)) return [];
      const nearest = findNearestWord(id, known);
      return [buildRemark({
        file: activity.file, line: lines.get(activity.file)?.([field, index]) ?? null, field: `${field}[${index}]`,
        message: `\`${id}\` is no outcome of this course.`,
        fix: nearest ? `Did you mean \`${nearest}\`?` : "Write the `id` of an outcome of this module, or `module/id`; outcomes get one as `- { id: …, text: … }`.",
      })];
    }),
  );
}

function checkCoverage(course: Course, activities: readonly Activity[]): Finding[] {
  const place = (activity: Activity | undefined): number => (activity === undefined ? -1 : activities.indexOf(activity));
  return listCoverage(course).flatMap(({ module, outcome, practised, assessed }) => {
    const at = { file: `${module.folder}/module.md`, field: `outcomes[${module.outcomes.indexOf(outcome)}]` };
    if (practised.length === 0) return [buildRemark({ ...at, message: `The outcome \`${outcome.id}\` is practised nowhere.`, fix: `Name it in \`practises: [${outcome.id}]\` of the activity that trains it, or take it out.` })];
    if (assessed.length === 0) return [buildRemark({ ...at, message: `The outcome \`${outcome.id}\` is assessed nowhere.`, fix: `Name it in \`assesses: [${outcome.id}]\` of the quiz, lab, task or project that shows it, or take it out.` })];
    if (place(assessed[0]) < place(practised[0])) return [buildRemark({ ...at, message: `The outcome \`${outcome.id}\` is assessed in \`${assessed[0]?.id}\`, before anything practises it.`, fix: "Practise it earlier, or assess it later." })];
    return [];
  });
}
