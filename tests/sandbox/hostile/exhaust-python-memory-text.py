# class: exhaust | attempt: one text that doubles | lab: sum | expect: out-of-memory
def total(numbers):
    text = "x" * 1024
    while True: text += text
