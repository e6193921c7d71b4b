import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChoiceQuestion, MatchingQuestion, QuizQuestion } from "../../../app/catalog/questions.ts";
import { areAnswersEarned, countLeft, findBest, gradeAttempt, isPass } from "../../../app/features/quizzes/attempt-rules.ts";
import { isAnswered, markAnswer, mergeAnswers, readAnswer } from "../../../app/features/quizzes/answer-fields.ts";
import { drawQuestions, type AskedQuestion } from "../../../app/features/quizzes/draw-questions.ts";
import { gradeAnswer, type Answer } from "../../../app/features/quizzes/grade-answer.ts";
import { foldTyped, readNumbers } from "../../../app/features/quizzes/read-typed.ts";
import { createRandom, shuffle } from "../../../app/features/quizzes/seeded-random.ts";
import { EVERY_TYPE, makeQuiz } from "../../helpers/questions.ts";
import { answerRight, answerWrong } from "../../helpers/quiz-answers.ts";

const quiz = makeQuiz(EVERY_TYPE, ["shuffle: true"]);
const asked = drawQuestions(quiz, "seed");
const question = <T extends QuizQuestion["type"]>(type: T) => quiz.questions.find((one) => one.type === type) as Extract<QuizQuestion, { type: T }>;

describe("chance", () => {
  test("the same seed gives the same order, and each order has all items once", () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const shuffled = shuffle(items, createRandom(seed));
      expect(shuffled).toEqual(shuffle(items, createRandom(seed)));
      expect([...shuffled].sort()).toEqual([...items].sort());
    }));
  });

  test("every item comes to every place about as often", () => {
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 4_000; seed += 1) {
      const place = shuffle(["a", "b", "c", "d"], createRandom(`s${seed}`)).indexOf("a");
      places[place] = (places[place] ?? 0) + 1;
    }
    // A thousand each; five standard deviations are about 137.
    for (const count of places) expect(Math.abs(count - 1_000)).toBeLessThan(137);
  });

  test("an attempt is drawn from each pool as often as it says, without doubles, and the same way again", () => {
    const pooled = makeQuiz(`## Always\n\n= 0\n\n# P\n\n::pool{draw=3}\n${Array.from({ length: 7 }, (_, index) => `\n## P${index}\n\n= ${index}\n`).join("")}\n# R\n\n::pool{draw=1}\n\n## R1\n\n= 1\n\n## R2\n\n= 2\n`, ["shuffle: true"]);
    const seen = new Set<string>();
    fc.assert(fc.property(fc.string(), (seed) => {
      const drawn = drawQuestions(pooled, seed);
      expect(drawn.map(({ pool }) => pool).sort()).toEqual(["P", "P", "P", "R", null].sort());
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(5);
      expect(drawQuestions(pooled, seed)).toEqual(drawn);
      for (const { id } of drawn) seen.add(id);
    }), { numRuns: 200 });
    expect(seen.size).toBe(10);
  });

  test("what is to be ordered is never shown in its order, and everything is shown", () => {
    expect(asked).toHaveLength(7);
    fc.assert(fc.property(fc.string(), (seed) => {
      for (const one of drawQuestions(quiz, seed)) {
        if (one.type === "ordering") expect(one.shown).not.toEqual(one.items.map(({ id }) => id));
        if (one.type === "single" || one.type === "multiple") expect([...one.shown].sort()).toEqual(one.options.map(({ id }) => id).sort());
        if (one.type === "matching") expect([...one.shown].sort()).toEqual(one.right.map(({ id }) => id).sort());
      }
    }));
  });

  test("a quiz that does not shuffle keeps its order", () => {
    expect(drawQuestions({ ...quiz, shuffle: false }, "any").map(({ id }) => id)).toEqual(quiz.questions.map(({ id }) => id));
    const kept = makeQuiz("## Q\n\n::question{shuffle=false}\n\n- [x] a\n- [ ] b\n- [ ] all of them\n", ["shuffle: true"]);
    fc.assert(fc.property(fc.string(), (seed) => {
      expect(drawQuestions(kept, seed)[0]?.shown).toEqual(kept.questions.flatMap((one) => (one.type === "single" ? one.options.map(({ id }) => id) : [])));
    }));
  });
});

