"""Reads a message of any size as a stream of objects: nothing but the current one is held.

lxml's pull parser gives the events, each object is detached and its elements are cleared. Document type
definitions, external entities and network access are off, as BSI TR-03172-1 demands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

from ingest.errors import Unreadable
from ingest.xzufi.node import Node, local_name, node_of

OBJECTS = frozenset(
    {
        "leistung",
        "spezialisierung",
        "organisationseinheit",
        "zustaendigkeitTransferObjekt",
        "onlinedienst",
        "formular",
        "gebiet",
        "ergebnisLeistung",
        "ergebnisOrganisationseinheit",
    }
)
_HEAD = frozenset({"nachrichtenkopf", "transaktionID", "transaktionPosition"})
_WRAPPERS = frozenset({"antwort", "schreibe"})
_OF_ANSWERS = frozenset({"antwortnummer", "antwortrueckgabecode"})
_ENVELOPE = OBJECTS | _HEAD | _WRAPPERS | _OF_ANSWERS | {"loesche"}

#: Bytes of one object. An authority with 60,000 nested responsibilities needs some 15 MB; a tree of that
#: size is what the promised 300 MB of memory have room for.
LARGEST_OBJECT = 16_000_000


class Operation(StrEnum):
    """What a message wants done with an object."""

    WRITE = "schreibe"
    DELETE = "loesche"
    HEAD = "nachrichtenkopf"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Event:
    """An operation with its element; `UNKNOWN` has only the path of an element in `path`."""

    operation: Operation
    node: Node = field(default_factory=lambda: Node("", {}, []))
    path: str = ""


@dataclass
class Root:
    """What a message's root says: filled when its first event comes."""

    name: str = ""
    namespace: str = ""
    version: str = ""


def read_events(
    chunks: Iterable[bytes], root: Root | None = None, largest: int = LARGEST_OBJECT
) -> Iterator[Event]:
    """Read a message given in pieces of bytes; memory is bounded by `largest` bytes of one object.

    An object is an element with one of the names in `OBJECTS` that has no object around it, and every child
    of `schreibe`. Raises `Unreadable` with one sentence if the XML is malformed or breaks off, has a document
    type definition, or has an object larger than `largest`.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=tuple(f"{{*}}{name}" for name in sorted(_ENVELOPE)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    reader = _Reader(root or Root())
    held = 0
    try:
        for chunk in chunks:
            parser.feed(chunk)
            held += len(chunk)
            for action, element in parser.read_events():
                yield from reader.read(action, element)
                if reader.cleared:
                    held, reader.cleared = 0, False
            if held > largest:
                raise Unreadable(
                    f"Ein einzelnes Objekt ist größer als {largest // 1_000_000} MB. "
                    "Bitte prüfen Sie den Export des Redaktionssystems."
                )
        reader.finish(parser.close())
    except etree.XMLSyntaxError as error:
        raise Unreadable(
            f"Das XML ist nicht wohlgeformt oder bricht ab ({error.msg}). Bitte exportieren Sie neu."
        ) from None
    yield from reader.left_over()


class _Reader:
    """Follows the parser's events: which object is open, what has been seen in the envelope."""

    def __init__(self, root: Root) -> None:
        self.cleared = False
        self._root = root
        self._top: etree._Element | None = None
        self._open: etree._Element | None = None

    def read(self, action: str, element: etree._Element) -> Iterator[Event]:
        if self._top is None:
            self._start(element)
        if action == "start":
            if self._open is None and _is_entry(element):
                self._open = element
        elif element is self._open:
            self._open = None
            yield from _event(element)
            yield from self._clear(element)
        elif self._open is None and local_name(element.tag) in {"schreibe", *_HEAD}:
            yield from self._close(element)

    def finish(self, top: etree._Element) -> None:
        """Take the root of a message that had none of the awaited elements."""
        if self._top is None:
            self._start(top)

    def left_over(self) -> Iterator[Event]:
        """Report what stands unread behind the last object."""
        if self._top is not None and self._top is not self._open:
            yield from _unknown_children(self._top)

    def _start(self, element: etree._Element) -> None:
        tree = element.getroottree()
        if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
            raise Unreadable(
                "Die Datei enthält eine Dokumenttypdefinition (DTD). Das ist in XZuFi nicht vorgesehen und "
                "wird aus Sicherheitsgründen abgelehnt."
            )
        self._top = tree.getroot()
        namespace, _, name = str(self._top.tag).rpartition("}")
        self._root.name, self._root.namespace = name, namespace.lstrip("{")
        self._root.version = self._top.get("xzufiVersion", "")

    def _close(self, element: etree._Element) -> Iterator[Event]:
        if local_name(element.tag) == "nachrichtenkopf":
            yield Event(Operation.HEAD, node_of(element))
        elif local_name(element.tag) == "schreibe":
            yield from _unknown_children(element)
        yield from self._clear(element)

    def _clear(self, element: etree._Element) -> Iterator[Event]:
        """Forget an element and what stands before it, once that is reported."""
        self.cleared = True
        element.clear()
        parent = element.getparent()
        if parent is None:
            return
        while (before := element.getprevious()) is not None:
            if (name := local_name(before.tag)) and name not in _ENVELOPE:
                yield Event(Operation.UNKNOWN, path=f"{local_name(parent.tag)}/{name}")
            parent.remove(before)


def _is_entry(element: etree._Element) -> bool:
    """Tell whether an element is an object itself, not a part of something unknown that is written."""
    name = local_name(element.tag)
    if name not in OBJECTS and name != "loesche":
        return False
    return all(
        local_name(around.tag) != "schreibe" or element.getparent() is around
        for around in element.iterancestors()
    )


def _event(element: etree._Element) -> Iterator[Event]:
    name = local_name(element.tag)
    if name == "loesche":
        yield Event(Operation.DELETE, node_of(element))
        return
    inner = next((child for child in element if local_name(child.tag) == "leistung"), None)
    if name == "ergebnisLeistung" and inner is not None:
        element = inner
    inner = next((child for child in element if local_name(child.tag) == "organisationseinheit"), None)
    if name == "ergebnisOrganisationseinheit" and inner is not None:
        element = inner
    yield Event(Operation.WRITE, node_of(element))


def _unknown_children(top: etree._Element) -> Iterator[Event]:
    for child in top:
        if (name := local_name(child.tag)) and name not in _ENVELOPE:
            yield Event(Operation.UNKNOWN, path=f"{local_name(top.tag)}/{name}")
