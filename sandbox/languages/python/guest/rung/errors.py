"""Errors on their way to the other side: their class, arguments, text, place, and what caused them."""
from rung.mirrors import Face, is_foreign_class, notes_of
from rung.protocol import ProtocolError

_LONGEST_TEXT = 2_000
_MOST_CAUSES = 3


def describe_error(error, encode, locate):
    """What the other side needs to raise the same. Nothing that an error's own class says can make this fail."""
    out = {"args": {"t": []}, "text": ["", None]}
    try:
        out["args"] = encode(tuple(BaseException.args.__get__(error)))
    except Exception:
        pass
    try:
        text = str(error)
        out["text"] = [text[:_LONGEST_TEXT] if type(text) is str else "", None]
    except BaseException as problem:
        out["text"] = [f"(its __str__ raised {type(problem).__name__})", None]
    try:
        out["text"][1] = locate(error)
        own = {name: item for name, item in error.__dict__.items() if type(name) is str and type(item) in (str, int, float, bool)}
        if own:
            out["own"] = own
        if getattr(error, "__notes__", None):
            out["notes"] = [str(note)[:_LONGEST_TEXT] for note in error.__notes__][:10]
    except Exception:
        pass
    cause = BaseException.__cause__.__get__(error)
    depth = 0
    step = error
    while step is not None and depth < _MOST_CAUSES:
        step = BaseException.__cause__.__get__(step)
        depth += 1
    if cause is not None and step is None:
        try:
            out["cause"] = encode(cause)
        except Exception:
            pass
    return out


def make_error(cls, data, decode):
    """An error as it was described, of a mirror or of a class that both sides have."""
    args = decode(data["args"])
    if not issubclass(cls, BaseException) or type(args) is not tuple:
        raise ProtocolError("an error of what is no error")
    error = None
    if not is_foreign_class(cls):
        try:
            error = cls(*args)
        except Exception:
            error = None
    if error is None:
        error = cls.__new__(cls, *args)
        native = next((base for base in cls.__mro__ if base.__module__ == "builtins" and issubclass(base, BaseException)), BaseException)
        try:
            native.__init__(error, *args)
        except Exception:
            pass
    BaseException.args.__set__(error, args)
    text, place = data["text"]
    notes = notes_of(error) if isinstance(error, Face) else error.__dict__
    if not isinstance(error, Face) and type(data.get("own")) is dict:
        notes.update(data["own"])
    notes["__text__"] = text if type(text) is str else ""
    notes["__place__"] = place if type(place) is list and len(place) == 2 else None
    for note in data.get("notes", ()):
        BaseException.add_note(error, str(note))
    cause = decode(data.get("cause"))
    if isinstance(cause, BaseException):
        BaseException.__cause__.__set__(error, cause)
    return error


def notes_of_error(error):
    """`__text__` and `__place__` of an error of the other side; an empty dict for others."""
    return notes_of(error) if isinstance(error, Face) else getattr(error, "__dict__", {})
