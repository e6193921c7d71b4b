# class: exhaust | attempt: a number whose text is longer than the limit | lab: sum | expect: failed
def total(numbers): return 10 ** 100_000
