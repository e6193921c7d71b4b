import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready(["python"]);
});
afterAll(async () => {
  await sandbox.close(0);
});

async function grade(main: string, test: string, more: Partial<GradeRequest> = {}): Promise<GradeResult> {
  const answer = await sandbox.grade({ language: "python", files: { "main.py": main }, tests: [{ path: "main_test.py", text: test, group: "visible" }], ...more });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
/** All tests of `test` must pass; a failure says which did not and why. */
async function requirePass(main: string, test: string, more: Partial<GradeRequest> = {}): Promise<GradeResult> {
  const result = await grade(main, test, more);
  expect({ message: result.message, bad: result.tests.filter(({ status }) => status !== "passed") }).toEqual({ message: null, bad: [] });
  expect(result.outcome).toBe("passed");
  return result;
}

it("finds files written for the run without importing or reading anew what the library has", async () => {
  const result = await requirePass(
    "",
    "import sys\nfrom main import name, seen\ndef test_learner():\n    assert name() == 'part'\n    assert seen() is False\ndef test_judge():\n    assert 'importlib.metadata' not in sys.modules\n",
    { files: { "main.py": "import sys\nimport part\ndef seen():\n    return 'importlib.metadata' in sys.modules\ndef name():\n    return part.NAME\n", "part.py": "NAME = 'part'\n" } },
  );
  expect(result.tests).toHaveLength(2);
});

describe("what a learner is told", () => {
  it("shows values, the learner's line of an error, and output test by test", async () => {
    const result = await grade(
      'print("loading")\ndef add(a, b):\n    print("adding", a, b)\n    return a - b\ndef boom():\n    return [][1]\n',
      "import unittest\nfrom main import add, boom\nclass AddTest(unittest.TestCase):\n    def test_adds(self):\n        self.assertEqual(add(1, 2), 3)\n    def test_booms(self):\n        boom()\ndef test_plain():\n    assert add(2, 2) == 4\ndef test_words():\n    assert add(1, 1), 'should be something'\n",
    );
    expect(result).toMatchObject({
      outcome: "failed", score: 0, output: "loading\n", message: null,
      tests: [
        { name: "AddTest > test_adds", status: "failed", expected: "3", actual: "-1", output: "adding 1 2\n", location: null },
        { name: "AddTest > test_booms", message: "IndexError: list index out of range", location: { path: "main.py", line: 6 } },
        { name: "test_plain", message: "assert 0 == 4", expected: "4", actual: "0" },
        { name: "test_words", message: "should be something" },
      ],
    });
    expect(result.engine).toMatch(/^rung-python\/\d+ pyodide\/314\.\d+\.\d+ /);
  });

  it.each([
    ["a syntax error", "def f(x)\n    return x\n", /^main\.py could not be read: SyntaxError: expected ':' \(line 1\)$/],
    ["wrong indentation", "def f(x):\nreturn x\n", /^main\.py could not be read: IndentationError: .* \(line 2\)$/],
    ["a throw while loading", "def f(x): return x\n\n1 / 0\n", /^main\.py could not be loaded: ZeroDivisionError: division by zero \(main\.py, line 3\)$/],
    ["leaving while loading", "import sys\ndef f(x): return x\nsys.exit()\n", /^main\.py could not be loaded: SystemExit/],
    ["a missing module", "import numpy\ndef f(x): return x\n", /^main\.py could not be loaded: ModuleNotFoundError: No module named 'numpy' \(main\.py, line 1\)$/],
  ])("says what is wrong with %s", async (_what, source, expected) => {
    const result = await grade(source, "from main import f\ndef test_f():\n    assert f(1) == 1\n");
    expect(result).toMatchObject({ outcome: "errored", score: 0 });
    expect(result.message).toMatch(expected);
  });

  it("fails only the tests that need a name which is not there", async () => {
    const result = await grade("def one(): return 1\n", "from main import one, two\ndef test_one():\n    assert one() == 1\ndef test_two():\n    assert callable(two)\n");
    expect(result.tests).toMatchObject([{ status: "passed" }, { status: "failed", message: "main.py does not define two" }]);
  });

  it("shows tracebacks of the learner's frames only", async () => {
    const result = await grade("import traceback\ndef f():\n    traceback.print_stack()\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        traceback.print_exc()\n", "from main import f\ndef test_f():\n    f()\n");
    const output = result.tests[0]?.output ?? "";
    expect(output).toContain('File "main.py", line 5, in f');
    expect(output).not.toMatch(/rung|lib/);
  });
});

describe("tests as people write them", () => {
  it("runs unittest's own ways", async () => {
    const result = await grade("def half(x):\n    return x / 2\n", `import unittest
from main import half
class Base(unittest.TestCase):
    log = []
    @classmethod
    def setUpClass(cls): cls.log.append("class")
    def setUp(self): self.log.append("test")
    def tearDown(self): self.log.append("down")
class HalfTest(Base):
    def test_subtests(self):
        for x in (2, 4, 6):
            with self.subTest(x=x): self.assertEqual(half(x), x / 2)
    def test_values(self):
        self.assertAlmostEqual(half(1), 0.5); self.assertGreater(half(4), 1); self.assertIn(half(2), [1.0]); self.assertIsInstance(half(2), float)
        self.assertRaises(TypeError, half, None)
        with self.assertRaisesRegex(TypeError, "unsupported"): half("x")
        self.assertCountEqual([half(2), half(4)], [2.0, 1.0]); self.assertDictEqual({"a": half(2)}, {"a": 1.0}); self.assertListEqual([half(2)], [1.0])
    def test_hooks(self): self.assertEqual(self.log[0], "class"); self.assertEqual(self.log.count("class"), 1); self.assertIn("down", self.log)
    @unittest.skip("later")
    def test_skipped(self): self.fail()
    @unittest.expectedFailure
    def test_expected(self): self.assertEqual(half(2), 7)
    def test_bad_subtests(self):
        for x in (2, 4, 6):
            with self.subTest(x=x): self.assertEqual(half(x), 2)
class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.ready = True
    async def test_async(self): self.assertTrue(self.ready)
unittest.main()
`);
    expect(result.tests.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "HalfTest > test_subtests passed", "HalfTest > test_values passed", "HalfTest > test_hooks passed", "HalfTest > test_skipped skipped", "HalfTest > test_expected passed",
      "HalfTest > test_bad_subtests failed", "AsyncTest > test_async passed",
    ]);
    expect(result.tests[5]?.message).toMatch(/1 more of this test's cases/);
  });

  it("runs pytest's ways: fixtures, parameters, marks, raises, approx", async () => {
    const result = await grade("def area(r): return 3.141592653589793 * r * r\ndef check(n):\n    if n < 0: raise ValueError('negative: %d' % n)\n    return n\n", `import pytest
from main import area, check
made = []
@pytest.fixture
def radius(): return 2
@pytest.fixture(scope="module")
def shared():
    made.append(1)
    yield made
    made.append(2)
@pytest.fixture(params=[1, 2])
def each(request): return request.param
@pytest.fixture(autouse=True)
def always(): made.append("auto")
@pytest.mark.parametrize("r, expected", [(1, 3.14159265), pytest.param(2, 12.5663706, id="two")])
def test_area(r, expected): assert area(r) == pytest.approx(expected)
def test_fixture(radius, shared): assert area(radius) == pytest.approx(12.566, abs=0.01) and shared[0] == "auto"
def test_params(each): assert check(each) in (1, 2)
@pytest.mark.task(taskno=1)
class TestCheck:
    def setup_method(self): self.n = 5
    def test_ok(self): assert check(self.n) == 5
    @pytest.mark.parametrize("n", [-1, -2])
    def test_raises(self, n):
        with pytest.raises(ValueError, match="negative") as info: check(n)
        assert str(info.value) == f"negative: {n}"
        assert info.type is ValueError
@pytest.mark.skip(reason="later")
def test_skipped(): assert False
@pytest.mark.xfail
def test_expected(): assert False
async def test_async(): assert check(1) == 1
def test_files(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text("x")
    print("hello")
    assert capsys.readouterr().out == "hello\\n"
    monkeypatch.setattr("main.area", lambda r: 0)
    import main
    assert main.area(3) == 0
def test_undone():
    import main
    assert main.area(0) == 0.0 and main.area(1) > 3
`);
    expect(result.outcome).toBe("passed");
    expect(result.tests.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "test_area[1-3.14159265] passed", "test_area[two] passed", "test_fixture passed", "test_params[1] passed", "test_params[2] passed", "TestCheck > test_ok passed",
      "TestCheck > test_raises[-1] passed", "TestCheck > test_raises[-2] passed", "test_skipped skipped", "test_expected passed", "test_async passed", "test_files passed", "test_undone passed",
    ]);
  });

  it("feeds standard input and reads standard output, in every usual way", async () => {
    expect.hasAssertions();
    await requirePass(`import sys
def greet():
    name = input("Name? ")
    print("Hello,", name)
if __name__ == "__main__":
    total = sum(int(line) for line in sys.stdin)
    print("total", total, file=sys.stderr)
    sys.exit(3 if total > 5 else 0)
`, `import io, sys, contextlib, runpy, subprocess, unittest
from unittest.mock import patch
import main
class T(unittest.TestCase):
    def test_patched_input(self):
        with patch("builtins.input", side_effect=["Ada"]) as asked, patch("sys.stdout", new_callable=io.StringIO) as out:
            main.greet()
        self.assertEqual(out.getvalue(), "Hello, Ada\\n")
        asked.assert_called_once_with("Name? ")
    def test_patched_stdin(self):
        out = io.StringIO()
        with patch("sys.stdin", io.StringIO("Bob\\n")), contextlib.redirect_stdout(out): main.greet()
        self.assertEqual(out.getvalue(), "Name? Hello, Bob\\n")
    @patch("builtins.print")
    def test_patched_print(self, printed):
        with patch("builtins.input", return_value="Cy"): main.greet()
        printed.assert_called_once_with("Hello,", "Cy")
    def test_nothing_to_read(self):
        with self.assertRaises(EOFError): main.greet()
    def test_process(self):
        done = subprocess.run([sys.executable, "main.py"], input="1\\n2\\n3\\n", capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (3, "", "total 6\\n"))
    def test_runpy(self):
        with patch("sys.stdin", io.StringIO("1\\n")): values = runpy.run_path("main.py", run_name="__main__x")
        self.assertIn("greet", values)
def test_capsys(capsys, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda *a: "Eve")
    main.greet()
    assert capsys.readouterr().out == "Hello, Eve\\n"
`);
  });

  it("patches the library for the program, and files and the environment reach both sides", async () => {
    expect.hasAssertions();
    await requirePass("", `import json, os, time, random, importlib
from unittest.mock import patch, mock_open
import main
def test_patch(): 
    with patch("random.randint", return_value=99): assert main.roll() == 99
    assert 1 <= main.roll() <= 6
def test_sleep_takes_no_time():
    before = time.perf_counter()
    assert main.wait() - before >= 1000
@patch.dict(os.environ, {"LAB_HOME": "here"})
def test_environment(): assert main.home() == "here"
def test_environment_is_restored(): assert main.home() == "none"
def test_files(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("a b c")
    assert main.count(path) == 3
    path.write_text("a b")
    assert main.count(str(path)) == 2
    main.save(tmp_path / "out.json", {"a": [1]})
    assert json.loads((tmp_path / "out.json").read_text()) == {"a": [1]}
def test_mock_open():
    with patch("builtins.open", mock_open(read_data="x y")): assert main.count("nowhere") == 2
def test_given_files(): assert main.read_rows() == "a,b\\n" and open("rows.csv").read() == "a,b\\n"
def test_seed():
    random.seed(7); one = main.roll(), main.roll(), main.roll()
    random.seed(7); assert one == (main.roll(), main.roll(), main.roll())
def test_reload():
    main.roll = None
    importlib.reload(main)
    assert callable(main.roll)
`, { files: {
      "main.py": `import os, random, time, json
def roll(): return random.randint(1, 6)
def wait():
    time.sleep(1000)
    return time.perf_counter()
def home(): return os.environ.get("LAB_HOME", "none")
def count(path):
    with open(path) as file: return len(file.read().split())
def save(path, data):
    with open(path, "w") as file: json.dump(data, file)
def read_rows():
    with open("rows.csv") as file: return file.read()
`, "rows.csv": "a,b\n",
    } });
  });
});

