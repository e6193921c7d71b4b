/** Python in the worker: CPython by Pyodide, the tests in one isolate and the learner's program in another. */
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { memoryMessage } from "../../engine.ts";
import { preparePair } from "./pair.ts";
import type { PythonPair } from "./pair.ts";
import { runPython } from "./run.ts";
import { PythonRuntime } from "./runtime.ts";
import { unpackCode, unpackImage } from "./start.ts";

/** Some of everything that tests do: what V8 compiles when it first comes to it is then compiled for all runs of this process. */
const WARM_UP: RunCommand = {
  type: "run", job: 0, secret: "", seed: "", language: "python", reference: {}, cpuMs: 20_000, stretchMs: 20_000, memoryMb: 64, outputKb: 64, runSkipped: false,
  files: { "warm.py": "class Part:\n    def __init__(self, name):\n        self.name = name\n\ndef add(a, b):\n    print(a, b)\n    return a + b\n\ndef parts(names):\n    return [Part(name) for name in names]\n\ndef refuse():\n    raise ValueError('no')\n" },
  tests: [{ path: "warm_test.py", group: "visible", text: "import unittest\nimport pytest\nfrom warm import add, parts, refuse\n\ndef test_add():\n    assert add(1, 2) == 3\n    assert add('a', 'b') == 'ab'\n\nclass Warm(unittest.TestCase):\n    def test_parts(self):\n        self.assertEqual([part.name for part in parts(['a', 'b'])], ['a', 'b'])\n\n    def test_fails(self):\n        self.assertEqual(add([1], [2]), [1, {'two': 2.0}])\n\n    def test_refuses(self):\n        with self.assertRaises(ValueError):\n            refuse()\n\n@pytest.mark.parametrize('n', [1, 2])\ndef test_each(n):\n    assert add(n, 1) == pytest.approx(n + 1)\n" }],
};

export function createEngine(): Engine {
  let runtime: PythonRuntime | null = null;
  let pair: PythonPair | null = null;
  let spent: PythonPair | null = null;

  return {
    boot({ wheels = "[]", code = "", image = "" }: Material) {
      runtime = new PythonRuntime(unpackCode(Buffer.from(code, "base64")), unpackImage(Buffer.from(image, "base64")), JSON.parse(wheels) as string[]);
      const first = preparePair(runtime);
      const nobody = (): never => {
        throw new Error("the warm-up met a limit");
      };
      try {
        runPython(first, WARM_UP, { report: () => {}, send: nobody, overflow: nobody, lost: nobody });
      } finally {
        first.dispose();
      }
    },
    prepare() {
      // Here, where nobody waits for it.
      spent?.dispose();
      spent = null;
      if (runtime === null) throw new Error("Python was not booted");
      pair = preparePair(runtime);
    },
    run(command: RunCommand, host: RunHost) {
      const current = pair;
      if (current === null) throw new Error("Python was not prepared");
      pair = null;
      spent = current;
      if (runtime !== null) runtime.onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      runPython(current, command, host);
    },
  };
}
