# class: exhaust | attempt: results that contain themselves | lab: sum | expect: failed
def total(numbers):
    one, other = [], {}
    one.append(other); other["one"] = one; other["self"] = other
    return (one, other, [one] * 3)
