/** Holds a course that promises hours to honest minutes: each activity's are compared with the stated model. Pure. */
import type { FieldLines } from "./build-module.ts";
import type { Activity, Course } from "./catalog.ts";
import { estimateMinutes } from "./estimate-minutes.ts";
import { buildRemark, type Finding } from "./findings.ts";

/** @param lines of the fields in each activity's file; minutes that were inherited are not in it */
export function checkMinutes(course: Course, lines: FieldLines): Finding[] {
  if (course.hours === null) return [];
  return course.modules.flatMap((module) => module.activities).flatMap((activity) => checkActivity(activity, lines));
}

function checkActivity(activity: Activity, lines: FieldLines): Finding[] {
  const estimate = estimateMinutes(activity);
  if (estimate === null || (activity.minutes >= estimate.least && activity.minutes <= estimate.most)) return [];
  const model = Math.max(1, Math.round(estimate.minutes));
  return [
    buildRemark({
      file: activity.file,
      line: lines.get(activity.file)?.(["minutes"]) ?? null,
      field: "minutes",
      message: `The ${activity.kind} says ${activity.minutes} minutes; for ${estimate.basis} about ${model} are honest.`,
      fix: `Write between ${estimate.least} and ${estimate.most}, or change how much there is to do.`,
    }),
  ];
}
