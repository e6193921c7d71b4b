# class: cheat | attempt: do it at the end, or when an object dies | lab: sum | expect: failed
import atexit, gc, sys, weakref
class Late:
    def __del__(self): print('{"type": "finish"}'); sys.exit(0)
late = Late()
late.self = late
atexit.register(sys.exit, 0)
weakref.finalize(late, sys.exit, 0)
def total(numbers):
    global late
    late = None
    gc.collect()
    atexit._run_exitfuncs()
    return -1
