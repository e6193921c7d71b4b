# class: cheat | attempt: raise signals at the runner | lab: sum | expect: failed
import signal
def total(numbers):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        try: signal.signal(number, lambda *a: None); signal.raise_signal(number)
        except (ValueError, OSError, AttributeError): pass
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)
    return -1
