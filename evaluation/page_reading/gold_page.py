"""A page with what should be read of it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"^\s*\d{1,2}\. ", re.MULTILINE)


@dataclass(frozen=True)
class GoldPage:
    """A page's HTML, and its content.

    `units` are the texts that have to be found, each as often as it stands on the page: paragraphs, items,
    cells, lines of addresses, headings. `allowed` is all that may be found, in order: title, headings, and
    tables with their columns' heads repeated in every row, as some readers write them. `structures` are
    units by the structure that they stand in ("tables", "accordions" …).
    """

    url: str
    html: bytes
    units: tuple[str, ...]
    allowed: str
    structures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def words_of(text: str) -> list[str]:
    """A text's word tokens: runs of letters and digits, case and the numbers of list items aside."""
    return _WORD.findall(_NUMBER.sub("", unicodedata.normalize("NFC", text)).casefold())


def stream_of(text: str) -> str:
    """A text's words with a blank around each, to find others' words in it as a whole."""
    return f" {' '.join(words_of(text))} "


def holds(stream: str, text: str) -> bool:
    """Tell whether `text` has words and they stand in `stream` side by side."""
    words = words_of(text)
    return bool(words) and f" {' '.join(words)} " in stream
