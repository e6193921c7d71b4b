import { describe, expect, test } from "vitest";
import { EVERY_TYPE, makeQuiz, makeSurvey, QUIZ_FILE, readQuestions } from "../../helpers/questions.ts";

describe("a quiz", () => {
  test("is read with a question of every type", () => {
    const quiz = makeQuiz(EVERY_TYPE, ["pass: 0.5", "attempts: 3", "shuffle: true"]);
    expect(quiz).toMatchObject({ pass: 0.5, attempts: 3, shuffle: true, pools: [], text: { source: "Before you begin." } });
    expect(quiz.questions.map(({ id, type }) => [id, type])).toEqual([["single", "single"], ["several", "multiple"], ["number", "numeric"], ["text", "text"], ["order", "ordering"], ["pairs", "matching"], ["gaps", "fill-in"]]);
    expect(quiz.questions.map(({ explanation }) => explanation)).toEqual(["explain-single", "explain-several", "explain-number", "explain-text", "explain-order", "explain-pairs", "explain-gaps"]);
    expect(quiz.questions[2]).toMatchObject({ accepted: [{ value: 73.25, tolerance: 0.5 }], unit: "kg", foreseen: [{ value: 7, tolerance: 0, feedback: "feedback-number" }] });
    expect(quiz.questions[3]).toMatchObject({ accepted: ["accepted-text"], foreseen: [{ text: "foreseen-text", feedback: "feedback-text" }] });
    expect(quiz.questions[6]).toMatchObject({ prompt: "Fill \uE100 in\n\n```bash\n\uE101 -l\n```", gaps: [{ accepted: ["accepted-gap", "other-gap"] }, { accepted: ["accepted-code"] }] });
  });

  test("keeps its answers out of the text that search and previews read", () => {
    expect(makeQuiz(EVERY_TYPE).text.source).not.toMatch(/accepted|explain|feedback|right/);
  });

  test("has code and pictures in questions and options, without the indentation of the list", () => {
    const [question] = makeQuiz("## What is printed by `x`?\n\n```js\nlog(1)\n```\n\n- [x] this\n\n  ```text\n  a\n    b\n  ```\n\n  > Good,\n  > and **right**.\n- [ ] that\n  goes on\n").questions;
    expect(question).toMatchObject({ title: "What is printed by `x`?", prompt: "```js\nlog(1)\n```", options: [{ text: "this\n\n```text\na\n  b\n```", feedback: "Good,\nand **right**." }, { text: "that\ngoes on", feedback: "" }] });
  });

  test.each([
    ["= 5", { value: 5, tolerance: 0 }, null],
    ["= -2.5 ± 0.5", { value: -2.5, tolerance: 0.5 }, null],
    ["= 200 ± 5%", { value: 200, tolerance: 10 }, null],
    ["= 200 ms ± 5", { value: 200, tolerance: 5 }, "ms"],
    ["= 1e3 +- 1 m/s", { value: 1000, tolerance: 1 }, "m/s"],
    ["= 85 % ± 1", { value: 85, tolerance: 1 }, "%"],
  ])("reads the number %s", (line, accepted, unit) => {
    expect(makeQuiz(`## Q\n\n${line}\n`).questions[0]).toMatchObject({ accepted: [accepted], unit });
  });

  test("reads answers right below the text of a question", () => {
    expect(makeQuiz('## Q\nHow much is it?\n= 3\n= 4\n').questions[0]).toMatchObject({ prompt: "How much is it?", accepted: [{ value: 3 }, { value: 4 }] });
  });

  test("matches by a table too, with names of both sides", () => {
    expect(makeQuiz("## Q\n\n| a | b |\n| - | - |\n| `x` | one |\n| y | two |\n| | three |\n").questions[0]).toMatchObject({ type: "matching", sides: ["a", "b"], left: [{ text: "`x`" }, { text: "y" }], right: [{ text: "one" }, { text: "two" }, { text: "three" }] });
  });

  test("tells gaps from a shell's brackets", () => {
    expect(makeQuiz("## Q\n\n```bash\nif [[ -f x ]]; then grep '[[:digit:]]' [[file]]; fi\n```\n").questions[0]).toMatchObject({ gaps: [{ accepted: ["file"] }] });
  });

  test("gives ids that tell nothing of the place", () => {
    const one = makeQuiz("## Q\n\n1. a\n2. b\n3. c\n").questions[0];
    const other = makeQuiz("## Q\n\n1. c\n2. b\n3. a\n").questions[0];
    if (one?.type !== "ordering" || other?.type !== "ordering") throw new Error("no ordering");
    expect(new Set(one.items.map(({ id }) => id))).toEqual(new Set(other.items.map(({ id }) => id)));
  });

  test("draws from its pools, or from all of its questions", () => {
    expect(makeQuiz("# One\n\n::pool{draw=1}\n\n## A\n\n= 1\n\n## B\n\n= 2\n").pools).toEqual([{ name: "One", draw: 1 }]);
    const whole = makeQuiz("## A\n\n= 1\n\n## B\n\n= 2\n", ["draw: 1"]);
    expect([whole.pools, whole.questions.map(({ pool }) => pool)]).toEqual([[{ name: "", draw: 1 }], ["", ""]]);
  });
});

