"""What stands in the structures of a page that general readers lose: tables, accordions, definition lists."""

from collections.abc import Iterable, Iterator, Sequence

from evaluation.page_reading.gold_page import holds, stream_of

_XPATHS = {
    "tables": "//main//table",
    "definition lists": "//main//dl",
    "accordions, tabs": "//main//details | //*[@id = //main//*/@aria-controls]",
    "lists": "//main//li",
}


def structures_of(html: bytes, units: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Sort units by the structures of the page's main part that hold them; one may stand in several."""
    from lxml import etree  # type: ignore[import-untyped]  # no stubs are pinned

    root = etree.HTML(html, etree.HTMLParser(encoding="utf-8"))
    streams = {name: list(_streams(root.xpath(path))) for name, path in _XPATHS.items()}
    return {
        name: tuple(unit for unit in units if any(holds(stream, unit) for stream in found))
        for name, found in streams.items()
    }


def _streams(elements: Iterable[object]) -> Iterator[str]:
    for element in elements:
        texts: Iterable[str] = element.itertext()  # type: ignore[attr-defined]  # an element of lxml
        yield stream_of(" ".join(texts))
