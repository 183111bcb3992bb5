"""The files that a browser fetches: the built scripts and the style sheets of the pages."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

STYLESHEETS = ("tokens.css", "answer.css", "page.css")


@cache
def embed_script() -> bytes:
    """The built element, `dist/embed.js`: one classic script, UTF-8."""
    return _built("embed.js")


def embed_hash() -> str:
    """The script's hash for the `integrity` attribute: `sha384-` and base64 (W3C Subresource Integrity)."""
    return _integrity(embed_script())


def embed_version() -> str:
    """Twelve hexadecimal digits that change with the script, for an address that may be cached for ever."""
    return _version(embed_script())


@cache
def terminal_script() -> bytes:
    """The built script of the public terminal, `dist/terminal.js`: one classic script, UTF-8."""
    return _built("terminal.js")


def terminal_hash() -> str:
    """The terminal script's hash, as `embed_hash`."""
    return _integrity(terminal_script())


def terminal_version() -> str:
    """Twelve hexadecimal digits that change with the terminal's script."""
    return _version(terminal_script())


@cache
def stylesheet(name: str) -> bytes:
    """One of `STYLESHEETS`, UTF-8; raises `KeyError` for any other name."""
    if name not in STYLESHEETS:
        raise KeyError(name)
    return (files("widget") / "styles" / name).read_bytes()


def _built(name: str) -> bytes:
    return (files("widget") / "dist" / name).read_bytes()


@cache
def _integrity(script: bytes) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(script).digest()).decode()


@cache
def _version(script: bytes) -> str:
    return hashlib.sha256(script).hexdigest()[:12]
