"""Lists, dicts, sets and bytearrays: each has a twin on the other side, and both are kept alike whenever control passes over."""
from rung.protocol import MOST_TWINS, ProtocolError

KINDS = {list: "l", dict: "d", set: "s", bytearray: "a"}
_BY_LETTER = {letter: kind for kind, letter in KINDS.items()}


def _contents(value):
    """What is in a container, by identity: two containers are alike when these are the same objects in the same order."""
    if type(value) is dict:
        return [part for item in value.items() for part in item]
    return bytes(value) if type(value) is bytearray else list(value)


def _same(before, now):
    if type(now) is bytes:
        return before == now
    return len(before) == len(now) and all(map(_is, before, now))


def _is(one, other):
    return one is other


class Twins:
    """The containers of one side. `number` makes numbers that the other side does not use."""

    def __init__(self, number):
        self._number = number
        self._values = {}    # number -> container
        self._numbers = {}   # id(container) -> number; `_values` keeps the container alive
        self._seen = {}      # number -> its contents as both sides last knew them

    def forget(self):
        """Lets go of all: at the start of a test."""
        self._values.clear()
        self._numbers.clear()
        self._seen.clear()

    def encode(self, value, encode, told):
        """The container's number, and what is in it unless that is in this message already: `told` has the numbers that are."""
        number = self._numbers.get(id(value))
        if number is None:
            if len(self._values) >= MOST_TWINS:
                self.forget()
            number = self._number()
            self._numbers[id(value)] = number
            self._values[number] = value
        if number in told:
            return {"T": number}
        return self._tell(number, value, encode, told)

    def _tell(self, number, value, encode, told):
        told.add(number)
        self._seen[number] = _contents(value)
        if type(value) is dict:
            items = [[encode(key), encode(item)] for key, item in list(value.items())]
        elif type(value) is bytearray:
            items = value.hex()
        else:
            items = [encode(item) for item in list(value)]
        return {"T": number, "k": KINDS[type(value)], "v": items}

    def changes(self, encode, told):
        """Those that have changed since both sides knew them alike, told anew."""
        return [self._tell(number, value, encode, told) for number, value in list(self._values.items())
                if number not in told and not _same(self._seen.get(number, ()), _contents(value))]

    def knows(self, number):
        return number in self._values

    def decode(self, data, decode):
        number = data["T"]
        if type(number) is not int:
            raise ProtocolError("a container without a number")
        value = self._values.get(number)
        if "k" not in data:
            if value is None:
                raise ProtocolError("a container that is not known")
            return value
        kind = _BY_LETTER[data["k"]]
        if value is None:
            value = self._values[number] = kind()
            self._numbers[id(value)] = number
        if type(value) is not kind:
            raise ProtocolError("a container that changed its type")
        if kind is list:
            value[:] = [decode(item) for item in data["v"]]
        elif kind is bytearray:
            value[:] = bytes.fromhex(data["v"])
        else:
            items = [decode(item) for item in data["v"]] if kind is set else [(decode(key), decode(item)) for key, item in data["v"]]
            value.clear()
            value.update(items)
        self._seen[number] = _contents(value)
        return value
