/** Holds a course that names a reading grade to plain words. Pure. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Course } from "./catalog.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { addMeasures, countWords, measureText } from "./measure-text.ts";

/** Below that the formula says nothing. */
const LEAST_WORDS = 100;

/** Every activity's own text and its hints; translations are not English. */
export function checkReadingGrade(course: Course): Finding[] {
  const most = course.readingGrade;
  if (most === null) return [];
  return course.modules.flatMap((module) => module.activities).flatMap((activity) => {
    const source = "written" in activity ? activity.written.source : activity.text.source;
    const grade = readingGrade(addMeasures([measureText(source)]).prose);
    if (grade === null || grade <= most) return [];
    return [buildRemark({
      file: activity.file, field: null,
      message: `The text reads at grade ${grade.toFixed(1)}, and the course promises ${most}.`,
      fix: "Shorten sentences, and use shorter words where they say the same.",
    })];
  });
}

/** Flesch-Kincaid grade of English paragraphs (Kincaid et al. 1975: US school years); null when there is too little to tell. */
export function readingGrade(paragraphs: readonly string[]): number | null {
  const words = paragraphs.flatMap((text) => text.split(/\s+/u)).filter((word) => countWords(word) > 0);
  if (words.length < LEAST_WORDS) return null;
  const sentences = paragraphs.reduce((sum, text) => sum + Math.max(1, text.match(/[.!?…]["”’)]*(?=\s|$)/gu)?.length ?? 0), 0);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
}
