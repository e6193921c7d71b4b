"""What the import system remembers of folders."""
import sys
from importlib.machinery import FileFinder


def forget_listings():
    """After files were written: as `importlib.invalidate_caches`, but for folders only.

    That function imports the library's metadata and has the library's archive read anew, for longer than most runs take.
    """
    for path, finder in list(sys.path_importer_cache.items()):
        if finder is None:
            del sys.path_importer_cache[path]
        elif isinstance(finder, FileFinder):
            finder.invalidate_caches()