/** Each is one mistake: what the finding says, and its line in a file whose text begins on line 6. */
const QUIZ_MISTAKES: readonly [what: string, text: string, line: number, message: RegExp, fix: RegExp][] = [
  ["no questions", "Only words.\n", 6, /no questions/, /## /],
  ["a question without answers", "## Q\n\nWords.\n", 6, /no answers/, /\[x\]/],
  ["no right option", "## Q\n\n- [ ] a\n- [ ] b\n", 8, /No option is right/, /\[x\]/],
  ["one option", "## Q\n\n- [x] a\n", 8, /at least two options/, /another/],
  ["two options that are the same", "## Q\n\n- [x] a  b\n- [ ] a b\n", 9, /Two options are the same: "a b"/, /Change/],
  ["an option without a box", "## Q\n\n- [x] a\n- b\n", 9, /"b" has no box/, /- \[ \]/],
  ["an empty option", "## Q\n\n- [x] a\n- [ ]\n- [ ] c\n", 9, /has no box/, /behind its box/],
  ["several right ones of a single choice", "## Q\n\n::question{type=single}\n\n- [x] a\n- [x] b\n", 10, /2 options are right/, /multiple/],
  ["a tolerance that is no number", "## Q\n\n= 3 ± wide\n", 8, /tolerance `wide` is not a number/, /± 0\.01/],
  ["a negative tolerance", "## Q\n\n= 3 ± -1\n", 8, /negative/, /either direction/],
  ["a number with a comma", "## Q\n\n= 3,14\n", 8, /comma/, /point/],
  ["a text without quotes", "## Q\n\n= ping\n", 8, /neither a number nor a text/, /"ping"/],
  ["an empty text", '## Q\n\n= ""\n', 8, /empty/, /type/],
  ["numbers and texts", '## Q\n\n= 3\n= "three"\n', 9, /numbers and texts/, /quotes/],
  ["two units", "## Q\n\n= 3 m\n= 4 km\n", 9, /different units/, /one unit/],
  ["the same text twice", '## Q\n\n= "Ping"\n= "ping"\n', 9, /twice/, /case=exact/],
  ["a foreseen mistake that is right", "## Q\n\n= 3 ± 1\n!= 3.5\n> no\n", 9, /one of the right answers/, /tolerance/],
  ["a foreseen mistake without words", "## Q\n\n= 3\n!= 4\n", 9, /no words/, /> /],
  ["foreseen mistakes only", "## Q\n\n!= 4\n> no\n", 8, /No answer is right/, /= /],
  ["text below the answers", "## Q\n\n- [x] a\n- [ ] b\n\nMore.\n", 11, /below the answers/, /> /],
  ["an order of one step", "## Q\n\n1. a\n", 8, /at least two steps/, /1\. /],
  ["the same step twice", "## Q\n\n1. a\n2. b\n3. a\n", 10, /Two steps are the same/, /Change/],
  ["feedback of a step", "## Q\n\n1. a\n   > no\n2. b\n", 8, /no feedback of its own/, /below the whole list/],
  ["one pair", "## Q\n\n- a :: b\n", 8, /two pairs/, /Add a pair/],
  ["a line that is no pair", "## Q\n\n- a :: b\n- c :: d\n- e\n", 10, /no pair/, /left :: right/],
  ["the same left side twice", "## Q\n\n- a :: b\n- a :: c\n", 9, /Two left sides are the same/, /Change/],
  ["a table of three columns", "## Q\n\n| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\n", 8, /two columns/, /left/],
  ["an empty right cell", "## Q\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | |\n", 12, /right cell/, /alone/],
  ["an empty way to fill a gap", "## Q\n\nA [[word|]].\n", 6, /empty answer/, /both sides/],
  ["a type that is none", "## Q\n\n::question{type=numerik}\n\n= 3\n", 8, /no type of question `numerik`/, /`numeric`/],
  ["a type that is another", "## Q\n\n::question{type=text}\n\n= 3\n", 8, /says `type=text`/, /leave `type` out/],
  ["a setting that is none", "## Q\n\n::question{point=2}\n\n= 3\n", 8, /no setting `point`/, /`points`/],
  ["no points", "## Q\n\n::question{points=none}\n\n= 3\n", 8, /no number of points/, /points=2/],
  ["a case that is none", '## Q\n\n::question{case=big}\n\n= "a"\n', 8, /`case` is "big"/, /case=exact/],
  ["a flag that is none", "## Q\n\n::question{shuffle=perhaps}\n\n= 3\n", 8, /`shuffle` is "perhaps"/, /shuffle=false/],
  ["required", "## Q\n\n::question{required=true}\n\n= 3\n", 8, /no `required`/, /Remove/],
  ["a bad id", "## Q\n\n::question{id=Big_One}\n\n= 3\n", 8, /can't be the id/, /hyphens/],
  ["two lines of settings", "## Q\n\n::question{points=1}\n\n::question{points=2}\n\n= 3\n", 10, /two lines/, /one/],
  ["two questions with one heading", "## Q\n\n= 3\n\n## Q\n\n= 4\n", 10, /same heading/, /#q-2/],
  ["two questions with one id", "## A\n\n::question{#x}\n\n= 3\n\n## B\n\n::question{#x}\n\n= 4\n", 14, /id `x` too/, /own/],
  ["an empty heading", "##\n\n= 3\n", 6, /heading is empty/, /## /],
  ["a heading by accident", "## Q\n\nsome text\n---\n", 8, /makes a heading/, /empty line/],
  ["a pool without a number", "# P\n\n## Q\n\n= 3\n", 6, /does not say how many/, /draw=2/],
  ["a pool that draws too many", "# P\n\n::pool{draw=2}\n\n## Q\n\n= 3\n", 6, /draws 2 of its 1/, /smaller/],
  ["a pool that draws no number", "# P\n\n::pool{draw=all}\n\n## Q\n\n= 3\n", 6, /`draw` is "all"/, /draw=2/],
  ["a pool without questions", "# P\n\n::pool{draw=1}\n", 6, /no questions/, /## /],
  ["two pools of one name", "# P\n\n::pool{draw=1}\n\n## Q\n\n= 3\n\n# P\n\n::pool{draw=1}\n\n## R\n\n= 3\n", 14, /Two pools/, /own name/],
  ["words between a pool and its questions", "# P\n\n::pool{draw=1}\n\nWords.\n\n## Q\n\n= 3\n", 10, /between a pool/, /Move/],
  ["a pool's line in a question", "## Q\n\n::pool{draw=1}\n\n= 3\n", 8, /only below the heading of a pool/, /# Its name/],
  ["an answer below the explanation", "## Q\n\n= 3\n\n> because\n\n= 4\n", 12, /below the explanation/, /together/],
];

test.each(QUIZ_MISTAKES)("a quiz with %s is a finding", (_what, text, line, message, fix) => {
  const { activity, findings } = readQuestions("quiz", text);
  expect(activity.kind).toBe("broken");
  const found = findings.find((finding) => message.test(finding.message));
  expect(found, JSON.stringify(findings)).toMatchObject({ file: QUIZ_FILE, line, fix: expect.stringMatching(fix) as string });
});

test("`draw:` and pools do not go together, and it is not more than there is", () => {
  expect(readQuestions("quiz", "# P\n\n::pool{draw=1}\n\n## Q\n\n= 3\n", ["draw: 1"]).findings).toMatchObject([{ field: "draw", line: 5, message: expect.stringContaining("without pools") as string }]);
  expect(readQuestions("quiz", "## Q\n\n= 3\n", ["draw: 4"]).findings).toMatchObject([{ field: "draw", line: 5, message: expect.stringContaining("has 1 questions") as string }]);
});

test("a hostile text is read or refused, never an exception", () => {
  for (const text of ["> ".repeat(500), "- [x] ".repeat(400), "[[".repeat(2_000), "## ".repeat(300), "\uE100\uE101", `## Q\n\n${"[[a]]".repeat(60)}`, "## Q\n\n= ".padEnd(5_000, "9"), "::question{".repeat(200)]) {
    expect(readQuestions("quiz", text).findings.length).toBeGreaterThan(0);
    expect(readQuestions("survey", text).findings.length).toBeGreaterThan(0);
  }
});

test("a survey is read with every way to answer", () => {
  const survey = makeSurvey('Hello.\n\n## Sure?\n\n::scale{from=0 to=4 low="no" high="yes"}\n\n## Pace\n\n- [ ] slow\n- [ ] fast\n\n## Helped\n\n::question{#what type=several required=false}\n\n- [ ] a\n- [ ] b\n\n## Words\n\n::text{lines=3}\n', ["anonymous: true"]);
  expect(survey).toMatchObject({
    anonymous: true, text: { source: "Hello." },
    questions: [
      { id: "sure", type: "scale", from: 0, to: 4, low: "no", high: "yes", required: true },
      { id: "pace", type: "choice", required: true, options: [{ text: "slow" }, { text: "fast" }] },
      { id: "what", type: "several", required: false },
      { id: "words", type: "free-text", required: false, lines: 3 },
    ],
  });
});

test.each([
  ["no questions", "Words.\n", 6, /no questions/],
  ["a question that can't be answered", "## Q\n\nWords.\n", 6, /can't be answered/],
  ["a right answer", "## Q\n\n- [x] a\n- [ ] b\n", 8, /no right answers/],
  ["two ways to answer", "## Q\n\n- [ ] a\n- [ ] b\n\n::text\n", 11, /two ways/],
  ["words below the answers", "## Q\n\n::text\n\nWords.\n", 10, /below the answers/],
  ["one option", "## Q\n\n- [ ] a\n", 8, /at least two/],
  ["the same option twice", "## Q\n\n- [ ] a\n- [ ] a\n", 9, /Two options are the same/],
  ["feedback", "## Q\n\n- [ ] a\n  > no\n- [ ] b\n", 8, /no feedback/],
  ["a scale upside down", "## Q\n\n::scale{from=5 to=1}\n", 8, /ends at 1/],
  ["a scale of words", "## Q\n\n::scale{from=one to=5}\n", 8, /`from` is "one"/],
  ["points", "## Q\n\n::question{points=2}\n\n::text\n", 8, /no `points`/],
  ["a type of quizzes", "## Q\n\n::question{type=multiple}\n\n- [ ] a\n- [ ] b\n", 8, /no type `multiple`/],
  ["a pool", "# P\n\n## Q\n\n::text\n", 6, /no pools/],
] as const)("a survey with %s is a finding", (_what, text, line, message) => {
  const { activity, findings } = readQuestions("survey", text);
  expect(activity.kind).toBe("broken");
  expect(findings.find((finding) => message.test(finding.message)), JSON.stringify(findings)).toMatchObject({ file: QUIZ_FILE, line });
});
