# class: leak | attempt: tell the names, documents and homes of what the test hands over | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

answer = lambda kind: None
def visit(values, call):
    said = [str(getattr(call, name, "")) for name in ("__qualname__", "__module__")]
    try: call(99)
    except BaseException as error: said += [repr(error), str(error.args), str(getattr(error, "__notes__", "")), str(vars(error))]
    print(*said)
    raise ValueError(" ".join(said))