describe("programs as people write them", () => {
  it("lets tests use classes, errors, operators, enums, dataclasses, generators and callbacks as if they were near", async () => {
    expect.hasAssertions();
    await requirePass(`
from abc import ABC, abstractmethod
from collections import namedtuple, Counter
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import total_ordering
class Overdrawn(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} missing"); self.missing = missing
class Account:
    count = 0
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.log = owner, balance, []
        Account.count += 1
    def withdraw(self, amount):
        if amount > self.balance: raise Overdrawn(amount - self.balance) from KeyError("x")
        self.balance -= amount; self.log.append(("out", amount)); return self.balance
    def __eq__(self, other): return isinstance(other, Account) and self.owner == other.owner
    def __repr__(self): return f"Account({self.owner!r})"
    def __len__(self): return len(self.log)
    def __iter__(self): return iter(self.log)
    @property
    def rich(self): return self.balance > 1000
    @staticmethod
    def bank(): return "Rung"
    @classmethod
    def empty(cls): return cls("nobody")
Point = namedtuple("Point", "x y")
class Color(Enum): RED = 1; BLUE = 2
class Level(IntEnum): LOW = 1
@dataclass(order=True)
class Box:
    w: int
    h: int = 2
    tags: list = field(default_factory=list)
@total_ordering
class Version:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
class Stack(list):
    def push(self, x): self.append(x)
    def top(self): return self[-1]
class Shape(ABC):
    def __init__(self, name): self.name = name
    @abstractmethod
    def area(self): ...
    def describe(self): return f"{self.name} of {self.area()}"
class Vec:
    def __init__(self, x): self.x = x
    def __add__(self, o): return Vec(self.x + o.x)
    def __mul__(self, n): return Vec(self.x * n)
    def __neg__(self): return Vec(-self.x)
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __getitem__(self, i): return self.x + i
    def __contains__(self, i): return i == self.x
    def __bool__(self): return self.x != 0
    def __enter__(self): return self
    def __exit__(self, *a): self.closed = True
    def __call__(self, y): return self.x + y
def squares(n):
    for i in range(n): yield i * i
def apply(f, *xs): return [f(x) for x in xs]
def sort_in_place(xs): xs.sort()
def compose(*fs):
    def inner(x):
        for f in fs: x = f(x)
        return x
    return inner
`, `
import copy, dataclasses, unittest
from main import *
from main import Account
class T(unittest.TestCase):
    def test_account(self):
        a = Account("Ada", 100)
        self.assertEqual(a.withdraw(30), 70)
        self.assertEqual(a.log, [("out", 30)]); self.assertEqual(len(a), 1); self.assertEqual(list(a), [("out", 30)]); self.assertFalse(a.rich)
        with self.assertRaises(Overdrawn) as caught: a.withdraw(130)
        self.assertEqual(caught.exception.missing, 60); self.assertEqual(str(caught.exception), "60 missing"); self.assertIsInstance(caught.exception.__cause__, KeyError)
        self.assertEqual(Account("Bob"), Account("Bob")); self.assertNotEqual(Account("Bob"), Account("Eve")); self.assertEqual(repr(a), "Account('Ada')")
        a.balance = 5; self.assertEqual(a.balance, 5); a.log.append("x"); self.assertEqual(len(a), 2)
        self.assertEqual(Account.bank(), "Rung"); self.assertIsInstance(Account.empty(), Account); self.assertTrue(hasattr(a, "owner")); self.assertFalse(hasattr(a, "nothing"))
        self.assertEqual(vars(a)["owner"], "Ada")
    def test_values(self):
        self.assertEqual(Point(1, 2), (1, 2)); self.assertEqual(Point(1, 2).y, 2); x, y = Point(3, 4); self.assertEqual((x, y), (3, 4)); self.assertEqual(Point(1, 2)._replace(x=5), (5, 2))
        self.assertIs(Color.RED, Color(1)); self.assertEqual([c.name for c in Color], ["RED", "BLUE"]); self.assertEqual(Level.LOW, 1); self.assertEqual({Color.RED: 1}[Color["RED"]], 1)
        self.assertEqual(Box(1), Box(1, 2)); self.assertLess(Box(1), Box(2)); self.assertEqual(dataclasses.asdict(Box(1)), {"w": 1, "h": 2, "tags": []})
        self.assertEqual(sorted([Version(2), Version(1)])[0], Version(1)); self.assertTrue(Version(2) >= Version(1))
        b = Box(1, 2, [3]); c = copy.deepcopy(b); c.tags.append(4); self.assertEqual(b.tags, [3]); self.assertEqual(c.tags, [3, 4])
        match Box(7, 8):
            case Box(w, h): self.assertEqual((w, h), (7, 8))
    def test_list_subclass(self):
        s = Stack([1]); s.push(2); s.append(3)
        self.assertEqual(s, [1, 2, 3]); self.assertEqual(s.top(), 3); self.assertEqual(s.pop(), 3); self.assertEqual(len(s), 2); self.assertEqual([*s], [1, 2])
    def test_operators(self):
        self.assertEqual(Vec(1) + Vec(2), Vec(3)); self.assertEqual(Vec(2) * 3, Vec(6)); self.assertEqual(-Vec(1), Vec(-1)); self.assertEqual(Vec(1)[4], 5); self.assertIn(3, Vec(3))
        self.assertFalse(Vec(0)); self.assertEqual(len({Vec(1), Vec(1)}), 1); self.assertEqual(Vec(1)(2), 3)
        with Vec(1) as v: pass
        self.assertTrue(v.closed)
    def test_functions(self):
        g = squares(4); self.assertEqual(next(g), 0); self.assertEqual(list(g), [1, 4, 9])
        seen = []; self.assertEqual(apply(lambda x: seen.append(x) or x + 1, 1, 2), [2, 3]); self.assertEqual(seen, [1, 2])
        xs = [3, 1, 2]; sort_in_place(xs); self.assertEqual(xs, [1, 2, 3])
        self.assertEqual(compose(lambda x: x + 1, str)(3), "4"); self.assertEqual(eval(repr(Point(1, 2))), Point(1, 2))
    def test_extended(self):
        class Square(Shape):
            def __init__(self, side):
                super().__init__("square"); self.side = side
            def area(self): return self.side ** 2
            def describe(self): return super().describe() + "!"
        s = Square(3)
        self.assertEqual(s.describe(), "square of 9!"); self.assertIsInstance(s, Shape); self.assertEqual(s.side, 3)
        with self.assertRaises(TypeError): Shape("x")
`);
  });

  it("runs threads that sleep: a thousand of them, and some while they hold a lock", async () => {
    expect.hasAssertions();
    await requirePass(`
import threading, time
class Till:
    def __init__(self, lock): self.total, self.lock = 0, lock
    def add(self):
        with self.lock:
            before = self.total
            time.sleep(0.01)
            self.total = before + 1
def add_up(kind, times):
    till = Till(getattr(threading, kind)())
    clerks = [threading.Thread(target=till.add) for _ in range(times)]
    [clerk.start() for clerk in clerks]; [clerk.join() for clerk in clerks]
    return till.total
class Tally:
    def __init__(self): self.count = 0
    def change(self, by): self.count += by
`, `
import threading, time
import main
def test_locks(): assert (main.add_up("Lock", 20), main.add_up("RLock", 20)) == (20, 20)
def test_a_thousand():
    tally = main.Tally()
    def come_and_go():
        tally.change(3); time.sleep(0.001); tally.change(-3)
    guests = [threading.Thread(target=come_and_go) for _ in range(1000)]
    for guest in guests: guest.start()
    for guest in guests: guest.join()
    assert tally.count == 0
`);
  });

  it("lets a program call a test's objects as it would a function, and initialise them anew", async () => {
    expect.hasAssertions();
    await requirePass(`
def ring(bell): return bell(1, *[2], loud=True, **{"times": 3})
def renew(box): box.__init__(5, label="new")
def read(name): return open(name, encoding="utf-8").read()
`, `
import io
from unittest import mock
import main
def test_mock():
    bell = mock.Mock(return_value="ding")
    assert main.ring(bell) == "ding"
    assert bell.call_args == mock.call(1, 2, loud=True, times=3)
def test_own_class():
    class Bell:
        def __call__(self, *args, **kwargs): return [args, kwargs]
    assert main.ring(Bell()) == [(1, 2), {"loud": True, "times": 3}]
def test_initialise():
    class Box:
        def __init__(self, size, label="old"): self.size, self.label = size, label
    box = Box(1); main.renew(box)
    assert (box.size, box.label) == (5, "new")
@mock.patch("main.open", side_effect=lambda name, **_: io.StringIO("of " + name), create=True)
def test_open(opened, tmp_path):
    assert main.read("shelf.txt") == "of shelf.txt"
    opened.assert_called_once_with("shelf.txt", encoding="utf-8")
    assert tmp_path.is_dir()
class TestPatched:
    @mock.patch("main.open", side_effect=lambda name, **_: io.StringIO("by " + name), create=True)
    def test_open(self, opened): assert main.read("shelf.txt") == "by shelf.txt"
`);
  });

  it("gives a test what a program's class has from a class of the library", async () => {
    expect.hasAssertions();
    await requirePass(`
import collections, collections.abc, io
class Shelf(collections.abc.Mapping):
    def __init__(self, **books): self.books = books
    def __getitem__(self, key): return self.books[key]
    def __iter__(self): return iter(sorted(self.books))
    def __len__(self): return len(self.books)
class Shouted(collections.UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.upper(), value)
class Prices(collections.UserList):
    def total(self): return sum(self.data)
class Tape(io.BytesIO):
    def twice(self): return self.getvalue() * 2
`, `
import main
def test_mapping():
    shelf = main.Shelf(b=2, a=1)
    assert "a" in shelf and "z" not in shelf
    assert shelf == main.Shelf(a=1, b=2) and shelf != main.Shelf(a=1)
    assert dict(shelf.items()) == {"a": 1, "b": 2}
def test_user_dict():
    shouted = main.Shouted(); shouted["a"] = 1
    assert (shouted["A"], "A" in shouted, len(shouted), list(shouted)) == (1, True, 1, ["A"])
def test_user_list():
    prices = main.Prices([1, 2]); prices.append(3)
    assert (prices.total(), prices[-1], len(prices), list(prices + [4])) == (6, 3, 3, [1, 2, 3, 4])
def test_file():
    with main.Tape(b"ab") as tape: assert (tape.twice(), [*tape]) == (b"abab", [b"ab"])
`);
  });

  it("raises a test's number to a program's, which makes a number, but lets nobody choose a difference that way", async () => {
    const main = `
class Part:
    def __init__(self, value): self.value = value
    def __rpow__(self, base): return base ** self.value
    def __sub__(self, other): return Part(0.0)
`;
    const result = await grade(main, `
import math
from main import Part
def test_power(): assert math.isclose(9 ** Part(0.5), 3)
def test_difference(): assert 2 ** (Part(5) - 3) == 1
`);
    expect(result.tests).toMatchObject([{ status: "passed" }, { status: "failed", message: expect.stringContaining("__rpow__") }]);
  });

  it("runs threads, coroutines and pools to the same end without waiting", async () => {
    expect.hasAssertions();
    await requirePass(`
import asyncio, threading, queue, time
from concurrent.futures import ThreadPoolExecutor
class Counter:
    def __init__(self): self.n, self.lock = 0, threading.Lock()
    def add(self):
        with self.lock: self.n += 1
def count(k):
    c = Counter(); ts = [threading.Thread(target=c.add) for _ in range(k)]
    [t.start() for t in ts]; [t.join() for t in ts]
    return c.n
def pipeline(items):
    q, out = queue.Queue(), []
    def work():
        while (item := q.get()) is not None: out.append(item * 2)
    t = threading.Thread(target=work); t.start()
    for item in items: q.put(item)
    q.put(None); t.join()
    return out
def pooled(xs):
    with ThreadPoolExecutor(4) as pool: return list(pool.map(lambda x: x * x, xs))
async def later(x):
    await asyncio.sleep(5)
    return x + 1
async def all_of(*xs): return await asyncio.gather(*map(later, xs))
def run(): return asyncio.run(all_of(1, 2))
def stuck():
    lock = threading.Lock(); lock.acquire(); lock.acquire()
`, `
import asyncio, threading, time, unittest
import main
def test_threads(): assert main.count(100) == 100
def test_pipeline(): assert main.pipeline([1, 2]) == [2, 4]
def test_pool(): assert main.pooled([1, 2, 3]) == [1, 4, 9]
def test_own_threads():
    c = main.Counter()
    ts = [threading.Thread(target=c.add) for _ in range(50)]
    for t in ts: t.start()
    for t in ts: t.join()
    assert c.n == 50
def test_run(): assert main.run() == [2, 3]
async def test_await(): assert await main.later(1) == 2
class A(unittest.IsolatedAsyncioTestCase):
    async def test_gather(self):
        self.assertEqual(await asyncio.gather(main.later(1), main.later(2)), [2, 3])
    async def test_timeout(self):
        async def slow(): await asyncio.sleep(9)
        with self.assertRaises(TimeoutError): await asyncio.wait_for(slow(), 1)
def test_deadlock_is_said():
    try: main.stuck()
    except RuntimeError as error: assert "for ever" in str(error)
    else: assert False
`);
  });

  it("draws the same for the same seed, in both interpreters", async () => {
    const draw = async (seed: string): Promise<string> =>
      (await requirePass("import random, uuid\nprint(random.random(), uuid.uuid4())\n", "import random, main\nprint(random.random())\ndef test_a(): pass\n", { seed })).output;
    const [one, again, other] = [await draw("one"), await draw("one"), await draw("other")];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    const [learners, judges] = one.split("\n");
    expect(learners).not.toContain(judges);
  });
});

