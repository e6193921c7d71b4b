# class: cheat | attempt: stop the runner as a person would | lab: sum | expect: failed
class Stop(KeyboardInterrupt, GeneratorExit): pass
def total(numbers): raise (Stop if numbers else KeyboardInterrupt)("stop")
