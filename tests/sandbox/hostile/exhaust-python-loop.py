# class: exhaust | attempt: an endless loop | lab: sum | expect: timed-out
def total(numbers):
    while True: pass
