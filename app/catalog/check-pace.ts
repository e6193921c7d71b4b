/** Checks what a course promises of time against the minutes of its activities. Pure. */
import type { Block, Course, Module } from "./catalog.ts";
import { buildRemark, type Finding } from "./findings.ts";

/** What counts as one study day of a block. */
export const STUDY_DAY_MINUTES = 8 * 60;
/** How far the sum of minutes may be from the stated hours, as a share of them. */
const HOURS_TOLERANCE = 0.1;

/** @param lineOf line of a field in `course.md` */
export function checkPace(course: Course, lineOf: (path: readonly (string | number)[]) => number): Finding[] {
  const at = (field: string) => ({ file: `${course.folder}/course.md`, line: lineOf(field.split(".")), field });
  return [
    ...(course.hours === null ? [] : checkHours(course, course.hours, at("hours"))),
    ...(course.block === null ? [] : checkBlock(course, course.block, at)),
  ];
}

function checkHours(course: Course, hours: number, at: { file: string; line: number; field: string }): Finding[] {
  const sum = course.minutes / 60;
  if (Math.abs(sum - hours) <= hours * HOURS_TOLERANCE) return [];
  return [buildRemark({ ...at, message: `The course promises ${formatHours(hours)}, and its required activities add up to ${formatHours(sum)}.`, fix: `Write \`hours: ${Number(sum.toFixed(1))}\`, or correct the minutes of the activities.` })];
}

function checkBlock(course: Course, block: Block, at: (field: string) => { file: string; line: number; field: string }): Finding[] {
  const findings: Finding[] = [];
  if (block.start === "date" && block.dates.length === 0) {
    findings.push(buildRemark({ ...at("block.start"), message: "The block starts on a date, and has no dates.", fix: "Write `dates: [2026-03-02]`, or `start: rolling`." }));
  }
  for (const day of block.dates) {
    if (!isDay(day)) findings.push(buildRemark({ ...at("block.dates"), message: `There is no day ${day}.`, fix: "Write days that exist, as 2026-03-02." }));
  }
  let before = 0;
  for (const module of course.modules) {
    const week = module.week ?? 1;
    const file = `${module.folder}/module.md`;
    if (week > block.weeks) findings.push(buildRemark({ file, field: "week", message: `The module is in week ${week}, and the block has ${block.weeks}.`, fix: `Give it a \`week:\` from 1 to ${block.weeks}, or raise \`weeks\` of the block.` }));
    if (week < before) findings.push(buildRemark({ file, field: "week", message: `The module is in week ${week}, after one in week ${before}.`, fix: "Order the modules by their weeks." }));
    before = week;
  }
  for (let week = 1; week <= block.weeks; week++) {
    const minutes = sumWeek(course.modules, week);
    if (minutes === 0) findings.push(buildRemark({ ...at("block.weeks"), message: `Week ${week} has no required activity.`, fix: "Put a module into it with `week:`, or lower `weeks`." }));
    if (minutes > block.days * STUDY_DAY_MINUTES) {
      findings.push(buildRemark({ ...at("block.days"), message: `Week ${week} needs ${formatHours(minutes / 60)}, and the block's ${block.days} days a week are ${formatHours(block.days * 8)}.`, fix: "Move activities to another week, make some `required: false`, or raise `days`." }));
    }
  }
  return findings;
}

function sumWeek(modules: readonly Module[], week: number): number {
  return modules.filter((module) => module.week === week).flatMap((module) => module.activities).reduce((sum, { required, minutes }) => sum + (required ? minutes : 0), 0);
}

function formatHours(hours: number): string {
  return `${Number(hours.toFixed(1))} h`;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
