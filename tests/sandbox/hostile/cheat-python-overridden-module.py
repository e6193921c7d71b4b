# class: cheat | attempt: a module that is an object with answers for every name | lab: sum | expect: failed
import sys, types
class Everything(types.ModuleType):
    def __getattr__(self, name): return lambda *a, **k: Everything(name)
    def __eq__(self, other): return True
    def __call__(self, *a): return self
sys.modules[__name__] = Everything(__name__)
