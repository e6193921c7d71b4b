# class: escape | attempt: take the guest's own code apart and load it anew | lab: sum | expect: failed
import gc, sys, types
for thing in gc.get_objects():
    if isinstance(thing, types.FunctionType) and "/rung/" in thing.__code__.co_filename and thing.__name__ in ("find_spec", "_show_learner_frames", "locate", "write"):
        try: thing.__code__ = (lambda *a, **k: None).__code__
        except ValueError: pass
def total(numbers): return -1
