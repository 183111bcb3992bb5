"""Tells headings from text: by size, weight, paragraph sign, number, or the document's own outline."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.pdf.layout import Piece

_PARAGRAPH = re.compile(
    r"^(?:§+\s?\d+[a-z]?\b|Art(?:ikel|\.)\s\d+\b|Abschnitt\s+[IVX\d]+|(?:[IVX]{1,4}|\d{1,2})\.\s+[A-ZÄÖÜ][^.:;]{2,80}$"
    r"|\d{1,2}\.\d{1,2}\.?\s+[A-ZÄÖÜ][^.:;]{2,80}$)"
)
_REFERENCE = re.compile(r"^\S+\s?\d+\w?\s+(?:Abs|Nr|Satz|S\.|in |der |des |und |bis |gilt|ist |findet)")
_ITEM = re.compile(r"^(?:[-–•*▪■□☐➢✓]|\(\d|[a-z]\)|\d{1,2}[.)]\s+[a-zäöü])")
_LARGER = 1.12
_LONGEST = 150
_LONGEST_BOLD = 110

#: Levels: the title is 1; sizes above the text's come next, then paragraph signs, then bold lines.
TITLE = 1
SECTION = 4
BOLD_LINE = 5


@dataclass(frozen=True)
class Style:
    """What a document's text looks like, and its outline.

    `sizes` are the sizes of headings, largest first; `outline` are its texts, letters and figures only.
    """

    body: float
    is_bold: bool
    sizes: tuple[float, ...]
    outline: frozenset[str]

    def level(self, line: Piece, *, begins: bool, is_item: bool) -> int:
        """Give a heading's level; 0 for text.

        `begins`: the line before doesn't go on in this one. `is_item`: its number counts items of a list.
        """
        text = line.text
        if len(text) > _LONGEST or text.endswith((",", ";", "\u00ad")) or not re.search(r"[^\W\d_]{2}", text):
            return 0
        if line.size >= _LARGER * self.body:
            larger = [size for size in self.sizes if size > line.size + 0.3]
            return min(TITLE + len(larger), SECTION - 1)
        if not begins or _ITEM.match(text):
            return 0
        if plain(text) in self.outline:
            return SECTION
        is_sentence = text.endswith((".", "!")) and not re.search(r"\b\w{1,4}\.$", text)
        if line.bold and not self.is_bold and len(text) <= _LONGEST_BOLD and not is_sentence:
            return SECTION if not is_item and _PARAGRAPH.match(text) else BOLD_LINE
        if (
            not is_item
            and _PARAGRAPH.match(text)
            and len(text) <= 90
            and not is_sentence
            and not _REFERENCE.match(text)
        ):
            return SECTION
        return 0


def style(pieces: Iterable[Piece], outline: Iterable[str]) -> Style:
    """Find the commonest size and weight, and the larger sizes."""
    sizes: Counter[float] = Counter()
    bold = 0
    for one in pieces:
        sizes[round(one.size, 1)] += len(one.text)
        bold += len(one.text) if one.bold else 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    larger: list[float] = []
    for size in sorted((size for size in sizes if size >= _LARGER * body), reverse=True):
        if not larger or larger[-1] - size > 0.3:
            larger.append(size)
    named = frozenset(key for text in outline if len(key := plain(text)) > 3)
    return Style(body, bold > 0.5 * sum(sizes.values()), tuple(larger), named)


def plain(text: str) -> str:
    """Give a text's letters and figures, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
