# class: honest | attempt: a plain loop | lab: sum | expect: passed
def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result
