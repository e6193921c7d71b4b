# class: exhaust | attempt: a result nested a hundred thousand times | lab: sum | expect: failed
def total(numbers):
    result = []
    for _ in range(100_000): result = [result]
    return result
