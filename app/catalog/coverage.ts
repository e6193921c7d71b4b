/** Where each outcome of a course's modules is practised and assessed. Pure. */
import type { Activity, Course, Module, Outcome } from "./catalog.ts";
import { listActivities } from "./find.ts";

export interface OutcomeCoverage {
  module: Module;
  outcome: Outcome;
  /** In reading order. */
  practised: readonly Activity[];
  assessed: readonly Activity[];
}

/** Only outcomes with an id: nothing can refer to the others. */
export function listCoverage(course: Course): OutcomeCoverage[] {
  const activities = listActivities(course);
  return course.modules.flatMap((module) =>
    module.outcomes.flatMap((outcome) => {
      if (outcome.id === null) return [];
      const id = `${module.id}/${outcome.id}`;
      return [{ module, outcome, practised: activities.filter((one) => one.practises.includes(id)), assessed: activities.filter((one) => one.assesses.includes(id)) }];
    }),
  );
}

/** The table of one course as Markdown; empty when no module's outcomes have ids. */
export function formatCoverage(course: Course): string {
  const coverage = listCoverage(course);
  if (coverage.length === 0) return "";
  const list = (activities: readonly Activity[]): string => activities.map((one) => `\`${one.id}\` (${one.kind})`).join(", ") || "**nowhere**";
  const rows = coverage.map(({ module, outcome, practised, assessed }) => [module.title, outcome.text, list(practised), list(assessed)]);
  return [["Module", "Outcome", "Practised in", "Assessed in"], ["---", "---", "---", "---"], ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}
