"""The sample city's pages, as its website shows them, with the gold of its content files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.musterstadt.addresses import address
from corpus.musterstadt.build import build
from corpus.musterstadt.content import Content, default_folder, read_content
from corpus.musterstadt.front_matter import ServiceFront
from corpus.musterstadt.gold import gold, gold_paths, gold_title
from corpus.records import SectionKind
from evaluation.page_reading.gold_page import GoldPage
from evaluation.page_reading.structures import structures_of

_BASE = "https://www.musterstadt.example"


def sample_city_pages() -> list[GoldPage]:
    """All pages with a gold text, PDFs aside."""
    content = read_content(default_folder())
    with tempfile.TemporaryDirectory(prefix="musterstadt-") as folder:
        resources = build(content, Path(folder), _BASE).resources
        return [
            _page(path, resources[path].file.read_bytes(), content)
            for path in gold_paths(content)
            if path in resources and resources[path].content_type.startswith("text/html")
        ]


def _page(path: str, html: bytes, content: Content) -> GoldPage:
    sections = gold(path)
    units = tuple(
        unit
        for section in sections
        for unit in (*([section.heading] if section.heading else []), *section.units)
    )
    contact = tuple(
        unit
        for section in sections
        for unit in section.units
        if section.kind in {SectionKind.CONTACT, SectionKind.HOURS}
    )
    rows = [line for section in sections for line in (section.heading, section.text)]
    return GoldPage(
        url=_BASE + path,
        html=html,
        units=units,
        allowed="\n".join([gold_title(path), *rows, *units, *_services_of(path, content)]),
        structures={**structures_of(html, units), "contact, hours": contact},
    )


def _services_of(path: str, content: Content) -> Iterator[str]:
    """The list of services on an office's page: it is true and of use, but stands in no content file."""
    stems = [entry.stem for entry in content.of("offices") if address(entry) == path]
    if stems:
        yield "Dienstleistungen dieser Einrichtung"
    for entry in content.of("services") if stems else ():
        if isinstance(entry.front, ServiceFront) and stems[0] in entry.front.offices:
            yield entry.front.title
