# class: cheat | attempt: answer with a type that does not cross | lab: sum | expect: errored
import gc
membrane = next(thing for thing in gc.get_objects() if type(thing).__name__ == "Membrane" and not thing.strict)
def total(numbers):
    membrane.encode = lambda value, told: {"x": "os.system", "a": ["true"]}
    return 6
