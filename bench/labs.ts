/** One small lab per language, five tests each where the language counts them, with texts that no run has seen before. */
import { readFileSync } from "node:fs";
import type { GradeRequest, Language } from "../sandbox/contract.ts";

const folder = new URL("content/courses/bench/01-speed/01-sum/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), "utf8");
export const SUM_TEST = read("tests/sum.test.ts");
const SUM_SOLUTION = read("solution/sum.ts");

let drawn = 0;
/** Something that is in no other text of this process, nor likely of another: V8 and Node keep what they have compiled. */
export function unique(): string {
  drawn += 1;
  return `${process.pid.toString(36)}_${Date.now().toString(36)}_${drawn.toString(36)}`;
}

/** The learner's TypeScript; a name in its code is new as well, not only a comment. */
export function sumSource(): string {
  const name = `total_${unique()}`;
  return SUM_SOLUTION.replaceAll("total", name);
}
export function sumTest(): string {
  return `${SUM_TEST}// ${unique()}\n`;
}
/** The same five tests for Node's own runner and `node:assert`. */
export function sumTestForNode(): string {
  return `import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { sum } from "./sum.ts";

describe("sum", () => {
  test("of nothing is zero", () => assert.equal(sum([]), 0));
  test("of one number is that number", () => assert.equal(sum([7]), 7));
  test("adds several", () => assert.deepEqual([sum([1, 2]), sum([1, 2, 3])], [3, 6]));
  test("takes negative ones", () => assert.deepEqual({ total: sum([5, -8]) }, { total: -3 }));
  test("leaves its argument alone", () => {
    const numbers: number[] = [3, 1, 2];
    sum(numbers);
    assert.deepEqual(numbers, [3, 1, 2]);
  });
});
// ${unique()}
`;
}

/** A lab with that many tests. */
export function manyTests(count: number): GradeRequest {
  const tests = Array.from({ length: count }, (_, i) => `test("number ${i}", () => expect(sum([${i}, 1])).toBe(${i + 1}));`).join("\n");
  return {
    language: "typescript", files: { "sum.ts": sumSource() },
    tests: [{ path: "sum.test.ts", group: "visible", text: `import { sum } from "./sum";\n${tests}\n// ${unique()}\n` }],
  };
}

export const PYTHON_TEST = `import unittest
from total import total


class TotalTest(unittest.TestCase):
    def test_nothing(self):
        self.assertEqual(total([]), 0)

    def test_one(self):
        self.assertEqual(total([7]), 7)

    def test_several(self):
        self.assertEqual([total([1, 2]), total([1, 2, 3])], [3, 6])

    def test_negative(self):
        self.assertEqual({"total": total([5, -8])}, {"total": -3})

    def test_argument(self):
        numbers = [3, 1, 2]
        total(numbers)
        self.assertEqual(numbers, [3, 1, 2])
`;
export const BASH_TEST = `script="$BATS_TEST_DIRNAME/total.sh"

@test "of nothing is zero" {
  run bash "$script"
  [ "$status" -eq 0 ]
  [ "$output" = "0" ]
}
@test "of one number is that number" {
  run bash "$script" 7
  [ "$output" = "7" ]
}
@test "adds several" {
  run bash "$script" 1 2 3
  [ "$output" = "6" ]
}
@test "takes negative ones" {
  run bash "$script" 5 -8
  [ "$output" = "-3" ]
}
@test "reads a list from its input" {
  run bash -c "printf '4\\n5\\n' | bash '$script' -"
  [ "$output" = "9" ]
}
`;
const SQL_DATA = `-- case: three cities
-- ordered: true
CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL, weight INTEGER NOT NULL);
INSERT INTO parcels (city, weight) VALUES ('Lyon', 2), ('Ghent', 5), ('Lyon', 4), ('Porto', 1), ('Ghent', 1), ('Porto', 9);
`;
const SQL_ANSWER = "SELECT city, sum(weight) AS weight FROM parcels GROUP BY city ORDER BY weight DESC, city;\n";

/** A right hand-in that has not been seen before. */
export function makeRequest(language: Language): GradeRequest {
  const id = unique();
  switch (language) {
    case "typescript":
      return { language, files: { "sum.ts": sumSource() }, tests: [{ path: "sum.test.ts", group: "visible", text: sumTest() }] };
    case "javascript": {
      const code = sumSource().replace("numbers: readonly number[]): number", "numbers)");
      return { language, files: { "sum.js": code }, tests: [{ path: "sum.test.js", group: "visible", text: sumTest() }] };
    }
    case "python":
      return {
        language, files: { "total.py": `def total(numbers):\n    result_${id} = 0\n    for number in numbers:\n        result_${id} += number\n    return result_${id}\n` },
        tests: [{ path: "total_test.py", group: "visible", text: `${PYTHON_TEST}# ${id}\n` }],
      };
    case "bash":
      return {
        language,
        files: { "total.sh": `#!/usr/bin/env bash\ntotal_${id}=0\nif [ "\${1:-}" = "-" ]; then\n  while read -r number; do total_${id}=$((total_${id} + number)); done\nelse\n  for number in "$@"; do total_${id}=$((total_${id} + number)); done\nfi\necho "$total_${id}"\n` },
        tests: [{ path: "total.bats", group: "visible", text: `${BASH_TEST}# ${id}\n` }],
      };
    case "sql":
      return {
        language, files: { "weights.sql": `-- ${id}\n${SQL_ANSWER}` }, reference: { "weights.sql": SQL_ANSWER },
        tests: [{ path: "cities.sql", group: "visible", text: `${SQL_DATA}-- ${id}\n` }],
      };
    case "web":
      return {
        language, files: { "index.html": `<!doctype html><title>${id}</title><p id="total">0</p><script>document.getElementById("total").textContent = "3";</script>` },
        tests: [{ path: "page.test.js", group: "visible", text: `test("shows the total", () => { expect(document.getElementById("total").textContent).toBe("3"); });\n// ${id}\n` }],
      };
  }
}

/** A program that never ends, with little time, so that a bench of many ends. */
export function makeHostile(): GradeRequest {
  return {
    language: "typescript", files: { "sum.ts": `export function sum(numbers: number[]): number { for (;;) numbers.length; } // ${unique()}` },
    tests: [{ path: "sum.test.ts", group: "visible", text: sumTest() }], limits: { cpuMs: 300, wallMs: 2_000 },
  };
}
