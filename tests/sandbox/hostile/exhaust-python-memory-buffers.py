# class: exhaust | attempt: buffers without end | lab: sum | expect: out-of-memory
def total(numbers):
    kept = []
    while True: kept.append(bytearray(1_000_000))
