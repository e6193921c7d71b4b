/** What one attempt asks: which questions of the pools, in which order, with their options in which order. Pure. */
import type { Quiz } from "../../catalog/catalog.ts";
import type { QuizQuestion } from "../../catalog/questions.ts";
import { createRandom, shuffle } from "./seeded-random.ts";

/** A question as an attempt keeps it, right answers included: never for a page. */
export type AskedQuestion = QuizQuestion & {
  /** Ids of its options, steps or right sides in the order they are shown; empty for questions that are typed. */
  shown: readonly string[];
};

/** The same seed and the same quiz always ask the same. */
export function drawQuestions({ questions, pools, shuffle: isShuffled }: Pick<Quiz, "questions" | "pools" | "shuffle">, seed: string): AskedQuestion[] {
  const random = createRandom(`${seed}:questions`);
  const drawn = new Set<QuizQuestion>(questions.filter((question) => question.pool === null));
  for (const pool of pools) {
    const members = questions.filter((question) => question.pool === pool.name);
    for (const question of shuffle(members, random).slice(0, pool.draw)) drawn.add(question);
  }
  const inOrder = questions.filter((question) => drawn.has(question));
  return (isShuffled ? shuffle(inOrder, random) : inOrder).map((question) => arrange(question, isShuffled, createRandom(`${seed}:${question.id}`)));
}

function arrange(question: QuizQuestion, isShuffled: boolean, random: () => number): AskedQuestion {
  switch (question.type) {
    case "single":
    case "multiple": {
      const ids = question.options.map(({ id }) => id);
      return { ...question, shown: isShuffled && question.shuffle ? shuffle(ids, random) : ids };
    }
    case "ordering":
      return { ...question, shown: misplace(question.items.map(({ id }) => id), random) };
    case "matching":
      return { ...question, shown: shuffle(question.right.map(({ id }) => id), random) };
    case "numeric":
    case "text":
    case "fill-in":
      return { ...question, shown: [] };
  }
}

/** Shuffled, and never the right order by luck: what nobody touched is no answer. */
function misplace(ids: readonly string[], random: () => number): string[] {
  const shuffled = shuffle(ids, random);
  return shuffled.every((id, index) => id === ids[index]) ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
