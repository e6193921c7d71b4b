# class: cheat | attempt: a generator that gives what was asked for last | lab: sum | expect: failed
def answers():
    got = yield
    while True: got = yield got
generator = answers()
next(generator)
def total(numbers): return generator
