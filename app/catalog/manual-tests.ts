/** What the authors' manual says of tests, by language. */

/** Every way of writing tests that labs have. */
export const TEST_KINDS = [
  ["javascript, typescript", "`*.test.js`, `*.spec.ts` …", "`describe`, `test`, `it`, `expect`, `beforeEach` and the like, `test.each`, mocks and fake timers as `vi` or `jest`; as globals, or imported from `vitest` or `@jest/globals`; `node:assert` too"],
  ["python", "`*_test.py`, `test_*.py`", "`unittest.TestCase`, and plain `test_…` functions with `assert`; `pytest.raises`, `pytest.approx`, `pytest.mark.parametrize`"],
  ["bash", "`*.bats`", "`@test`, `run`, `setup`, `teardown`, `$status`, `$output`, `${lines[@]}`, `load`, and bats-assert's `assert_…` and `refute_…`"],
  ["sql", "`*.sql`", "each file is a data set; see below"],
  ["web", "`*.test.js`", "as in JavaScript, with the `document` and `window` of the learner's `index.html`, its styles and scripts"],
] as const;

export const TESTS = `The files of a run lie flat beside each other, the learner's and the tests': a test imports \`./sum\`.

| language | files in \`tests/\` | what they may use |
| --- | --- | --- |
${TEST_KINDS.map((row) => `| ${row.join(" | ")} |`).join("\n")}

- A lab is passed when every test passed, hidden ones included; a run in which no test ran is never passed.
- **Say what a test was given.** A line \`input: …\` in the message of a failing test is shown apart, above what was expected and what came instead: \`expect(sum(list), \\\`input: \${JSON.stringify(list)}\\\`).toBe(6)\` in JavaScript, \`assert total(rows) == 6, f"input: {rows}"\` in Python. \`given:\` and \`arguments:\` do the same.
- A lab is sound when the solution passes every test, the starter does not, and every program under \`wrong/\` is rejected. \`rung check --mutation\` also changes the solution in small ways and counts how many of the changes the tests notice (\`mutation: 0.9\` asks for nine of ten).
- In SQL each file of \`tests/\` is a data set: the statements that make its tables. The learner's result is compared with the reference's on every one. Comment lines at its head say how: \`-- case: …\` names it, \`-- ordered: true\` looks at the order of rows, \`-- names: true\` at the names of columns, \`-- types: true\` tells 2 from 2.0, and \`-- check: SELECT …\` asks for the state after a script that changes data.`;
