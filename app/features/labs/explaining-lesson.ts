/** Which lesson explains what a lab needs, and where in it. Pure. */
import type { Activity, Course, Lesson } from "../../catalog/catalog.ts";
import { findActivityById, listActivities } from "../../catalog/find.ts";
import { listTextSections } from "../../catalog/text-sections.ts";

export interface ExplainingLesson {
  lesson: Lesson;
  /** The section that has most of the lab's words; null when none stands out. */
  heading: { id: string; text: string } | null;
}

/** Words that say nothing about what a text is about. */
const SHORTEST_WORD = 4;

/**
 * The lesson to read for an activity: of those before it the one that shares most skills, the nearest when several do;
 * else a lesson among its prerequisites; else the nearest lesson before it in its module. Null when there is none.
 */
export function findExplainingLesson(course: Course, activity: Activity): ExplainingLesson | null {
  const all = listActivities(course);
  const before = all.slice(0, Math.max(0, all.findIndex(({ id }) => id === activity.id))).filter((one): one is Lesson => one.kind === "lesson").toReversed();
  const shared = (lesson: Lesson) => lesson.skills.filter((skill) => activity.skills.includes(skill)).length;
  const bySkill = before.filter((lesson) => shared(lesson) > 0).sort((a, b) => shared(b) - shared(a))[0];
  const required = activity.prerequisites.map((id) => findActivityById(course, id)).findLast((one): one is Lesson => one?.kind === "lesson");
  const lesson = bySkill ?? required ?? before.find(({ moduleId }) => moduleId === activity.moduleId);
  return lesson ? { lesson, heading: chooseHeading(lesson, `${activity.title} ${activity.summary} ${activity.text.source}`) } : null;
}

/** The section that shares most distinct words with a text; null when no section shares more than the others. */
function chooseHeading(lesson: Lesson, text: string): ExplainingLesson["heading"] {
  const wanted = listWords(text);
  const scored = listTextSections(lesson.text.source)
    .filter(({ id }) => id !== "")
    .map(({ id, heading, body }) => ({ id, text: heading, score: [...listWords(`${heading} ${body}`)].filter((word) => wanted.has(word)).length }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? { id: first.id, text: first.text } : null;
}

function listWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => word.length >= SHORTEST_WORD));
}
