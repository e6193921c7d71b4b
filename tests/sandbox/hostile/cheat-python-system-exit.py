# class: cheat | attempt: leave with success | lab: sum | expect: failed
import sys
def total(numbers): sys.exit(0)
