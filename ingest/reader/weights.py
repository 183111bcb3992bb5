"""How much text an element holds, and how much of it in links: counted once for the whole page."""

from ingest.reader.dom import Element


class Weights:
    """Lengths of all elements' texts in characters, white space squeezed; as of when it was made."""

    def __init__(self, root: Element) -> None:
        self._length: dict[Element, int] = {}
        self._linked: dict[Element, int] = {}
        # Backwards, so that an element comes after all that is in it: no recursion, however deep.
        for element in reversed(list(root.iter())):
            self._count(element)

    def _count(self, element: Element) -> None:
        length = self._length.get(element, 0) + _length(element.text)
        linked = length if element.tag == "a" else self._linked.get(element, 0)
        self._length[element], self._linked[element] = length, linked
        parent = element.getparent()
        if parent is not None:
            self._length[parent] = self._length.get(parent, 0) + length + _length(element.tail)
            if linked:
                self._linked[parent] = self._linked.get(parent, 0) + linked

    def length(self, element: Element) -> int:
        """Give the length of an element's text."""
        return self._length.get(element, 0)

    def link_share(self, element: Element) -> float:
        """Give the share of an element's text that stands in links, 0 to 1; 0 without text."""
        length = self._length.get(element, 0)
        return min(1.0, self._linked.get(element, 0) / length) if length else 0.0


def _length(text: str | None) -> int:
    """The length of a text and a blank after it."""
    if not text or text.isspace():
        return 0
    return len(" ".join(text.split())) + 1
