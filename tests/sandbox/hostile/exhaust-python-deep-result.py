# class: exhaust | attempt: a result nested twenty thousand times | lab: sum | expect: failed
def total(numbers):
    result = []
    for _ in range(20_000): result = [result]
    return result
