# class: leak | attempt: leave a mark for the next run in everything that could outlive this one | lab: sum | expect: failed
import builtins, os, sys, tempfile
seen = [getattr(builtins, "mark", None), os.environ.get("MARK"), sys.modules.get("mark"), os.path.exists("/tmp/mark"), os.path.exists("/home/mark")]
builtins.mark = os.environ["MARK"] = "CANARY"
sys.modules["mark"] = sys
for path in ("/tmp/mark", "/home/mark"):
    with open(path, "w") as file: file.write("CANARY")
def total(numbers): return "CANARY" if any(seen) else -1
