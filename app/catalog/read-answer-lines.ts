/** The lines below a question that give its answers: `= 3.14 ± 0.01 m`, `= "ping"`, and `!= …` for foreseen mistakes. Pure. */
import { quoteForMessage } from "./findings.ts";
import type { Complain } from "./split-questions.ts";

export interface AnswerLine {
  line: number;
  /** False: a wrong answer that the author foresaw. */
  isRight: boolean;
  value: { kind: "number"; value: number; tolerance: number; unit: string | null } | { kind: "text"; text: string };
}

const ANSWER_LINE = /^\s*(!?)=\s+(\S.*?)\s*$/;
const QUOTED = /^(?:"(.*)"|“(.*)”|`(.*)`)$/;
const NUMBER = /^[+\-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/i;
const UNIT_MOST_CHARACTERS = 20;

export function isAnswerLine(text: string): boolean {
  return ANSWER_LINE.test(text);
}

/** One line, or null with a finding. @param line of the text, for the finding */
export function readAnswerLine(text: string, line: number, complain: Complain): AnswerLine | null {
  const [, not, written = ""] = ANSWER_LINE.exec(text) ?? [];
  const isRight = not !== "!";
  const quoted = QUOTED.exec(written);
  if (quoted) {
    const answer = (quoted[1] ?? quoted[2] ?? quoted[3] ?? "").trim();
    if (answer === "") complain(line, "The answer between the quotes is empty.", "Write what the learner is to type.");
    return answer === "" ? null : { line, isRight, value: { kind: "text", text: answer } };
  }
  const [left = "", right, ...more] = written.split(/±|\+\/?-/);
  const number = readNumber(left);
  if (number === null) {
    if (/^[+\-−]?\d+,\d/.test(left)) complain(line, `\`${quoteForMessage(left.trim())}\` has a comma.`, "Write numbers with a point, such as `= 3.14`. Learners may type a comma.");
    else complain(line, `\`${quoteForMessage(written)}\` is neither a number nor a text between quotes.`, 'Write `= 3.14 ± 0.01` for a number, or `= "ping"` for a text.');
    return null;
  }
  if (number.unit.length > UNIT_MOST_CHARACTERS) {
    complain(line, "What stands behind the number is too long for a unit.", 'Write a unit such as `ms`, or put a text answer between quotes: `= "3 of them"`.');
    return null;
  }
  if (right === undefined) return { line, isRight, value: { kind: "number", value: number.value, tolerance: 0, unit: number.unit || null } };

  const tolerance = more.length === 0 ? readNumber(right) : null;
  if (tolerance === null) {
    complain(line, `The tolerance \`${quoteForMessage(right.trim())}\` is not a number.`, "Write how far off an answer may be: `± 0.01`, or `± 2%` of the value.");
    return null;
  }
  if (tolerance.value < 0) {
    complain(line, `The tolerance \`${quoteForMessage(right.trim())}\` is negative.`, "Write how far off an answer may be in either direction, such as `± 0.01`.");
    return null;
  }
  const isShare = tolerance.unit.startsWith("%");
  const unit = number.unit || (isShare ? tolerance.unit.slice(1).trim() : tolerance.unit);
  return { line, isRight, value: { kind: "number", value: number.value, tolerance: isShare ? (Math.abs(number.value) * tolerance.value) / 100 : tolerance.value, unit: unit || null } };
}

function readNumber(text: string): { value: number; unit: string } | null {
  const trimmed = text.trim();
  const found = NUMBER.exec(trimmed)?.[0];
  if (found === undefined) return null;
  const unit = trimmed.slice(found.length).trim();
  // "1.2.3" and "10,5" are no numbers with a unit.
  const value = Number(found.replace("−", "-"));
  return /^[\d.,]/.test(unit) || !Number.isFinite(value) ? null : { value, unit };
}
