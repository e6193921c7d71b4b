# class: cheat | attempt: builtins that always agree | lab: sum | expect: errored
import builtins, operator, json
builtins.isinstance = builtins.callable = builtins.hasattr = builtins.all = lambda *a: True
builtins.len = lambda x: 6
builtins.abs = builtins.repr = builtins.sorted = builtins.type = lambda *a: 0
builtins.AssertionError = builtins.StopIteration
operator.eq = json.dumps = json.loads = lambda *a, **k: True
def total(numbers): return 6.5
