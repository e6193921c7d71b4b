# class: exhaust | attempt: printing without end | lab: sum | expect: too-much-output
def total(numbers):
    while True: print("flood " * 100)
