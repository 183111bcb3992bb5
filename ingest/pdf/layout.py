"""What stands on a page, and where. Points (1/72 inch) from the page's upper left corner, y downwards."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box, the size of its font (points), and whether it is bold."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """The height at which the word stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand side by side without a wide gap: a line of text, or of a cell."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    first_word: float

    @property
    def middle(self) -> float:
        """The height at which the piece stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: horizontal if `top` equals `bottom` (nearly), else vertical."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link to an address on the web, the words in it, and its box."""

    address: str
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class PageContent:
    """A page; `letters` counts its characters, `pictured` is the share of it that pictures cover.

    `concealed` are the words that nobody sees: they are no part of `words`.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    links: list[PlacedLink] = field(default_factory=list)
    concealed: list[str] = field(default_factory=list)
    letters: int = 0
    pictured: float = 0.0


def piece(words: list[Word]) -> Piece:
    """Make a piece of words, given from left to right."""
    longest = max(words, key=lambda word: len(word.text))
    return Piece(
        " ".join(word.text for word in words),
        words[0].left,
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
        longest.size,
        all(word.bold for word in words if any(map(str.isalnum, word.text))),
        words[0].right - words[0].left,
    )


def join(pieces: list[Piece]) -> Piece:
    """Make one piece of pieces in one line, given from left to right."""
    longest = max(pieces, key=lambda one: len(one.text))
    return Piece(
        " ".join(one.text for one in pieces),
        pieces[0].left,
        min(one.top for one in pieces),
        max(one.right for one in pieces),
        max(one.bottom for one in pieces),
        longest.size,
        all(one.bold for one in pieces),
        pieces[0].first_word,
    )


def rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Gather pieces that stand at one height, from top to bottom, each row from left to right."""
    found: list[list[Piece]] = []
    for one in sorted(pieces, key=lambda one: (one.middle, one.left)):
        if found and abs(found[-1][0].middle - one.middle) < 0.45 * min(found[-1][0].size, one.size):
            found[-1].append(one)
        else:
            found.append([one])
    for row in found:
        row.sort(key=lambda one: one.left)
    return found
