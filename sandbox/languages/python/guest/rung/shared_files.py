"""Files that both interpreters see: those below the program's folder and the one for temporary files.

Whoever wrote, moved or deleted one since control last passed over hands the change on. Looking for changes costs a walk,
so it is only done after an event of the interpreter that could have made one.
"""
import os
import sys

FOLDERS = ("/lab", "/tmp")
_MOST_FILES = 500
_MOST_BYTES = 1_000_000
_READ_BELOW = 65_536
# A test may replace `open`.
_open = open
_EVENTS = frozenset(["os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink", "shutil.rmtree", "shutil.move", "tempfile.mkdtemp", "tempfile.mkstemp"])
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class SharedFiles:
    """`keeps` says of a path that the other side may not write it: nothing happens then."""

    def __init__(self, keeps=lambda path: False):
        self._keeps = keeps
        self._changed = False
        self._paused = True
        self._known = {}

    def begin(self):
        """Takes what is there now for known to both."""
        sys.addaudithook(self._hear)
        self._known = self._walk()
        self._paused = False

    def _hear(self, event, args):
        if self._paused:
            return
        if event == "open":
            if type(args[2]) is int and args[2] & _WRITING:
                self._changed = True
        elif event in _EVENTS:
            self._changed = True

    def _walk(self):
        """Path to what tells one state of a file from another; a folder's is None."""
        found = {}
        folders = [folder for folder in FOLDERS if os.path.isdir(folder)]
        while folders and len(found) < _MOST_FILES:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name == "__pycache__" or entry.is_symlink():
                        continue
                    if entry.is_dir():
                        found[entry.path] = None
                        folders.append(entry.path)
                    else:
                        found[entry.path] = self._stamp(entry)
        return found

    def _stamp(self, entry):
        stat = entry.stat()
        if stat.st_size > _READ_BELOW:
            return (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        # The clock is too coarse to tell two writes of the same length apart.
        with _open(entry.path, "rb") as file:
            return (stat.st_size, file.read())

    def take(self):
        """`[[path, hexadecimal contents | null for a folder | false for gone], …]`, or None when nothing has changed."""
        if not self._changed:
            return None
        self._paused = True
        try:
            now = self._walk()
            changes = []
            total = 0
            for path, stamp in sorted(now.items()):
                if path in self._known and self._known[path] == stamp:
                    continue
                if stamp is None:
                    changes.append([path, None])
                    continue
                total += stamp[0]
                if total > _MOST_BYTES:
                    raise OverflowError("the files are too large to be handed over")
                with _open(path, "rb") as file:
                    changes.append([path, file.read().hex()])
            changes += [[path, False] for path in sorted(self._known.keys() - now.keys(), reverse=True)]
            self._known = now
            # What is still open may be written to without another event: from now on every crossing looks.
            return changes or None
        finally:
            self._paused = False

    def give(self, changes):
        self._paused = True
        try:
            for path, contents in changes:
                self._give_one(path, contents)
            self._known = self._walk()
        finally:
            self._paused = False

    def _give_one(self, path, contents):
        if type(path) is not str or os.path.normpath(path) != path or not path.startswith(tuple(f"{folder}/" for folder in FOLDERS)):
            raise ValueError("a file outside of the shared folders")
        if self._keeps(path):
            return
        if contents is False:
            if os.path.isdir(path) and not os.path.islink(path):
                os.rmdir(path)
            elif os.path.lexists(path):
                os.remove(path)
        elif contents is None:
            os.makedirs(path, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if os.path.islink(path):
                os.remove(path)
            with _open(path, "wb") as file:
                file.write(bytes.fromhex(contents))
