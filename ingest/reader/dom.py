"""Small questions to a parsed page's elements (lxml's), typed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from ingest.reader.characters import one_line

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What is left of a removed element: the text after it stays where it was.
GONE = "gone"
_CAPITALS = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_SEPARATORS = re.compile(r"[-_\s:./]+|(?<=\D)(?=\d)")
_BREAKING = (
    "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "section", "article", "address",
    "h1", "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip


class Element(Protocol):
    """What the reader asks of an element of lxml: `tag` is its name, `tail` the text after it."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, name: str, /) -> str | None:
        """The attribute's value."""

    def set(self, name: str, value: str, /) -> None:
        """Set an attribute."""

    def __iter__(self) -> Iterator["Element"]:
        """The children."""

    def __reversed__(self) -> Iterator["Element"]:
        """The children, last first."""

    def __len__(self) -> int:
        """The number of children."""

    def iter(self, *names: str) -> Iterator["Element"]:
        """The element and all inside it, of these names."""

    def iterdescendants(self, *names: str) -> Iterator["Element"]:
        """All inside it, of these names."""

    def iterancestors(self, *names: str) -> Iterator["Element"]:
        """The elements that it is in, nearest first."""

    def itersiblings(self, *names: str) -> Iterator["Element"]:
        """Those after it with the same parent."""

    def itertext(self) -> Iterator[str]:
        """All texts inside it, in order."""

    def getprevious(self) -> "Element | None":
        """The element before it with the same parent."""

    def getparent(self) -> "Element | None":
        """The element that it is in."""

    def remove(self, child: "Element", /) -> None:
        """Remove a child with the text after it."""

    def clear(self, *, keep_tail: bool) -> None:
        """Remove all that is in it."""

    @property
    def attrib(self) -> dict[str, str]:
        """The attributes."""


def attribute(element: Element, name: str) -> str:
    """Give an attribute's value, "" where it is missing."""
    return element.get(name) or ""


def names(element: Element) -> list[str]:
    """Give an element's class names and id, as written."""
    found = (element.get("class") or "").split()
    if own := element.get("id"):
        found.append(own)
    return found


@lru_cache(maxsize=20_000)
def words_of_name(name: str) -> frozenset[str]:
    """Split a class name or id into its lower-case words ("mainNav_left" → main, nav, left)."""
    words = _SEPARATORS.split(_CAPITALS.sub("-", name).lower())
    return frozenset({word for word in words if word} | {name.lower()})


def elements(element: Element) -> Iterator[Element]:
    """Iterate over all elements inside `element`, in document order."""
    return element.iterdescendants()


def children(element: Element) -> list[Element]:
    """Give an element's children, without what is left of removed ones."""
    return [child for child in element if child.tag != GONE]


def first(element: Element, *names: str) -> Element | None:
    """Give the first element of these names inside `element`."""
    return next(element.iterdescendants(*names), None)


def remove(element: Element) -> None:
    """Take an element out of the page; the text after it stays.

    What has text after it is emptied and renamed rather than moved: moving texts together costs the square
    of their number.
    """
    parent = element.getparent()
    if parent is not None and not element.tail:
        parent.remove(element)
        return
    element.clear(keep_tail=True)
    element.tag = GONE


def remove_all(found: list[Element]) -> None:
    """Remove elements, those inside others first."""
    for element in reversed(found):
        remove(element)


def text_of(element: Element) -> str:
    """Give an element's text on one line, a blank wherever an element begins or ends."""
    return one_line(" ".join(element.itertext()))


def shown_text(element: Element) -> str:
    """Give an element's text on one line as a browser shows it: words aren't parted by inline elements."""
    if not len(element):
        return one_line(element.text or "")
    if first(element, *_BREAKING) is not None:
        return text_of(element)
    return one_line("".join(element.itertext()))


def heading_level(element: Element) -> int:
    """Give 1 to 6 for a heading (by element or role), 0 for anything else."""
    if element.tag in HEADINGS:
        return int(element.tag[1])
    if element.get("role") == "heading":
        level = attribute(element, "aria-level")
        return int(level) if level.isdigit() and 1 <= int(level) <= 6 else 2
    return 0


def is_inside(element: Element, *names: str) -> bool:
    """Tell whether an element is in one of these names."""
    return next(element.iterancestors(*names), None) is not None
