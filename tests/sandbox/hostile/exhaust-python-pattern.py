# class: exhaust | attempt: a regular expression that never comes back | lab: sum | expect: timed-out
import re
def total(numbers): return re.match(r"(a+)+$", "a" * 40 + "b")
