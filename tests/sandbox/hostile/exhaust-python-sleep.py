# class: exhaust | attempt: sleep for years, again and again | lab: sum | expect: timed-out
import time
def total(numbers):
    while True: time.sleep(10 ** 8)
