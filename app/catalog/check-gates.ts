/** Checks what must be done before what: gates that name nothing, that can't be reached, that wait for each other. Pure. */
import type { FieldLines } from "./build-module.ts";
import type { Activity, Course, Gate, Module } from "./catalog.ts";
import { findActivityById, findModule, listActivities, listGates } from "./find.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";

interface Owner {
  gates: readonly Gate[];
  file: string;
}

export function checkGates(course: Course, lines: FieldLines): Finding[] {
  const owners: Owner[] = [
    ...course.modules.map(({ gates, folder }) => ({ gates, file: `${folder}/module.md` })),
    ...listActivities(course).map(({ gates, file }) => ({ gates, file })),
  ];
  return [
    ...owners.flatMap(({ gates, file }) =>
      gates.flatMap((gate, index) => {
        const trouble = findTrouble(course, gate);
        return trouble ? [buildRemark({ file, line: lines.get(file)?.(["gates", index]) ?? null, field: `gates[${index}]`, ...trouble })] : [];
      }),
    ),
    ...findCycles(course).map((circle) => {
      const [first] = circle;
      const names = [...circle, first].map((activity) => `\`${activity?.id}\``).join(" → ");
      const field = first && first.prerequisites.length > 0 ? "prerequisites" : "gates";
      return buildRemark({
        file: first?.file ?? course.folder,
        line: (first && lines.get(first.file)?.([field])) ?? null,
        field,
        message: `Nobody can ever open these, because each waits for the next: ${names}.`,
        fix: "Remove one of their prerequisites or gates, or a gate of their module.",
      });
    }),
  ];
}

function findTrouble(course: Course, gate: Gate): { message: string; fix: string } | null {
  if (gate.kind === "module") {
    const module = findModule(course, gate.moduleId);
    if (!module) return nameNearest(`The gate names no module of this course: \`${gate.moduleId}\`.`, gate.moduleId, course.modules.map(({ id }) => id));
    if (module.broken.length > 0) return { message: `The module \`${module.id}\` can't be finished as it was meant: ${module.broken.map(({ slug }) => `\`${slug}\``).join(", ")} can't be shown.`, fix: "Mend what is wrong there; until then the gate waits for the others only." };
    return module.activities.some(({ required }) => required) ? null : { message: `The module \`${module.id}\` has no required activity, so the gate is always open.`, fix: "Make one of its activities required, or remove the gate." };
  }
  const activity = findActivityById(course, gate.activityId);
  if (!activity) {
    const isBroken = course.modules.some(({ broken }) => broken.some(({ id }) => id === gate.activityId));
    if (isBroken) return { message: `\`${gate.activityId}\` can't be shown, so nobody can finish it: the gate is open until it is mended.`, fix: "Mend what is wrong there." };
    return nameNearest(`The gate names no activity of this course: \`${gate.activityId}\`.`, gate.activityId, listActivities(course).map(({ id }) => id));
  }
  if (gate.kind === "score" && activity.kind !== "quiz") return { message: `A score is that of a quiz, and \`${activity.id}\` is a ${activity.kind}: the gate never opens.`, fix: "Name a quiz, or leave `score` out." };
  return null;
}

function nameNearest(message: string, written: string, known: readonly string[]): { message: string; fix: string } {
  const nearest = findNearestWord(written, known);
  return { message, fix: nearest ? `Did you mean \`${nearest}\`?` : "Write an id as the folders have it, without the number." };
}

function listAwaited(course: Course, activity: Activity): Activity[] {
  return listGates(course, activity).flatMap((gate) => {
    const module: Module | null = gate.kind === "module" ? findModule(course, gate.moduleId) : null;
    const one = gate.kind === "module" ? null : findActivityById(course, gate.activityId);
    return one ? [one] : (module?.activities.filter(({ required }) => required) ?? []);
  });
}

/** Each circle once, from its first activity in reading order. One that is its own prerequisite has its own finding. */
function findCycles(course: Course): Activity[][] {
  const settled = new Set<string>();
  const circles: Activity[][] = [];
  const visit = (activity: Activity, way: readonly Activity[]): void => {
    const start = way.indexOf(activity);
    if (start >= 0) {
      const circle = way.slice(start);
      if (circle.length > 1 || !activity.prerequisites.includes(activity.id)) circles.push(circle);
      return;
    }
    if (settled.has(activity.id)) return;
    for (const awaited of listAwaited(course, activity)) visit(awaited, [...way, activity]);
    settled.add(activity.id);
  };
  for (const activity of listActivities(course)) visit(activity, []);
  return circles.map((circle) => {
    const order = listActivities(course);
    const first = circle.reduce((best, one, index) => (order.indexOf(one) < order.indexOf(circle[best] ?? one) ? index : best), 0);
    return [...circle.slice(first), ...circle.slice(0, first)];
  });
}
