"""What may pass between the two interpreters: limits, and the names that each side serves to the other."""

LONGEST_MESSAGE = 4_000_000
BIGGEST_INT_BITS = 4_000_000
MOST_TWINS = 5_000
MOST_ITEMS = 200_000


class ProtocolError(BaseException):
    """What came from the other side can't be. Not an Exception: no test may catch it."""


_OPERATIONS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul")
ARITHMETIC = frozenset(f"__{side}{name}__" for name in _OPERATIONS for side in ("", "r", "i"))
ORDER = frozenset(["__lt__", "__le__", "__gt__", "__ge__"])
# What makes a plain value of an object, without another operand.
TO_PLAIN = frozenset(["__abs__", "__int__", "__float__", "__complex__", "__index__", "__round__", "__trunc__", "__floor__", "__ceil__", "__len__", "__bool__"])
_CONTAINER = frozenset(["__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__next__", "__reversed__", "__missing__"])
_BLOCK = frozenset(["__enter__", "__exit__", "__aenter__", "__aexit__", "__aiter__", "__anext__"])
_UNARY = frozenset(["__neg__", "__pos__", "__invert__"])

# Special methods of a class that its mirror on the other side forwards. All others are not asked for: `__class__`,
# `__getattribute__` or `__eq__` in a description change nothing.
FORWARDED = ARITHMETIC | ORDER | TO_PLAIN | _CONTAINER | _BLOCK | _UNARY | frozenset(["__call__", "__ne__", "__format__", "__fspath__", "__bytes__"])

# What the learner's side may ask of an object of the judge's.
SERVED = FORWARDED | frozenset(["__eq__", "__hash__", "__str__", "__repr__", "__init__"])

# Special attributes that are read from the owner, beside ordinary names.
READABLE_OF_OBJECTS = frozenset(["__dict__", "__name__", "__doc__", "__wrapped__", "__notes__", "__annotations__"])
READABLE_OF_CLASSES = frozenset(["__members__", "__dataclass_fields__", "__dataclass_params__", "__annotations__", "__abstractmethods__", "__slots__", "__type_params__", "__required_keys__", "__optional_keys__"])
READABLE_OF_FUNCTIONS = frozenset(["__wrapped__", "__defaults__", "__kwdefaults__", "__annotations__", "__self__", "__closure__", "__code__", "__dict__", "__type_params__"])
READABLE_OF_MODULES = frozenset(["__all__", "__author__", "__version__", "__doc__", "__annotations__"])


def is_special(name):
    return name.startswith("__") and name.endswith("__")
