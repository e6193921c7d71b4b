# class: cheat | attempt: numbers that are no numbers | lab: sum | expect: failed
nan = float("nan")
def total(numbers): return nan if numbers else -0.5e-400j
