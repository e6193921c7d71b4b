# class: exhaust | attempt: one multiplication too large | lab: sum | expect: timed-out
def total(numbers): return 7 ** 10 ** 9