describe("a number that was typed", () => {
  test.each([
    ["3.14", [3.14]], ["3,14", [3.14]], [" 3,14 ", [3.14]], ["−3", [-3]], ["+ 3", [3]], [".5", [0.5]], ["1e3", [1000]], ["1.234,5", [1234.5]], ["1,234.5", [1234.5]], ["1 234 567", [1234567]], ["1'234", [1234]],
    ["1,234", [1234, 1.234]], ["73 kg", [73]], ["73kg", [73]], ["73 KG", [73]], ["", []], ["kg", []], ["1,2,3", []], ["12 34", []], ["3 apples", []], ["1..2", []], ["NaN", []], ["1e999", []], ["0x10", []],
  ])("%s", (text, numbers) => expect(readNumbers(text, "kg").sort()).toEqual([...numbers].sort()));

  test("is read back from any way a person writes it", () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom("en", "es", "de", "fr", "de-CH"), (cents, locale) => {
      const number = cents / 100;
      const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);
      expect(readNumbers(written, null).some((one) => Math.abs(one - number) < 1e-9), written).toBe(true);
    }));
  });

  test("never throws, and gives finite numbers only", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,'eE+- x") }), (text) => {
      expect(readNumbers(text, "x").filter((number) => !Number.isFinite(number))).toEqual([]);
    }));
  });

  test.each([["72.75", 1], ["73.75", 1], ["73,3 kg", 1], ["72.74", 0], ["73.76", 0], ["about 73", 0]])("%s within 73.25 ± 0.5 counts %d", (text, credit) => expect(gradeAnswer(question("numeric"), { text }).credit).toBe(credit));
  test("the words to a foreseen mistake are said, and not to others", () => {
    expect(gradeAnswer(question("numeric"), { text: "7" })).toEqual({ credit: 0, parts: { text: false }, feedback: ["feedback-number"] });
    expect(gradeAnswer(question("numeric"), { text: "8" }).feedback).toEqual([]);
  });
});

test("typed texts are the same but for spaces, quotes and dashes of phones, and capitals unless they count", () => {
  expect(foldTyped("  LS  —all ", false)).toBe("ls --all");
  expect(foldTyped("echo “a” ‘b’", true)).toBe(`echo "a" 'b'`);
  expect(gradeAnswer(question("text"), { text: " Accepted-Text " }).credit).toBe(1);
  expect(gradeAnswer({ ...question("text"), isCaseExact: true }, { text: "Accepted-text" }).credit).toBe(0);
});

describe("grading", () => {
  test("a right answer of every type is worth all, a wrong one nothing, none nothing", () => {
    for (const one of asked) {
      expect(gradeAnswer(one, answerRight(one)).credit, one.type).toBe(1);
      expect(gradeAnswer(one, answerWrong(one)).credit, one.type).toBe(0);
      expect(gradeAnswer(one, {}), one.type).toEqual({ credit: 0, parts: expect.anything() as object, feedback: [] });
    }
    expect(gradeAttempt(asked, Object.fromEntries(asked.map((one) => [one.id, answerRight(one)]))).score).toBe(1);
  });

  test("several: right choices less wrong ones, never below zero; choosing all is worth nothing more", () => {
    const [a, b, c] = (question("multiple") as ChoiceQuestion).options.map(({ id }) => id) as [string, string, string];
    const credit = (...ids: string[]) => gradeAnswer(question("multiple"), Object.fromEntries(ids.map((id) => [id, "on"]))).credit;
    expect([credit(a), credit(a, b), credit(a, c), credit(c), credit(a, b, c)]).toEqual([0.5, 1, 0, 0, 0.5]);
  });

  test("order, pairs and gaps: the share of what is right, and which", () => {
    const order = question("ordering").items.map(({ id }) => id) as [string, string, string];
    expect(gradeAnswer(question("ordering"), { [order[0]]: "1", [order[1]]: "3", [order[2]]: "2" })).toMatchObject({ credit: 1 / 3, parts: { [order[0]]: true, [order[1]]: false, [order[2]]: false } });
    expect(gradeAnswer(question("ordering"), Object.fromEntries(order.map((id) => [id, "1"]))).credit).toBe(1 / 3);
    const [one, two] = question("matching").left as [MatchingQuestion["left"][number], MatchingQuestion["left"][number]];
    expect(gradeAnswer(question("matching"), { [one.id]: one.rightId, [two.id]: one.rightId })).toMatchObject({ credit: 0.5, parts: { [one.id]: true, [two.id]: false } });
    expect(gradeAnswer(question("fill-in"), { 0: "OTHER-gap", 1: "no" })).toMatchObject({ credit: 0.5, parts: { 0: true, 1: false } });
  });

  test("whatever is sent, credit stays between nothing and all, and parts name only what was given", () => {
    const anything = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...asked.flatMap((one) => one.shown), "choice", "text", "0", "__proto__", "constructor")), fc.oneof(fc.string(), fc.constantFrom("on", "1", "2", ...asked.flatMap((one) => one.shown))));
    fc.assert(fc.property(fc.constantFrom(...asked), anything, (one, answer) => {
      const { credit, parts } = gradeAnswer(one, answer);
      expect(credit).toBeGreaterThanOrEqual(0);
      expect(credit).toBeLessThanOrEqual(1);
      for (const key of Object.keys(parts)) expect(Object.keys(answer).includes(key) || answer["choice"] === key).toBe(true);
    }));
  });

  test("points weigh questions, and a pass is not missed by rounding", () => {
    const weighed = drawQuestions(makeQuiz("## A\n\n::question{points=3}\n\n= 1\n\n## B\n\n= 2\n"), "s");
    expect(gradeAttempt(weighed, { a: { text: "1" } }).score).toBe(0.75);
    expect([isPass(0.1 + 0.2, 0.3), isPass(0.7, 0.7), isPass(0.699, 0.7)]).toEqual([true, true, false]);
  });
});

