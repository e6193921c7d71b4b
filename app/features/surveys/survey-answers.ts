/** Reading what was sent to a survey, and counting it. Pure. */
import type { SurveyQuestion } from "../../catalog/questions.ts";
import type { SurveyQuestionResults } from "./survey-view.ts";

export const WORDS_MOST_CHARACTERS = 5_000;
/** With fewer answers, whoever knows who was here could tell whose they are. */
export const ANONYMOUS_LEAST = 3;

export interface GivenAnswer {
  questionId: string;
  type: SurveyQuestion["type"];
  /** Ids of options, the number on the scale, or the text. */
  values: string[];
}

export function surveyField(questionId: string): string {
  return `s.${questionId}`;
}

/** Answers of a form to the questions that there are; what fits no question is left out. */
export function readSurveyAnswers(questions: readonly SurveyQuestion[], form: { getAll(name: string): unknown[] }): { answers: GivenAnswer[]; missing: string[] } {
  const answers: GivenAnswer[] = [];
  const missing: string[] = [];
  for (const question of questions) {
    const sent = form.getAll(surveyField(question.id)).filter((value) => typeof value === "string");
    const values = readValues(question, sent);
    if (values.length > 0) answers.push({ questionId: question.id, type: question.type, values });
    else if (question.required) missing.push(question.id);
  }
  return { answers, missing };
}

function readValues(question: SurveyQuestion, sent: readonly string[]): string[] {
  switch (question.type) {
    case "choice":
      return question.options.filter(({ id }) => sent.includes(id)).slice(0, 1).map(({ id }) => id);
    case "several":
      return question.options.filter(({ id }) => sent.includes(id)).map(({ id }) => id);
    case "scale":
      return sent.filter((text) => /^\d{1,2}$/.test(text) && Number(text) >= question.from && Number(text) <= question.to).slice(0, 1);
    case "free-text":
      return sent.map((text) => text.replace(/\0/g, "").trim().slice(0, WORDS_MOST_CHARACTERS)).filter((text) => text !== "").slice(0, 1);
  }
}

/**
 * What was answered to one question. Options that are gone are left out of the counts; how many answered stays.
 *
 * @param labels text of each option by its id
 */
export function countAnswers(question: SurveyQuestion, labels: ReadonlyMap<string, string>, sent: readonly { answers: readonly GivenAnswer[]; name: string | null }[], title: string): SurveyQuestionResults {
  const given = sent.flatMap(({ answers, name }) => answers.filter(({ questionId, type }) => questionId === question.id && isSameWay(type, question.type)).map(({ values }) => ({ values, name })));
  const count = (value: string) => given.filter(({ values }) => values.includes(value)).length;
  const base = { id: question.id, title, type: question.type, answered: given.length, counts: [], mean: null, words: [] };
  switch (question.type) {
    case "choice":
    case "several":
      return { ...base, counts: question.options.map(({ id }) => ({ label: labels.get(id) ?? id, count: count(id) })) };
    case "scale": {
      const numbers = given.map(({ values }) => Number(values[0])).filter((number) => number >= question.from && number <= question.to);
      const steps = Array.from({ length: question.to - question.from + 1 }, (_, index) => question.from + index);
      return { ...base, counts: steps.map((step) => ({ label: String(step), count: count(String(step)) })), mean: numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length };
    }
    case "free-text":
      return { ...base, words: given.map(({ values, name }) => ({ text: values[0] ?? "", name })) };
  }
}

/** An author may let people choose several where it was one before; the answers are still of the same kind. */
function isSameWay(was: SurveyQuestion["type"], is: SurveyQuestion["type"]): boolean {
  const isChoice = (type: string) => type === "choice" || type === "several";
  return was === is || (isChoice(was) && isChoice(is));
}
