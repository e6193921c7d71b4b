import { describe, expect, it } from "vitest";
import { buildPythonMutants } from "../../../app/catalog/build-python-mutants.ts";
import { buildShellMutants } from "../../../app/catalog/build-shell-mutants.ts";

const changes = (mutants: readonly { line: number; change: string }[]): string[] => mutants.map(({ line, change }) => `${line}: ${change}`);

describe("faults in a Python program", () => {
  it("are in its comparisons, sums, conditions, values and results", () => {
    const program = `def f(a, b=1):
    if a < b and not a:
        return a // 2
    for x in a:
        if x is not None and x in b:
            break
    return [] if a == "" else True
`;
    expect(changes(buildPythonMutants("f.py", program))).toEqual([
      "1: `1` becomes `2`",
      "2: `<` becomes `<=`", "2: `<` becomes `>=`", "2: `and` becomes `or`", "2: `not` is removed",
      "3: `a // 2` becomes `None`", "3: `//` becomes `/`", "3: `2` becomes `3`",
      "5: `not` is removed", "5: `and` becomes `or`", "5: `in` becomes `not in`",
      "6: `break` becomes `pass`",
      "7: `[] if a == \"\" else True` becomes `None`", "7: `==` becomes `!=`", "7: `\"\"` becomes `\"mutated\"`", "7: `True` becomes `False`",
    ]);
  });

  it("change one place of the whole file", () => {
    const [first] = buildPythonMutants("f.py", "x = 1\ny = 2\n");
    expect(first).toEqual({ path: "f.py", line: 1, change: "`1` becomes `2`", text: "x = 2\ny = 2\n" });
  });

  it("are not in docstrings, imports, assertions and what is said to people", () => {
    expect(buildPythonMutants("f.py", `"""One 1."""\nimport os\n\ndef f():\n    """Two 2."""\n    assert 1 < 2, "no"\n    raise ValueError(f"bad {1 + 1}")\n`)).toEqual([]);
    expect(buildPythonMutants("f.js", "x = 1")).toEqual([]);
  });

  it("are drawn from the whole file when there are many", () => {
    const drawn = buildPythonMutants("f.py", Array.from({ length: 100 }, (_, i) => `x${i} = ${i}`).join("\n"), 10);
    expect(drawn.map(({ line }) => line)).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
  });
});

describe("faults in a shell script", () => {
  it("are in its tests, numbers, options and the programs of awk inside it", () => {
    const script = `#!/usr/bin/env bash
# 3 comments
set -euo pipefail
if [[ $# -ne 1 ]]; then echo "usage: 1" >&2; exit 2; fi
[[ -z $name || $n -gt 10 ]] && break
awk '$3 == "x" { n[$2]++ } END { print int(100 * n) }' "$1" | sort -r | head -n 5
`;
    expect(changes(buildShellMutants("a.sh", script))).toEqual([
      "5: `-z` becomes `-n`", "5: `||` becomes `&&`", "5: `-gt` becomes `-ge`", "5: `-gt` becomes `-le`", "5: `10` becomes `11`", "5: `&&` becomes `||`", "5: `break` becomes `continue`",
      "6: `==` becomes `!=`", "6: `++` becomes `--`", "6: `100` becomes `101`", "6: `*` becomes `/`", "6: `-r` is removed", "6: `head` becomes `tail`", "6: `-n` becomes `-z`", "6: `5` becomes `6`",
    ]);
  });

  it("are in scripts only", () => {
    expect(buildShellMutants("a.txt", "exit 1")).toEqual([]);
    expect(buildShellMutants("a.sh", "exit 1").map(({ text }) => text)).toEqual(["exit 2"]);
  });
});
