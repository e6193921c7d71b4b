# class: cheat | attempt: speak to the judge's interpreter in the membrane's own words | lab: sum | expect: errored
import gc, json
def total(numbers):
    membrane = next(thing for thing in gc.get_objects() if type(thing).__name__ == "Membrane" and not thing.strict)
    for handle in range(400):
        for operation, arguments in (("getattr", ["__globals__"]), ("setattr", ["problem", None]), ("call", []), ("special", ["__eq__", 1])):
            membrane.send(json.dumps({"op": operation, "on": {"h": handle}, "a": arguments, "k": {}, "s": [], "o": []}))
    return -1
