# class: honest | attempt: functools, operator, and a little recursion of its own | lab: sum | expect: passed
from functools import lru_cache, partial, reduce
from operator import add

total = partial(reduce, add)
total = lambda numbers, fold=total: fold(numbers, 0)


@lru_cache(maxsize=None)
def triangle(n):
    return 0 if n == 0 else n + triangle(n - 1)


assert total(range(101)) == triangle(100) == 5050
