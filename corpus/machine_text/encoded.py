"""Reads what is written in base64 or hexadecimal, where it is text at all."""

import base64
import binascii
import re

_BLOB = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{32,}={0,2}(?![\w+/=])")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})+")
_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_MOST = 50


def decoded(text: str) -> str:
    """Give the text that `text` holds in encoded form, "" where there is none.

    Keys, checksums and signatures decode to bytes that are no text, and give "".
    """
    found = [_decode(match[0]) for match, _ in zip(_BLOB.finditer(text), range(_MOST), strict=False)]
    return " ".join(one for one in found if one)


def _decode(blob: str) -> str:
    if _HEX.fullmatch(blob):
        return _as_text(bytes.fromhex(blob))
    body = blob.rstrip("=").replace("-", "+").replace("_", "/")
    body = body[: len(body) - (len(body) % 4 == 1)]
    try:
        return _as_text(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    except binascii.Error:
        return ""


def _as_text(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    readable = sum(letter.isprintable() for letter in text)
    return text if readable > 0.95 * len(text) and _WORDS.search(text) else ""
