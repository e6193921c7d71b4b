import type { Gate } from "./catalog.ts";
import { buildFault, type Finding } from "./findings.ts";
import type { ParsedYaml } from "./front-matter.ts";
import type { GateFields } from "./schema.ts";

/**
 * Gates from what an author wrote. Whether what they name exists is seen when the whole course is there
 * (`check-gates.ts`).
 *
 * @param moduleId of which a bare activity id is
 */
export function buildGates(fields: readonly GateFields[], moduleId: string, at: { file: string; lineOf: ParsedYaml["lineOf"] }): { gates: Gate[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const gates = fields.flatMap(({ module, activity, score }, index): Gate[] => {
    const fault = (message: string, fix: string) => findings.push(buildFault({ file: at.file, line: at.lineOf(["gates", index]), field: `gates[${index}]`, message, fix }));
    if ((module === undefined) === (activity === undefined)) {
      fault("A gate names one thing: a module or an activity.", "Write `- module: its-id`, or `- activity: module/activity`, each as an entry of its own.");
      return [];
    }
    if (module !== undefined) {
      if (score !== undefined) fault("A score is that of a quiz, and this gate names a module.", "Name the quiz: `- { activity: module/quiz, score: 0.8 }`.");
      return score === undefined ? [{ kind: "module", moduleId: module }] : [];
    }
    const activityId = activity === undefined || activity.includes("/") ? (activity ?? "") : `${moduleId}/${activity}`;
    return [score === undefined ? { kind: "activity", activityId } : { kind: "score", activityId, score }];
  });
  return { gates, findings };
}
