# class: exhaust | attempt: small lists without end | lab: sum | expect: out-of-memory
def total(numbers):
    kept = []
    while True: kept.append([0] * 100_000)
