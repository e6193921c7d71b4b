"""`assert` that says what was compared, in the code of tests."""
import ast

from rung.protocol import ProtocolError

LONGEST_VALUE = 4_000
_SHORT = 300
_OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}


class Comparison(AssertionError):
    """An assertion that failed, with the printed values."""

    def __init__(self, message, expected, actual):
        super().__init__(message)
        self.expected, self.actual = expected, actual


def show(value):
    """`repr`, whatever the value makes of it."""
    try:
        text = repr(value)
    except ProtocolError:
        raise
    except BaseException as problem:
        text = f"a whole number of about {int(value.bit_length() * 0.30103) + 1} digits" if type(value) is int else f"<{type(value).__name__}: its __repr__ raised {type(problem).__name__}>"
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "… (cut)"


class Rewriter(ast.NodeTransformer):
    """`assert a == b` becomes a check that keeps what `a` and `b` were."""

    def visit_Assert(self, node):
        self.generic_visit(node)
        message = node.msg or ast.Constant(None)
        left, right = ast.Name("@left", ast.Load()), ast.Name("@right", ast.Load())
        before = [ast.Assign([ast.Name("@left", ast.Store())], node.test.left if self._is_comparison(node.test) else node.test)]
        if self._is_comparison(node.test):
            before.append(ast.Assign([ast.Name("@right", ast.Store())], node.test.comparators[0]))
            test = ast.Compare(left, node.test.ops, [right])
            problem = ast.Call(ast.Name("@compared", ast.Load()), [ast.Constant(_OPERATORS[type(node.test.ops[0])]), left, right, message], [])
        else:
            test = left
            problem = ast.Call(ast.Name("@untrue", ast.Load()), [ast.Constant(ast.unparse(node.test)), left, message], [])
        check = ast.If(ast.UnaryOp(ast.Not(), test), [ast.Raise(problem, None)], [])
        return [ast.fix_missing_locations(ast.copy_location(item, node)) for item in [*before, check]]

    def _is_comparison(self, test):
        return isinstance(test, ast.Compare) and len(test.ops) == 1


def compared(operator, left, right, message):
    text = str(message) if message is not None else f"assert {show(left)[:_SHORT]} {operator} {show(right)[:_SHORT]}"
    return Comparison(text, show(right) if operator == "==" else f"{operator} {show(right)}", show(left))


def untrue(source, value, message):
    return Comparison(str(message) if message is not None else f"assert {source[:_SHORT]}", "true", show(value))


NAMES = {"@compared": compared, "@untrue": untrue}
