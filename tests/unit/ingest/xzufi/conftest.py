"""Reads messages the way an update would, with a caller who holds what earlier transfers gave."""

from datetime import date
from pathlib import Path

import pytest

from corpus.records import Document
from ingest.xzufi.inputs import FileInput, FolderInput, XzufiInput
from ingest.xzufi.options import Mode, Options
from ingest.xzufi.report import TransferReport
from ingest.xzufi.transfer import Write, read_transfer

TODAY = date(2026, 11, 22)


class Holder:
    """A caller: holds documents by id and applies the changes that transfers tell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documents: dict[str, Document] = {}
        self.report = TransferReport()
        self.wrote: list[str] = []
        self.deleted: list[str] = []
        self.register: Path | None = folder / "register.sqlite"
        self.options = Options()
        self.today = TODAY

    def read(self, *messages: bytes, mode: Mode = Mode.FULL) -> dict[str, Document]:
        """Read messages as one delivery of files; gives all documents held then, by id without the source."""
        place = self.folder / "delivery"
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        for number, message in enumerate(messages):
            (place / f"{number:04}.xml").write_bytes(message)
        source = FileInput(place / "0000.xml") if len(messages) == 1 else FolderInput(place)
        return self.take(source, mode)

    def take(self, source: XzufiInput, mode: Mode | None = None) -> dict[str, Document]:
        """Read any input."""
        transfer = read_transfer(
            source,
            city="stadt",
            source_name="xzufi",
            mode=mode,
            known={name: document.content_hash() for name, document in self.documents.items()},
            register=self.register,
            options=self.options,
            today=self.today,
        )
        self.wrote, self.deleted = [], []
        for change in transfer:
            if isinstance(change, Write):
                self.documents[change.document.id] = change.document
                self.wrote.append(change.document.id)
            else:
                del self.documents[change.document_id]
                self.deleted.append(change.document_id)
        self.report = transfer.report
        return {name.removeprefix("xzufi:"): document for name, document in self.documents.items()}


@pytest.fixture
def holder(tmp_path: Path) -> Holder:
    return Holder(tmp_path)
