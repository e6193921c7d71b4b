/** How questions are written: the part of the authors' manual about quizzes and surveys. */
import { MOST_GAPS } from "./questions.ts";

export const QUIZ_QUESTIONS = `### Questions of a quiz

Each question begins with a heading \`## \`; what stands below it decides its type. Text, code, formulas and pictures may stand
between the heading and the answers, and inside options. What stands before the first heading is read before the quiz begins.

| type | what to write below the question |
| --- | --- |
| \`single\` | options with boxes, one marked: \`- [ ] no\`, \`- [x] yes\` |
| \`multiple\` | the same with several \`[x]\`; for one right option write \`::question{type=multiple}\` |
| \`numeric\` | \`= 3.14 ± 0.01\`, also with a share and a unit: \`= 20 ± 5% ms\`, or \`= 85 % ± 1\` |
| \`text\` | \`= "ping"\` or, for code, \`\` = \`ls -l\` \`\`; several lines are several right answers |
| \`ordering\` | a numbered list in the right order |
| \`matching\` | a list \`- left :: right\`, or a table of two columns; \`- :: right\` belongs to nothing |
| \`fill-in\` | gaps in the text or in code: \`[[word]]\`, \`[[one\\|another]]\`; at most ${MOST_GAPS} |

- A quote indented below an option is said to those who choose it. A line \`!= 42\` or \`!= "pong"\` is a mistake that you foresee; the quote below it is said to those who make it.
- A quote below all answers explains the right one. It is shown together with the right answers: after passing, or when all attempts are used. Before that a learner sees what was right or wrong of their own answer, and what you say to it.
- Learners may type a comma or a point in numbers, spaces or apostrophes between thousands, and the unit. \`1,234\` counts when either way of reading it is right. In texts, spaces at the ends and their number never count, nor the quotes and dashes that phones put in.
- Points: single, numeric and text give all or nothing. Multiple gives right choices less wrong ones; ordering the share of the steps in their place; matching and fill-in the share of the right ones.
- An attempt keeps what it asked: what you change later changes no earlier result.

\`::question{#an-id points=2}\`, on a line of its own below the heading, sets:

| setting | meaning |
| --- | --- |
| \`#an-id\` | the id of the question, made from its heading when left out; write it before you change a heading |
| \`points\` | what it counts in the quiz; \`1\` when left out |
| \`type\` | one of the types above, when the answers could mean two |
| \`case\` | \`exact\` when capital letters count in typed texts |
| \`shuffle\` | \`false\` keeps the order of its options in a quiz that shuffles, for "all of the above" |

A heading \`# Name\` begins a pool, and \`::pool{draw=2}\` below it says how many of its questions each attempt gets.`;

export const SURVEY_QUESTIONS = `### Questions of a survey

Each question begins with a heading \`## \`. Below it stands one of:

- options with empty boxes, \`- [ ] …\`; with \`::question{type=several}\` more than one may be chosen
- \`::scale{from=1 to=5 low="not at all" high="very much"}\`
- \`::text{lines=4}\` for free words

\`::question{#an-id required=false}\` sets the id, and whether it may be left out; only free words may be when nothing is said.
Answers of an anonymous survey have neither person nor time, and are shown to instructors when there are at least three.`;
