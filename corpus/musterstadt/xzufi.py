"""The sample city's XZuFi export, made of its content files: `python -m corpus.musterstadt.xzufi --out FILE`.

Version 2.2.0, as a municipal editorial system would deliver it: one transfer with services, offices with
nested responsibilities, online services with responsibilities of their own, forms, German and English. No
schema was at hand, so only this project's importer validates it.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from corpus.musterstadt.content import Content, ContentError, as_time, default_folder, read_content
from corpus.musterstadt.front_matter import DepartmentFront, OfficeFront
from corpus.musterstadt.xzufi_elements import (
    NAMESPACE,
    add,
    add_id,
    number_of,
    qualified,
)
from corpus.musterstadt.xzufi_offices import office
from corpus.musterstadt.xzufi_online import forms, online_services
from corpus.musterstadt.xzufi_services import service

ElementTree.register_namespace("xzufi", NAMESPACE)
ElementTree.register_namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")


def transfer(content: Content, base_url: str) -> bytes:
    """Write the whole transfer; pages and forms are those of the website at `base_url` (no slash at end)."""
    root = Element(
        qualified("transfer.operation.040501"),
        {
            "produktbezeichnung": "Musterredaktion",
            "produkthersteller": "Stadt Musterstadt",
            "produktversion": "1.0",
            "xzufiVersion": "2.2.0",
        },
    )
    _add_head(root, content)
    for one in _objects(content, base_url):
        add(root, "schreibe").append(one)
    for stem in ("lohnsteuerkarte", "kinderreisepass"):
        # Services that are no longer offered; an importer that never knew them has nothing to do.
        gone = add(root, "loesche", klasse="Leistung")
        add_id(gone, "id", number_of(f"services/{stem}"))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _add_head(root: Element, content: Content) -> None:
    head = add(root, "nachrichtenkopf")
    add(head, "nachrichtUUID", "6f1c3f0e-5a0a-4a52-9c58-0d8f5c1b7a10")
    add(head, "erstelltDatumZeit", as_time(content.modified).isoformat())
    add(head, "empfaenger", "Stadtlotse")
    add(head, "sender", f"Musterredaktion {content.site.name}")


def _objects(content: Content, base_url: str) -> Iterator[Element]:
    for entry in content.of("services"):
        yield service(entry, content, base_url)
    for folder in ("departments", "offices"):
        for entry in content.of(folder):
            if isinstance(entry.front, DepartmentFront | OfficeFront):
                yield office(entry, content, base_url)
    yield from online_services(content)
    yield from forms(content, base_url)


def main() -> int:
    """Write the export to a file."""
    parser = argparse.ArgumentParser(description="Write the XZuFi export of the sample city.")
    parser.add_argument("--out", type=Path, required=True, help="file to write to")
    parser.add_argument("--url", default="http://127.0.0.1:8090", help="address of the website")
    chosen = parser.parse_args()
    try:
        data = transfer(read_content(default_folder()), chosen.url.rstrip("/"))
    except ContentError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    chosen.out.write_bytes(data)
    sys.stdout.write(f"Die Lieferung liegt in {chosen.out}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
