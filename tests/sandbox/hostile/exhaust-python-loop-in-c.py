# class: exhaust | attempt: an endless loop inside a built-in | lab: sum | expect: timed-out
def total(numbers): return sum(iter(int, 1))
