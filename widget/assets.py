"""The files that a browser fetches: the built element and the style sheets of the pages."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

STYLESHEETS = ("tokens.css", "answer.css", "page.css")


@cache
def embed_script() -> bytes:
    """The built element, `dist/embed.js`: one classic script, UTF-8."""
    return (files("widget") / "dist" / "embed.js").read_bytes()


@cache
def embed_hash() -> str:
    """The script's hash for the `integrity` attribute: `sha384-` and base64 (W3C Subresource Integrity)."""
    return "sha384-" + base64.b64encode(hashlib.sha384(embed_script()).digest()).decode()


@cache
def embed_version() -> str:
    """Twelve hexadecimal digits that change with the script, for an address that may be cached for ever."""
    return hashlib.sha256(embed_script()).hexdigest()[:12]


@cache
def stylesheet(name: str) -> bytes:
    """One of `STYLESHEETS`, UTF-8; raises `KeyError` for any other name."""
    if name not in STYLESHEETS:
        raise KeyError(name)
    return (files("widget") / "styles" / name).read_bytes()
