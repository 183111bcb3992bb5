"""Finds a page's real character set: byte order mark, header, meta, and whether the result is sane."""

import codecs
import re

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})["']""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# WHATWG Encoding Standard: browsers read these labels as windows-1252.
_WINDOWS = {"iso8859-1", "ascii", "latin-1", "us-ascii"}


def decode(data: bytes, content_type: str = "") -> str:
    """Decode a page, whatever it declares.

    Order of trust: byte order mark; valid UTF-8 with at least one sequence of several bytes (no other
    charset gives that by chance); the header's charset; meta or XML declaration; windows-1252. A declared
    charset is believed only if it decodes without errors.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").lstrip("\ufeff")
    if _is_utf8(data):
        return data.decode("utf-8", errors="replace")
    for name in _declared(data, content_type):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data)


def _is_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8, forgiving a few broken bytes in an otherwise clear case."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        good = len(re.findall(rb"[\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf]|\xe2\x82\xac", data))
        bad = data.decode("utf-8", errors="replace").count("\ufffd")
        return good > 20 * bad
    return True


def _declared(data: bytes, content_type: str) -> list[str]:
    found: list[str] = []
    if match := _HEADER.search(content_type):
        found.append(match[1])
    head = data[:4096]
    in_page = (pattern.search(head) for pattern in (_META, _XML))
    found.extend(declared[1].decode("ascii") for declared in in_page if declared)
    return [name for name in map(_browser_name, found) if name]


def _browser_name(name: str) -> str | None:
    try:
        python_name = codecs.lookup(name).name
    except LookupError:
        return None
    if python_name in _WINDOWS:
        return "windows-1252"
    # UTF-8 was tried, and UTF-16 without a mark in a page that declares itself in ASCII is a lie.
    return None if python_name.startswith("utf") else python_name


def _guess(data: bytes) -> str:
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")
