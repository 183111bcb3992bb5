"""A folder of files to read, and DOCX files made for it."""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest

from corpus.records import Document
from corpus.sources import FolderSource
from ingest.folder.reading import FolderReading, read_folder

TODAY = date(2026, 6, 1)
Block = tuple[str, str] | Sequence[Sequence[str]]


def word(*blocks: Block, title: str = "") -> bytes:
    """Make a DOCX file; a block is (style, text) or a table's rows."""
    file = docx.Document()
    for block in blocks:
        if isinstance(block[0], str):
            style, text = block
            file.add_paragraph(str(text), style=str(style))
            continue
        table = file.add_table(len(block), len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        for cell in table.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    if title:
        file.core_properties.title = title
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


class Folder:
    """A folder on disk, read as often as one likes; what was read is what is stored."""

    def __init__(self, path: Path, memory: Path) -> None:
        self.path = path
        self.stored: list[Document] = []
        self._memory = memory

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, today: date = TODAY, **settings: object) -> FolderReading:
        """Read the folder; what it gives is stored."""
        source = FolderSource.model_validate(
            {"type": "folder", "name": "wissen", "folder": self.path, **settings}
        )
        reading = read_folder(source, "kleinstadt", self._memory, lambda: self.stored, today)
        self.stored = [*reading.documents, *reading.kept]
        return reading

    def document(self, name: str, content: str | bytes, **settings: object) -> Document:
        """Write a file, read the folder, give the file's document."""
        self.write(name, content)
        reading = self.read(**settings)
        assert not reading.failed, reading.failed
        return next(one for one in reading.documents if one.id == f"wissen:/{name}")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder."""
    (tmp_path / "wissen").mkdir()
    return Folder(tmp_path / "wissen", tmp_path / "memory.json")


@pytest.fixture
def make_word() -> Callable[..., bytes]:
    """Make a DOCX file."""
    return word


def texts(documents: Iterable[Document]) -> list[str]:
    """The titles of documents, sorted."""
    return sorted(document.title for document in documents)
