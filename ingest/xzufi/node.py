"""One element of a transfer, detached from its document, that remembers which of its children were read."""

import html
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

from ingest.errors import Unreadable

_DEEPEST = 64


class Node:
    """An element by its local name: suppliers qualify `code` and `name` or not, and use any prefix.

    Whatever is asked for counts as known. What nobody asked for is what `unknown` reports, so that the list
    of known elements can't drift away from the code that reads them.
    """

    __slots__ = ("_asked", "_skipped", "_whole", "attributes", "name", "parts")

    def __init__(self, name: str, attributes: dict[str, str], parts: list["str | Node"]) -> None:
        self.name = name
        self.attributes = attributes
        self.parts = parts
        self._asked: set[str] = set()
        self._skipped: set[str] = set()
        self._whole = False

    @property
    def children(self) -> Iterator["Node"]:
        """The child elements in document order; asking this way makes none of them known."""
        return (part for part in self.parts if isinstance(part, Node))

    @property
    def text(self) -> str:
        """The element's own text, trimmed."""
        return "".join(part for part in self.parts if isinstance(part, str)).strip()

    def all(self, *names: str) -> list["Node"]:
        """The children with one of these names."""
        self._asked.update(names)
        return [child for child in self.children if child.name in names]

    def first(self, *names: str) -> "Node | None":
        """The first child with one of these names."""
        found = self.all(*names)
        return found[0] if found else None

    def value(self, *names: str) -> str:
        """The text of the first child with one of these names, "" without one."""
        found = self.first(*names)
        return found.text if found else ""

    def skip(self, *names: str) -> None:
        """Leave children unread on purpose: they are known, and not for this use."""
        self._skipped.update(names)

    def below(self, *names: str) -> list["Node"]:
        """The outermost elements with one of these names at any depth; all that is below counts as known."""
        self._whole = True
        found: list[Node] = []
        for child in self.children:
            found.extend([child] if child.name in names else child.below(*names))
        return found

    def everything(self) -> Iterator["Node"]:
        """All elements below, in document order; all of them count as known."""
        self._whole = True
        for child in self.children:
            yield child
            yield from child.everything()

    def markup(self) -> str:
        """The text as HTML: as it stands, or, where a supplier nests elements instead, with these as tags."""
        self._whole = True
        if not any(self.children):
            return self.text
        return "".join(
            html.escape(part, quote=False) if isinstance(part, str) else part.as_tag() for part in self.parts
        ).strip()

    def as_tag(self) -> str:
        """The element with its content as HTML; of attributes only a link's address."""
        address = self.attributes.get("href")
        start = f'{self.name} href="{html.escape(address)}"' if address else self.name
        return f"<{start}>{self.markup()}</{self.name}>"

    def unknown(self) -> Iterator[str]:
        """Paths, parent and child, of the elements that nobody asked for."""
        if self._whole:
            return
        for child in self.children:
            if child.name in self._skipped:
                continue
            if child.name in self._asked:
                yield from child.unknown()
            else:
                yield f"{self.name}/{child.name}"


def local_name(tag: object) -> str:
    """The name without its namespace, "" for comments and processing instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def node_of(element: etree._Element, depth: int = 0) -> Node:
    """Copy an element of lxml; raises `Unreadable` if it is nested deeper than any real delivery."""
    if depth > _DEEPEST:
        raise Unreadable(f"Elemente sind tiefer als {_DEEPEST} Ebenen geschachtelt.")
    parts: list[str | Node] = [element.text] if element.text else []
    for child in element:
        if isinstance(child.tag, str):
            parts.append(node_of(child, depth + 1))
        if child.tail:
            parts.append(child.tail)
    attributes = {local_name(name): value for name, value in element.attrib.items()}
    return Node(local_name(element.tag), attributes, parts)
