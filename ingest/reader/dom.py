"""Small questions to a parsed page's elements, typed."""

import re
from collections.abc import Iterator

from bs4 import Comment, NavigableString, Tag
from bs4.element import PreformattedString

from ingest.reader.characters import one_line

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPITALS = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_SEPARATORS = re.compile(r"[-_\s:./]+|(?<=\D)(?=\d)")


def attribute(tag: Tag, name: str) -> str:
    """Give an attribute's value, "" where it is missing; lists (class, rel) joined by blanks."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def names(tag: Tag) -> list[str]:
    """Give an element's class names and id, as written."""
    return [name for name in (*attribute(tag, "class").split(), attribute(tag, "id")) if name]


def words_of_name(name: str) -> set[str]:
    """Split a class name or id into its lower-case words ("mainNav_left" → main, nav, left)."""
    whole = name.lower()
    words = _SEPARATORS.split(_CAPITALS.sub("-", name).lower())
    return {word for word in words if word} | {whole}


def elements(tag: Tag) -> Iterator[Tag]:
    """Iterate over all elements inside `tag`, in document order."""
    for child in tag.descendants:
        if isinstance(child, Tag):
            yield child


def is_attached(tag: Tag, root: Tag) -> bool:
    """Tell whether `tag` is still somewhere below `root` (it may have been removed with an ancestor)."""
    return tag is root or any(parent is root for parent in tag.parents)


def text_of(tag: Tag) -> str:
    """Give an element's text on one line."""
    return one_line(tag.get_text(" "))


def is_text(node: object) -> bool:
    """Tell whether a node is text that a browser shows (no comment, doctype, processing instruction)."""
    return isinstance(node, NavigableString) and not isinstance(node, Comment | PreformattedString)


def link_share(tag: Tag) -> float:
    """Give the share of an element's text that stands in links, 0 to 1; 0 without text."""
    length = len(text_of(tag))
    if not length:
        return 0.0
    return min(1.0, sum(len(text_of(link)) for link in tag.find_all("a")) / length)


def heading_level(tag: Tag) -> int:
    """Give 1 to 6 for a heading (by element or role), 0 for anything else."""
    if tag.name in HEADINGS:
        return int(tag.name[1])
    if attribute(tag, "role") == "heading":
        level = attribute(tag, "aria-level")
        return int(level) if level.isdigit() and 1 <= int(level) <= 6 else 2
    return 0
