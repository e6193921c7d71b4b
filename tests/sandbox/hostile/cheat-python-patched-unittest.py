# class: cheat | attempt: assertions and results of unittest that do nothing | lab: sum | expect: failed
import sys, unittest
for name in dir(unittest.TestCase):
    if name.startswith("assert") or name in ("run", "fail"):
        setattr(unittest.TestCase, name, lambda *a, **k: None)
unittest.TestResult.addFailure = unittest.TestResult.addError = lambda *a: None
unittest.TestResult.wasSuccessful = lambda self: True
sys.modules["pytest"] = sys.modules[__name__]
def total(numbers): return -1
