# class: escape | attempt: from a callback of the test to its globals, code and frames | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

answer = lambda kind: None
def visit(values, call):
    found = []
    for name in ("__globals__", "__code__", "__closure__", "__builtins__", "__defaults__", "__self__", "__func__", "__dict__", "__class__", "__wrapped__", "f_back", "gi_frame", "__reduce_ex__"):
        try:
            value = getattr(call, name)
            found.append(f"{name} {value} {dir(value)}")
        except Exception as error: pass
    for name in ("__membrane__",):
        try: call("x", **{name: 1})
        except BaseException as error:
            step = error.__traceback__
            while step: found.append(str(step.tb_frame.f_locals)[:500]); step = step.tb_next
    print([text for text in found if "6f1d0c" in text and "value" not in text])
    raise ValueError(*[text for text in found if "NONCE-" in text])
