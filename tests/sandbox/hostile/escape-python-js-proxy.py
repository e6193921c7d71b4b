# class: escape | attempt: a JavaScript function found by the garbage collector, and its constructor | lab: sum | expect: errored
import gc
def total(numbers):
    out = []
    for thing in gc.get_objects():
        for value in (vars(thing).values() if hasattr(thing, "__dict__") and type(getattr(thing, "__dict__", None)) is dict else ()):
            if type(value).__name__ == "JsProxy":
                for code in ("return typeof require + typeof process + typeof WebAssembly", "return globalThis.constructor.constructor('return this')().process", "return import('node:fs')"):
                    try: out.append(str(value.constructor(code)()))
                    except BaseException as error: out.append(type(error).__name__)
    return " ".join(out[:6]) if any("CANARY" in text or "function" in text for text in out) else -1
