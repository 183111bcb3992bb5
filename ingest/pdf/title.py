"""Finds a PDF's title: what it declares if the first page says so too, else its largest lines."""

import re
from urllib.parse import unquote, urlsplit

from ingest.pdf.headings import TITLE
from ingest.pdf.paragraphs import PagePart

_NO_TITLE = re.compile(
    r"\.\w{3,4}$|^microsoft|^untitled|^unbenannt|^dokument\s?\d*$|^document\s?\d*$|^layout\s?\d|^folie\s?\d|^anlage\s?\d*$"
    r"|[\\/_]|^\W*$|^(?:adobe|indesign|scan|druck)",
    re.IGNORECASE,
)
_LONGEST = 250


def find_title(parts: list[PagePart], declared: str, url: str) -> tuple[str, list[PagePart]]:
    """Give the title and the parts, in which the heading that is the title has the title's level."""
    first = [part for part in parts if part.page == parts[0].page]
    said = {word for part in first for text in (part.heading, *part.lines[:8]) for word in _words(text)}
    largest = min((part.level for part in first if part.heading and part.level < 4), default=0)
    top = next((part for part in first if largest and part.level == largest), None)
    is_declared = _is_sensible(declared) and _words(declared) <= said
    if is_declared and (top is None or not _words(top.heading) & _words(declared)):
        return declared, parts
    if top is not None and len(top.heading) <= _LONGEST:
        top.level = TITLE
        return top.heading, parts
    if _is_sensible(declared):
        return declared, parts
    line = next((text for part in first for text in (part.heading, *part.lines[:1]) if text), "")
    if 0 < len(line) <= _LONGEST and "; " not in line:
        return line, parts
    return unquote(urlsplit(url).path.rsplit("/", 1)[-1]) or url, parts


def _is_sensible(declared: str) -> bool:
    return len(declared) > 4 and not _NO_TITLE.search(declared) and bool(re.search(r"[^\W\d]{3}", declared))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2}
