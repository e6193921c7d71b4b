# class: escape | attempt: the ways from Python to JavaScript | lab: sum | expect: failed
import importlib
found = []
for name in ("js", "pyodide_js", "pyodide", "pyodide.ffi", "pyodide.code", "_pyodide_core", "_pyodide", "pyodide_js._api"):
    try: found.append(importlib.import_module(name))
    except ImportError: pass
def total(numbers): return "CANARY" if found else -1
