/** A tiny right and a tiny wrong program of each language, for `rung doctor`. */
import type { GradeRequest, Language } from "../sandbox/contract.ts";

export interface SelfTestPrograms {
  language: Language;
  /** `passed` by a sandbox that works. */
  right: GradeRequest;
  /** `failed` by a sandbox that works. */
  wrong: GradeRequest;
}

interface Source {
  language: Language;
  path: string;
  right: string;
  wrong: string;
  test: { path: string; text: string };
}

const HALF_TEST = 'test("halves", () => { expect(half(8)).toBe(4); expect([2, 6].map(half)).toEqual([1, 3]); });';

const SOURCES: readonly Source[] = [
  {
    language: "javascript", path: "half.js",
    right: "export const half = (number) => number / 2;\n",
    wrong: "export const half = (number) => number * 2;\n",
    test: { path: "half.test.js", text: `import { half } from "./half";\n${HALF_TEST}\n` },
  },
  {
    language: "typescript", path: "half.ts",
    right: "export function half(number: number): number {\n  return number / 2;\n}\n",
    wrong: "export function half(number: number): number {\n  return number;\n}\n",
    test: { path: "half.test.ts", text: `import { half } from "./half";\n${HALF_TEST}\n` },
  },
  {
    language: "python", path: "half.py",
    right: "def half(number):\n    return number / 2\n",
    wrong: "def half(number):\n    return number // 3\n",
    test: { path: "half_test.py", text: "import unittest\nfrom half import half\n\nclass HalfTest(unittest.TestCase):\n    def test_halves(self):\n        self.assertEqual(half(8), 4)\n        self.assertEqual([half(n) for n in (2, 6)], [1, 3])\n" },
  },
  {
    language: "sql", path: "query.sql",
    right: "SELECT name FROM item WHERE price > 5 ORDER BY name;\n",
    wrong: "SELECT name FROM item ORDER BY name;\n",
    test: { path: "shop.sql", text: "-- case: a shop\n-- ordered: true\nCREATE TABLE item (name TEXT, price REAL);\nINSERT INTO item VALUES ('pen', 1.5), ('book', 12), ('bag', 30);\n" },
  },
  {
    language: "bash", path: "half.sh",
    right: 'echo $(( $1 / 2 ))\n',
    wrong: 'echo "$1"\n',
    test: { path: "half.bats", text: '@test "halves" {\n  run bash half.sh 8\n  [ "$status" -eq 0 ]\n  [ "$output" = "4" ]\n}\n' },
  },
  {
    language: "web", path: "index.html",
    right: "<!doctype html>\n<title>Half</title>\n<button>Press</button>\n<p>4</p>\n",
    wrong: "<!doctype html>\n<title>Half</title>\n<p>8</p>\n",
    test: { path: "page.test.js", text: 'test("has the half and a button", () => {\n  expect(document.querySelector("p").textContent).toBe("4");\n  expect(document.querySelectorAll("button").length).toBe(1);\n});\n' },
  },
];

/** @param serial makes the texts of this call unlike those of every other, so that nothing is answered from a cache */
export function buildSelfTest(serial: number): SelfTestPrograms[] {
  return SOURCES.map(({ language, path, right, wrong, test }) => {
    const request = (text: string): GradeRequest => ({
      language,
      files: { [path]: text + comment(language, `self-test ${serial}`) },
      tests: [{ ...test, group: "visible" }],
      ...(language === "sql" && { reference: { [path]: right } }),
    });
    return { language, right: request(right), wrong: request(wrong) };
  });
}

function comment(language: Language, text: string): string {
  if (language === "web") return `<!-- ${text} -->\n`;
  const mark = language === "sql" ? "--" : language === "python" || language === "bash" ? "#" : "//";
  return `${mark} ${text}\n`;
}
