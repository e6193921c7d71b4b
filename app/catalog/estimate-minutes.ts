/**
 * The stated model of a learner's time, which `rung check` holds courses to that promise hours; docs/decisions/012 says where its
 * numbers come from. Pure. All times are minutes.
 */
import type { Activity, Lab } from "./catalog.ts";
import { addMeasures, measureText, type TextMeasures } from "./measure-text.ts";

export const WORDS_PER_MINUTE = 200;
const CODE_LINE = 1 / 12;
const PICTURE = 0.5;
const FORMULA = 0.5;
/** Choosing or typing one answer, beside reading the question. */
const ANSWER = 0.5;
const LAB_START = 5;
/** Thinking, writing, running and mending, for each line that the reference has and the starter has not. */
const LAB_LINE = 1.5;
/** Doing, checking and describing what one criterion of a rubric asks for. */
const CRITERION = 15;

export interface Estimate {
  /** The model's minutes, a fraction. */
  minutes: number;
  /** Between these, stated minutes are taken as honest: whole minutes. */
  least: number;
  most: number;
  /** What was counted, for a message: `620 words, 14 lines of code`. */
  basis: string;
}

/** Null for what no model can know: a video's length, something done away from the screen. */
export function estimateMinutes(activity: Activity): Estimate | null {
  switch (activity.kind) {
    case "lesson": {
      const [first] = activity.renditions;
      if (first?.form === "video") return null;
      const text = measureText(activity.text.source);
      return buildEstimate(readingMinutes(text), [0.8, 1.6], describeText(text));
    }
    case "quiz": {
      const text = measureText(activity.written.source);
      const count = activity.questions.filter((question) => question.pool === null).length + activity.pools.reduce((sum, pool) => sum + pool.draw, 0);
      const share = count / Math.max(1, activity.questions.length);
      return buildEstimate(readingMinutes(text) * share + count * ANSWER, [0.7, 1.8], `${count} questions, ${describeText(text)}`);
    }
    case "lab": {
      const text = addMeasures([measureText(activity.text.source), ...Object.values(activity.starter).map((code) => ({ words: 0, codeLines: countCodeLines(code), pictures: 0, formulas: 0, tryMinutes: 0, prose: [] }))]);
      const lines = countNewLines(activity);
      return buildEstimate(readingMinutes(text) + LAB_START + lines * LAB_LINE, [0.6, 1.8], `${lines} new lines in the reference, ${describeText(text)}`);
    }
    case "project": {
      const text = measureText(activity.text.source);
      const criteria = activity.rubric.criteria.length;
      return buildEstimate(readingMinutes(text) + criteria * CRITERION, [0.5, 4], `${criteria} criteria, ${describeText(text)}`);
    }
    case "survey": {
      const text = measureText(activity.written.source);
      return buildEstimate(readingMinutes(text) + activity.questions.length * ANSWER, [0.6, 2.5], `${activity.questions.length} questions`);
    }
    case "task":
      return null;
  }
}

/** Reading, and what the text asks its reader to try. */
export function readingMinutes(text: TextMeasures): number {
  return text.tryMinutes + text.words / WORDS_PER_MINUTE + text.codeLines * CODE_LINE + text.pictures * PICTURE + text.formulas * FORMULA;
}

/** Two minutes more or less are nobody's lie. */
function buildEstimate(minutes: number, [low, high]: readonly [number, number], basis: string): Estimate {
  return { minutes, least: Math.max(1, Math.floor(minutes * low - 2)), most: Math.ceil(minutes * high + 2), basis };
}

/** Data files are long and looked at, not read: only the first lines of each count. */
const MOST_LINES_OF_A_FILE = 60;

function countCodeLines(code: string): number {
  return Math.min(MOST_LINES_OF_A_FILE, code.split("\n").filter((line) => line.trim() !== "").length);
}

/** Lines of the reference, without empty ones and brackets alone, that are nowhere in the starter's file. */
function countNewLines(lab: Lab): number {
  return Object.entries(lab.solution).reduce((sum, [path, code]) => {
    const given = new Set((lab.starter[path] ?? "").split("\n").map((line) => line.trim()));
    return sum + code.split("\n").map((line) => line.trim()).filter((line) => /[\p{L}\p{N}]/u.test(line) && !given.has(line)).length;
  }, 0);
}

function describeText({ words, codeLines, pictures, formulas, tryMinutes }: TextMeasures): string {
  const parts: [number, string, string][] = [[tryMinutes, "minute of trying", "minutes of trying"], [words, "word", "words"], [codeLines, "line of code", "lines of code"], [pictures, "picture", "pictures"], [formulas, "formula", "formulas"]];
  return parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(", ") || "no text";
}
