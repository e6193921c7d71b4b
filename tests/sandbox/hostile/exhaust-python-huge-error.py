# class: exhaust | attempt: an error with a message of megabytes, and a cause of a cause of a cause | lab: sum | expect: failed
class Loud(Exception):
    def __str__(self): return "loud " * 1_000_000
def total(numbers):
    error = Loud()
    error.__cause__ = error
    error.add_note("note " * 100_000)
    raise error
