import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopBundler } from "../../sandbox/bundle.ts";
import { Stop } from "../../sandbox/engine.ts";
import type { RunCommand } from "../../sandbox/frames.ts";
import { readStartMaterial } from "../../sandbox/languages/python/describe.ts";
import { makeCode, makeImage } from "../../sandbox/languages/python/make-start.ts";
import { preparePair } from "../../sandbox/languages/python/pair.ts";
import { runPython } from "../../sandbox/languages/python/run.ts";
import { PythonRuntime } from "../../sandbox/languages/python/runtime.ts";
import { findWheels } from "../../sandbox/languages/python/wheels.ts";

/** A zip archive whose entries are not compressed. */
function zip(files: Record<string, string>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, path, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const folder = mkdtempSync(join(tmpdir(), "wheels-"));
const wheel = join(folder, "stairs-1.0-py3-none-any.whl");
let runtime: PythonRuntime;
beforeAll(async () => {
  writeFileSync(wheel, zip({ "stairs/__init__.py": "from stairs.steps import climb\n", "stairs/steps.py": "import pathlib\ndef climb(n):\n    return n * int((pathlib.Path(__file__).parent / 'factor.txt').read_text())\n", "stairs/factor.txt": "3", "stairs-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\n" }));
  const { realm, guest } = await readStartMaterial();
  await stopBundler();
  const code = makeCode(realm);
  runtime = new PythonRuntime(code, makeImage(code, JSON.parse(guest) as Record<string, string>), findWheels(folder));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs one program in a pair of its own. `sent` is every text that went into the learner's isolate. */
async function run(main: string, test: string): Promise<{ statuses: string[]; sent: string; stop: Stop | null }> {
  const pair = preparePair(runtime);
  const [statuses, sent]: [string[], string[]] = [[], []];
  pair.host = { ...pair.host, onSend: (text) => void sent.push(text) };
  const command: RunCommand = {
    type: "run", job: 1, secret: "secret", seed: "seed", language: "python", reference: {}, files: { "main.py": main },
    tests: [{ path: "main_test.py", text: test, group: "hidden" }, { path: "expected.txt", text: "NONCE-data", group: "hidden" }], cpuMs: 5_000, stretchMs: 10_000, memoryMb: 64, outputKb: 64,
  };
  const unexpected = (): never => {
    throw new Error("not expected here");
  };
  let stop: Stop | null = null;
  try {
    runPython(pair, command, { report: (body) => { const { type, status } = body as { type: string; status: string }; if (type === "end") statuses.push(status); }, send: unexpected, overflow: unexpected, lost: unexpected });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stop = error;
  } finally {
    pair.dispose();
  }
  return { statuses, sent: sent.join("\n"), stop };
}

describe("the learner's isolate", () => {
  it("is sent nothing of hidden tests but the arguments of calls", async () => {
    const { statuses, sent } = await run("def add(a, b):\n    return a - b\ndef each(values, call):\n    for value in values:\n        try: call(value)\n        except BaseException as error: print(repr(error), error.args)\nclass Box:\n    def __init__(self, x): self.x = x\n    def __eq__(self, other): return self.x == other.x\n", `"""NONCE-module"""
import unittest
from main import add, each, Box
NONCE_GLOBAL = "NONCE-global"
class NONCE_Case(unittest.TestCase):
    """NONCE-class"""
    def test_NONCE_name(self):
        "NONCE-test"
        # NONCE-comment
        self.assertEqual(add(1, 2), 777003, "NONCE-message")
    def test_list(self):
        self.assertEqual([add(2, 1)], [777003, "NONCE-expected"])
    def test_compared(self):
        self.assertIn(Box(1), [777003, "NONCE-other"])
    def test_callback(self):
        def call(value):
            assert value == 777003, "NONCE-callback"
        each([5], call)
    def test_method(self):
        each([6], self.check_it)
    def check_it(self, value):
        self.assertEqual(value, 777003)
    def test_data(self):
        self.assertEqual(open("expected.txt").read(), add(0, 0))
def test_plain():
    assert add(5, 5) == 777003, NONCE_GLOBAL
`);
    expect(statuses).toEqual(Array.from({ length: 7 }, () => "failed"));
    expect(sent).toContain('"a"');
    expect(sent).not.toMatch(/NONCE|777003|main_test|test_list|expected\.txt/);
  });

  it("starts anew for each run", async () => {
    const main = "import builtins, os\nseen = [getattr(builtins, 'left', None), os.path.exists('/tmp/left')]\nbuiltins.left = 1\nopen('/tmp/left', 'w').close()\n";
    const test = "import main\ndef test_alone():\n    assert main.seen == [None, False]\n";
    expect((await run(main, test)).statuses).toEqual(["passed"]);
    expect((await run(main, test)).statuses).toEqual(["passed"]);
  });

  it("has the packages of the operator's wheels, their data too", async () => {
    const { statuses, stop } = await run("from stairs import climb\ndef up(n): return climb(n)\n", "import stairs\nfrom main import up\ndef test_up():\n    assert up(2) == 6 == stairs.climb(2)\n");
    expect(stop).toBeNull();
    expect(statuses).toEqual(["passed"]);
  });

  it("does not run code of the learner's in the judge's, however a test comes to it", async () => {
    for (const way of ["exec(open('main.py').read())", "import importlib.machinery; importlib.machinery.SourceFileLoader('other', 'main.py').load_module()", "exec(compile(open('main.py').read(), 'main.py', 'exec'))"]) {
      const { statuses, stop } = await run("import sys\nsys.modules['unittest'] = None\n", `def test_a():\n    ${way}\n`);
      expect(stop?.message ?? statuses.join()).toMatch(/imports the program instead/);
    }
  });
});

describe("the operator's wheels", () => {
  it.each([
    ["numbers-1.0-cp314-cp314-linux_x86_64.whl", zip({ a: "" }), /is not a wheel of pure Python/],
    ["short.whl", zip({ a: "" }), /is not named like a wheel/],
    ["cut-1.0-py3-none-any.whl", Buffer.from("PK\u0003\u0004 and no more"), /is no whole zip archive/],
    ["other-1.0-py3-none-any.whl", zip({ "a.txt": "" }), /is a zip archive but no wheel/],
  ])("refuse %s in a sentence", (name, bytes, expected) => {
    const bad = mkdtempSync(join(tmpdir(), "wheels-"));
    writeFileSync(join(bad, name), bytes);
    expect(() => findWheels(bad)).toThrow(expected);
    rmSync(bad, { recursive: true });
  });

  it("refuse a folder that is not there", () => {
    expect(() => findWheels("/nowhere/at/all")).toThrow(/the folder \/nowhere\/at\/all can't be read/);
  });
});
