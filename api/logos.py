"""A city's logo, as browsers get it."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.look import logo_type

# An SVG is a document: opened by itself it must run nothing and load nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


@dataclass(frozen=True)
class Logo:
    """The file with its media type; `version` is eight hexadecimal digits that change with it."""

    content: bytes
    media_type: str
    version: str


@cache
def read_logo(path: Path) -> Logo:
    """The logo in this file, read once; raises `LookError` if it can't be used."""
    media_type = logo_type(path)
    content = path.read_bytes()
    return Logo(content, media_type, hashlib.sha256(content).hexdigest()[:8])
