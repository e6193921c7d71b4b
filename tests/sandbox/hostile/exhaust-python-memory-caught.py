# class: exhaust | attempt: memory without end, and every MemoryError forgiven | lab: sum | expect: out-of-memory
def total(numbers):
    kept = []
    for _ in range(2000):
        try: kept.append(bytearray(4_000_000))
        except MemoryError: break
    return -1
