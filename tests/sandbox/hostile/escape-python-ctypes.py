# class: escape | attempt: memory through ctypes | lab: sum | expect: errored
import ctypes
def total(numbers):
    ctypes.string_at(0, 64)
    return "CANARY"
