"""Other readings of what somebody typed: letters apart, backwards, rot13, percent signs and short codes.

`corpus.machine_text` undoes what pages use to hide commands from people (look-alikes, invisible letters,
base64); people who attack a question box also hide them from the machine.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from urllib.parse import unquote

from corpus.machine_text.encoded import decoded

_APART = re.compile(r"(?<!\w)(?:\w[ .·\-_*/|]{1,3}){7,}\w(?!\w)")
_GAP = re.compile(r"[ .·\-_*/|]+")
_CODE = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=])")
_SPACED_HEX = re.compile(r"(?:\b(?:0x|\\x)?[0-9a-fA-F]{2}\b[ ,]?|\\x[0-9a-fA-F]{2}){8,}")
_BITS = re.compile(r"(?:\b[01]{8}\b ?){6,}")
_READABLE = re.compile(r"[A-Za-zÄÖÜäöüß ,.!?'\"-]{8,}")
_MOST = 20


def readings(text: str) -> Iterator[str]:
    """What `text` says when it is read in other ways; most of them are no words at all."""
    if apart := _APART.search(text):
        yield _GAP.sub("", apart.group())
    yield text[::-1]
    yield codecs.encode(text, "rot13")
    if "%" in text:
        yield unquote(text)


def hidden_text(text: str) -> str:
    """What `text` holds in base64, hexadecimal or binary numbers, "" where it holds nothing that is text."""
    found = [decoded(text)]
    codes = [match.group() for match, _ in zip(_CODE.finditer(text), range(_MOST), strict=False)]
    found += [_from_base64(code) for code in codes if not code.isalpha() and not code.isdigit()]
    found += [_from_hex(re.sub(r"0x|\\x|[ ,]", "", match.group())) for match in _SPACED_HEX.finditer(text)]
    found += [_text(bytes(int(bits, 2) for bits in match.group().split())) for match in _BITS.finditer(text)]
    return " ".join(one for one in found if one)


def _from_base64(code: str) -> str:
    body = code.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return _text(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    except binascii.Error:
        return ""


def _from_hex(digits: str) -> str:
    return _text(bytes.fromhex(digits)) if len(digits) % 2 == 0 else ""


def _text(data: bytes) -> str:
    """`data` as a text of at least two words, else ""; checksums and numbers are none."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if _READABLE.fullmatch(text) and " " in text.strip() else ""
