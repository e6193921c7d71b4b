import type { Rubric } from "./catalog.ts";
import { checkFields } from "./check-fields.ts";
import { buildFault, type Finding } from "./findings.ts";
import { parseYaml } from "./front-matter.ts";
import { rubricSchema } from "./schema.ts";
import type { SourceFile } from "./source-folder.ts";

/** The rubric of a `rubric.yml`, or null with what is wrong with it. */
export function buildRubric(file: SourceFile): { rubric: Rubric | null; findings: Finding[] } {
  const written = parseYaml(file.text ?? "");
  if (written.data === null) {
    return { rubric: null, findings: written.faults.map((fault) => buildFault({ file: file.path, ...fault })) };
  }
  const { value, findings } = checkFields(rubricSchema, file.path, written, written.data);
  if (value === null) return { rubric: null, findings };

  const fault = (path: readonly (string | number)[], field: string, message: string, fix: string) =>
    findings.push(buildFault({ file: file.path, line: written.lineOf(path), field, message, fix }));

  const criteria = value.criteria.map((criterion) => ({
    id: criterion.id ?? buildId(criterion.title),
    title: criterion.title,
    description: criterion.description,
    note: criterion.note,
    levels: criterion.levels.map((level) => ({
      id: level.id ?? buildId(level.title),
      title: level.title,
      points: level.points,
      description: level.description,
    })),
  }));

  for (const [index, id] of listRepeats(criteria.map((criterion) => criterion.id))) {
    fault(["criteria", index], `criteria[${index}].id`, `Two criteria have the id \`${id}\`.`, "Give each its own `id:`.");
  }
  for (const [at, criterion] of criteria.entries()) {
    for (const [index, id] of listRepeats(criterion.levels.map((level) => level.id))) {
      fault(["criteria", at, "levels", index], `criteria[${at}].levels[${index}].id`, `Two levels of "${criterion.title}" have the id \`${id}\`.`, "Give each its own title or `id:`.");
    }
    const points = criterion.levels.map((level) => level.points);
    const rises = points.every((value, index) => index === 0 || value >= (points[index - 1] ?? 0));
    const falls = points.every((value, index) => index === 0 || value <= (points[index - 1] ?? 0));
    if (!rises && !falls) {
      fault(["criteria", at, "levels"], `criteria[${at}].levels`, `The levels of "${criterion.title}" are out of order.`, "Write the best level first or last.");
    }
  }
  const maxPoints = criteria.reduce((sum, criterion) => sum + Math.max(...criterion.levels.map((level) => level.points)), 0);
  if (maxPoints === 0) fault(["criteria"], "criteria", "No level gives any points.", "Give the best level of each criterion points.");
  return findings.length > 0 ? { rubric: null, findings } : { rubric: { criteria, maxPoints, notes: value.notes }, findings };
}

/** An id from a title: `Clear names!` gives `clear-names`. */
export function buildId(title: string): string {
  const words = title.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[a-z0-9]+/g);
  return words ? words.join("-").slice(0, 60) : "untitled";
}

function listRepeats(ids: readonly string[]): [number, string][] {
  return [...ids.entries()].filter(([index, id]) => ids.indexOf(id) < index);
}
