"""Which code makes an index: what it would make differently has to be built anew."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

_MAKERS = ("corpus.analysis", "corpus.search")
_MODULES = ("build.py", "content.py")


def index_code() -> str:
    """SHA-256 (hex) over the modules and word lists that turn documents into an index.

    It changes with every edit of them, even where the index comes out the same: a build too many costs
    minutes, one too few serves stale text.
    """
    found: list[tuple[str, Traversable]] = []
    for package in _MAKERS:
        _collect(files(package), package, found)
    generations = files("corpus.generations")
    found.extend((f"corpus.generations/{name}", generations / name) for name in _MODULES)
    found.append(("corpus/records.py", files("corpus") / "records.py"))
    total = hashlib.sha256()
    for name, file in sorted(found, key=lambda one: one[0]):
        body = file.read_bytes()
        total.update(f"{name}\0{len(body)}\n".encode())
        total.update(body)
    return total.hexdigest()


def _collect(folder: Traversable, name: str, found: list[tuple[str, Traversable]]) -> None:
    for entry in folder.iterdir():
        if entry.is_dir():
            if not entry.name.startswith(("_", ".")):
                _collect(entry, f"{name}/{entry.name}", found)
        elif not entry.name.endswith((".pyc", ".pyo")):
            found.append((f"{name}/{entry.name}", entry))