describe("attempts", () => {
  const handed = (score: number, passed = false) => ({ state: "submitted" as const, score, passed });
  const open = { state: "open" as const, score: null, passed: null };
  test("the best counts, the earlier of two alike; an open one does not", () => {
    const [low, high, same] = [handed(0.2), handed(0.8), handed(0.8)];
    expect(findBest([low, high, same, open])).toBe(high);
    expect(findBest([open])).toBeNull();
  });
  test("an open one is used", () => expect([countLeft({ attempts: 2 }, [handed(0), open]), countLeft({ attempts: 2 }, []), countLeft({ attempts: null }, [open])]).toEqual([0, 2, null]));
  test("right answers are earned by passing or by the last hand-in, and not by an attempt that is open", () => {
    expect(areAnswersEarned({ attempts: null }, [handed(0), handed(0)])).toBe(false);
    expect(areAnswersEarned({ attempts: 2 }, [handed(0), open])).toBe(false);
    expect(areAnswersEarned({ attempts: 2 }, [handed(0), handed(0)])).toBe(true);
    expect(areAnswersEarned({ attempts: 2 }, [handed(1, true)])).toBe(true);
  });
});

describe("the fields of a form", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const fieldsOf = (id: string, answer: Answer) => Object.fromEntries(Object.entries(answer).map(([name, value]) => [`q.${id}.${name}`, value]));

  test("give back every answer that can be given, and nothing else", () => {
    for (const one of asked) {
      const answer = answerRight(one);
      expect(readAnswer(one, form({ ...fieldsOf(one.id, answer), [`q.${one.id}.other`]: "x", [`q.none.text`]: "y" }))).toEqual(answer);
      expect(isAnswered(one, answer)).toBe(true);
      expect(isAnswered(one, {})).toBe(false);
    }
  });

  test("an option, a place or a side that is not there is no answer", () => {
    const of = (type: QuizQuestion["type"]) => asked.find((one) => one.type === type) as AskedQuestion;
    expect(readAnswer(of("single"), form({ "q.single.choice": "zz" }))).toEqual({});
    expect(readAnswer(of("ordering"), form(Object.fromEntries(of("ordering").shown.map((id) => [`q.order.${id}`, "9"]))))).toEqual({});
    expect(readAnswer(of("numeric"), form({ "q.number.text": "   " }))).toEqual({});
    expect(readAnswer(of("text"), form({ "q.text.text": "x".repeat(9_000) }))["text"]).toHaveLength(500);
  });

  test("an old form undoes nothing that it did not touch", () => {
    const stored = { number: { text: "5" }, text: { text: "new" } };
    const old = form({ "was.number": markAnswer(undefined), "was.text": markAnswer({ text: "old" }), "q.text.text": "old", "was.gaps": markAnswer(undefined), "q.gaps.0": "typed" });
    expect(mergeAnswers(asked, stored, old)).toEqual({ ...stored, gaps: { 0: "typed" } });
  });

  test("an answer that was emptied is taken away, also alone", () => {
    expect(mergeAnswers(asked, { text: { text: "a" } }, form({ "was.text": markAnswer({ text: "a" }), "q.text.text": "" }))).toEqual({});
  });
});
