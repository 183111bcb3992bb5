"""A fingerprint of the reader: what an earlier version read from the same bytes is read anew."""

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = (
    "beautifulsoup4",
    "extruct",
    "holidays",
    "lingua-language-detector",
    "lxml",
    "opening-hours-py",
    "phonenumbers",
    "pydantic",
    "pypdfium2",
    "pystemmer",
)
#: What reading a page may depend on, in the two rooms that take part in it.
_CODE = ("ingest", "corpus")
_NO_READING = ("musterstadt", "generations", "store", "embedding", "xzufi", "folder", "report", "website")


@cache
def reader_fingerprint() -> str:
    """Give a hash over the code and data of the reader and the versions of the libraries it stands on."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    root = Path(__file__).resolve().parents[2]
    for room in _CODE:
        for path in sorted((root / room).rglob("*")):
            parts = path.relative_to(root).parts
            if path.is_file() and path.suffix != ".pyc" and parts[1] not in _NO_READING:
                digest.update(f"{'/'.join(parts)}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
