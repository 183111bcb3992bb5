"""The sample city's pages, PDFs and export, to be spoilt, and a process that reads them."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from corpus.musterstadt.build import build
from corpus.musterstadt.content import default_folder, read_content
from corpus.musterstadt.xzufi import transfer
from tests.integration.ingest.mutations.mutators import Format
from tests.integration.ingest.mutations.worker import Reader

ADDRESS = "https://www.musterstadt.example"


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, list[bytes]]:
    """The files as they should be: all pages and PDFs; of the export, deliveries of a few objects each."""
    content = read_content(default_folder())
    built = build(content, tmp_path_factory.mktemp("site"), ADDRESS)
    files: dict[Format, list[bytes]] = {one: [] for one in Format}
    for resource in built.resources.values():
        if "html" in resource.content_type:
            files[Format.PAGE].append(resource.file.read_bytes())
        elif resource.content_type == "application/pdf":
            files[Format.PDF].append(resource.file.read_bytes())
    files[Format.XZUFI] = list(_deliveries(transfer(content, ADDRESS)))
    return files


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """Reads one file at a time, or kills the process that does."""
    with Reader() as one:
        yield one


def _deliveries(whole: bytes) -> Iterator[bytes]:
    """Part an export into deliveries with objects of every kind."""
    root = ElementTree.fromstring(whole)
    head, *entries = list(root)
    by_kind: dict[str, list[ElementTree.Element]] = {}
    for entry in entries:
        kind = entry[0].tag if entry.tag.endswith("schreibe") else entry.tag
        by_kind.setdefault(kind, []).append(entry)
    for number in range(12):
        small = ElementTree.Element(root.tag, root.attrib)
        small.append(head)
        for found in by_kind.values():
            small.append(found[number % len(found)])
        yield ElementTree.tostring(small, encoding="UTF-8", xml_declaration=True)
