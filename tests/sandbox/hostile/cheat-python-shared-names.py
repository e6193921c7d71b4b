# class: cheat | attempt: have the judge call what both sides have by name | lab: sum | expect: errored
import gc, json
def total(numbers):
    membrane = next(thing for thing in gc.get_objects() if type(thing).__name__ == "Membrane" and not thing.strict)
    return membrane.send(json.dumps({"op": "call", "on": {"B": "operator:call"}, "a": [{"B": "operator:attrgetter"}, "__globals__"], "k": {}, "s": [], "o": []}))
