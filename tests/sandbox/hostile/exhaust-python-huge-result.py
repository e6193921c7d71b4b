# class: exhaust | attempt: a result of many megabytes | lab: sum | expect: failed
def total(numbers): return "x" * 20_000_000
