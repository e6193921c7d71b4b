/** Checks what quizzes say may be skipped: parts, questions and pools that are not there. Pure. */
import type { FieldLines } from "./build-module.ts";
import type { Course } from "./catalog.ts";
import { findActivityById, findModule, listActivities } from "./find.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";

export function checkPlacements(course: Course, lines: FieldLines): Finding[] {
  const findings: Finding[] = [];
  for (const quiz of listActivities(course)) {
    if (quiz.kind !== "quiz") continue;
    for (const [index, placement] of quiz.places.entries()) {
      const complain = (field: string, step: readonly (string | number)[], written: string, what: string, known: readonly string[]) => {
        const nearest = findNearestWord(written, known);
        findings.push(
          buildRemark({
            file: quiz.file,
            line: lines.get(quiz.file)?.(["places", index, ...step]) ?? null,
            field: `places[${index}].${field}`,
            message: `There is no ${what} \`${written}\`.`,
            fix: nearest ? `Did you mean \`${nearest}\`?` : known.length > 0 ? `There are ${known.slice(0, 8).map((name) => `\`${name}\``).join(", ")}.` : "Remove it.",
          }),
        );
      };
      for (const [at, name] of placement.skips.entries()) {
        const activityId = name.includes("/") ? name : `${quiz.moduleId}/${name}`;
        if (activityId === quiz.id || name === quiz.id) {
          findings.push(buildRemark({ file: quiz.file, line: lines.get(quiz.file)?.(["places", index, "skips", at]) ?? null, field: `places[${index}].skips[${at}]`, message: "The quiz can't be skipped by itself.", fix: "Remove it." }));
        } else if (!findModule(course, name) && !findActivityById(course, activityId)) {
          complain(`skips[${at}]`, ["skips", at], name, "module or activity", [...course.modules.map(({ id }) => id), ...listActivities(course).map(({ id }) => id)]);
        }
      }
      for (const [at, id] of (placement.questions ?? []).entries()) {
        if (!quiz.questions.some((question) => question.id === id)) complain(`questions[${at}]`, ["questions", at], id, "question", quiz.questions.map((question) => question.id));
      }
      if (placement.pool !== null && !quiz.pools.some(({ name }) => name === placement.pool)) complain("pool", ["pool"], placement.pool, "pool", quiz.pools.map(({ name }) => name));
    }
  }
  return findings;
}
