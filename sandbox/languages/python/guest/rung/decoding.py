"""Values on their way into an interpreter. Nothing is believed: what can't be is a ProtocolError."""
from rung.errors import make_error
from rung.mirrors import is_face, is_foreign_class, make_mirror, make_opaque, notes_of
from rung.protocol import ProtocolError
from rung.remotes import RemoteCoroutine, RemoteFunction, RemoteIterator, RemoteModule
from rung.values import MUTABLE_BASES, base_of, decode_plain


class Decoding:
    def decode(self, data):
        if data is None or type(data) in (bool, str, float, int):
            return data
        if type(data) is not dict:
            raise ProtocolError("neither a value nor a tag")
        if "T" in data:
            return self.twins.decode(data, self.decode)
        plain = decode_plain(data, self.decode)
        if plain is not None:
            return plain[0]
        if "h" in data:
            if data["h"] not in self.own:
                raise ProtocolError("a handle that was never given out")
            return self.own[data["h"]]
        if "r" in data:
            return self._decode_instance(data)
        if "C" in data:
            return self._decode_class(data)
        if "F" in data:
            return self._face(data["F"], lambda: RemoteFunction(self, data))
        if "G" in data:
            return self._face(data["G"], lambda: RemoteIterator(self, data))
        if "A" in data:
            return self._face(data["A"], lambda: RemoteCoroutine(self, data))
        if "M" in data:
            return self._face(data["M"], lambda: RemoteModule(self, data["M"], str(data["name"])))
        raise ProtocolError("an unknown tag")

    def _face(self, handle, make):
        if type(handle) is not int:
            raise ProtocolError("a handle that is no number")
        found = self._faces.get(handle)
        if found is None:
            found = self._faces[handle] = make()
        return found

    def _decode_class(self, data):
        handle = data["C"]
        if handle not in self._faces and "bases" not in data:
            raise ProtocolError("a class that was not described")
        found = self._face(handle, lambda: make_mirror(self, handle, data, [self.decode(base) for base in data["bases"]]))
        if not isinstance(found, type):
            raise ProtocolError("a class that is none")
        return found

    def _decode_instance(self, data):
        cls = self.decode(data["c"])
        if not isinstance(cls, type):
            raise ProtocolError("an instance of what is no class")
        handle = data["r"]
        found = self._faces.get(handle)
        if found is not None:
            if "v" in data and isinstance(found, MUTABLE_BASES):
                self._fill(found, data["v"])
            return found
        if "args" in data:
            error = self._face(handle, lambda: make_error(cls, data, self.decode))
            if is_face(error):
                notes_of(error)["__handle__"] = handle
            else:
                self._errors[id(error)] = handle
            return error
        if not is_foreign_class(cls):
            cls = self._opaque_class(cls)
        face = self._make_face(cls, data)
        notes_of(face)["__handle__"] = handle
        return self._face(handle, lambda: face)

    def _opaque_class(self, common):
        if common not in self._opaque:
            self._opaque[common] = make_opaque(self, common)
        return self._opaque[common]

    def _make_face(self, cls, data):
        base = base_of(cls)
        if base is None:
            return object.__new__(cls)
        if base in MUTABLE_BASES:
            face = base.__new__(cls)
            self._fill(face, data["v"])
            return face
        value = self.decode(data["v"])
        if type(value) is not base:
            raise ProtocolError("a value of another type than its class")
        return base.__new__(cls, value)

    def _fill(self, face, data):
        items = [self.decode(item) for item in data["m"]]
        base = base_of(type(face))
        base.clear(face)
        if base is list:
            list.extend(face, items)
        elif base is set:
            set.update(face, items)
        else:
            dict.update(face, items)