describe("limits", () => {
  const total = "from main import total\ndef test_first():\n    pass\ndef test_total():\n    assert total([1, 2]) == 3\ndef test_last():\n    pass\n";

  it("ends recursion and huge numbers in their own errors", async () => {
    const result = await grade("def total(xs): return total(xs)\ndef big(): return len(str(10 ** 100000))\n", `${total}from main import big\ndef test_big():\n    big()\n`);
    expect(result).toMatchObject({ outcome: "failed", tests: [{ status: "passed" }, { status: "failed", location: { path: "main.py", line: 1 } }, { status: "passed" }, { status: "failed" }] });
    expect(result.tests[1]?.message).toMatch(/^RecursionError: maximum recursion depth exceeded/);
    expect(result.tests[3]?.message).toMatch(/^ValueError: Exceeds the limit \(4300 digits\) for integer string conversion/);
  });

  it("lets a program be heard that is stopped", async () => {
    const result = await grade('def total(xs):\n    print("here I am")\n    while True: pass\n', total, { limits: { cpuMs: 500, wallMs: 5_000 } });
    expect(result).toMatchObject({ outcome: "timed-out", tests: [{ status: "passed" }, { status: "errored" }, { status: "skipped" }] });
  });

  it("tells memory from output", async () => {
    expect(await grade("def total(xs):\n    a = []\n    while True: a.append(bytearray(1_000_000))\n", total)).toMatchObject({ outcome: "out-of-memory", tests: [{ status: "passed" }, { status: "errored" }, { status: "skipped" }] });
    expect(await grade("def total(xs):\n    while True: print('x' * 1000)\n", total)).toMatchObject({ outcome: "too-much-output" });
    await requirePass("def total(xs): return sum(xs)\n", total);
  });
});
