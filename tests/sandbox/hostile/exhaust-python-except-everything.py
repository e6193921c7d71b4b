# class: exhaust | attempt: a loop that survives every error | lab: sum | expect: timed-out
def total(numbers):
    while True:
        try:
            while True: pass
        except BaseException: continue
        finally: continue
