"""Reads a folder into documents; files that haven't changed since the last time aren't opened again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.progress import Progress, silent
from corpus.records import Audience, Document
from corpus.sources import FolderSource
from ingest.errors import Unreadable
from ingest.folder.document import Content, document_id, file_address, read_file
from ingest.folder.files import File, list_files, read_bytes
from ingest.folder.memory import Known, Memory, fingerprint
from ingest.safety.suspicion import Suspicion


@dataclass
class FolderReading:
    """The documents of a folder, and what gave none, by file name with the reason.

    `kept` are the documents of files that can't be read now, as they were read earlier; `hints` are
    sentences for editors about files that were read; `copies` maps files to the id of the document that
    another file of the same content gave; `suspicious` is what files say to machines where
    nobody sees it; `parsed` counts the files that were opened and read.
    """

    documents: list[Document] = field(default_factory=list)
    kept: list[Document] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    suspicious: list[Suspicion] = field(default_factory=list)
    parsed: int = 0


def read_folder(
    source: FolderSource,
    city: str,
    memory: Path,
    stored: Callable[[], Iterable[Document]],
    today: date,
    progress: Progress = silent,
) -> FolderReading:
    """Read the files of a folder.

    `memory` is the file that remembers what was read; `stored` gives the documents of the source so far.
    A file that can't be read keeps its earlier document; if its front matter can't be read but speaks of
    "intern", that document is internal from now on. Raises `SourceFailed` if the folder can't be read at all.
    """
    listing = list_files(source.folder)
    earlier = {document.id: document for document in stored()}
    remembered = Memory.load(memory, source)
    reading = FolderReading(left_out=listing.left_out, failed=dict(listing.failed))
    reader = _Reader(source, city, today, earlier, remembered, reading)
    stage = f"Ordner „{source.name}“ lesen"
    for number, file in enumerate(listing.files):
        progress(stage, number, len(listing.files))
        reader.read(file)
    progress(stage, len(listing.files), len(listing.files))
    reader.keep_unreachable(listing.failed)
    remembered.save(memory)
    return reading


class _Reader:
    """Reads one file after the other into a `FolderReading`."""

    def __init__(
        self,
        source: FolderSource,
        city: str,
        today: date,
        earlier: dict[str, Document],
        memory: Memory,
        reading: FolderReading,
    ) -> None:
        self._source = source
        self._city = city
        self._today = today
        self._earlier = earlier
        self._memory = memory
        self._reading = reading
        self._by_content: dict[str, str] = {}

    def read(self, file: File) -> None:
        """Read a file, or take what is known of it."""
        key = document_id(self._source.name, file.name)
        try:
            known, document = self._known(file, key) or self._parsed(file)
        except (Unreadable, OSError) as error:
            reason = str(error) if isinstance(error, Unreadable) else _of_system(error)
            self._reading.failed[file.name] = reason
            self._keep(key, hushed=_speaks_of_internal(file))
            return
        original = self._by_content.setdefault(known.content, key)
        if original != key:
            self._reading.copies[file.name] = original
            return
        self._memory.remember(file.name, known)
        self._reading.documents.append(document)
        self._reading.suspicious.extend(known.suspicious)
        hints = list(known.hints)
        if known.review is not None and known.review < self._today:
            hints.append(
                f"Die Datei sollte bis zum {known.review:%d.%m.%Y} geprüft werden. "
                "Bitte prüfen Sie sie und setzen Sie „review“ neu."
            )
        if hints:
            self._reading.hints[file.name] = " ".join(hints)

    def keep_unreachable(self, folders: Iterable[str]) -> None:
        """Keep what was read earlier from folders that can't be opened now, and from files without access."""
        for name in folders:
            start = document_id(self._source.name, name)
            for key in sorted(self._earlier):
                if key == start or (name.endswith("/") and key.startswith(start)):
                    self._keep(key, hushed=False)

    def _keep(self, key: str, *, hushed: bool) -> None:
        document = self._earlier.get(key)
        if document is not None:
            change = {"audience": Audience.INTERNAL} if hushed else {}
            self._reading.kept.append(document.model_copy(update=change))

    def _known(self, file: File, key: str) -> tuple[Known, Document] | None:
        known, document = self._memory.of(file.name), self._earlier.get(key)
        if known is None or document is None or known.document != document.content_hash():
            return None
        if known.stamps == _stamps(file):
            return known, document
        if known.content != fingerprint(read_bytes(file), _sidecar(file)):
            return None
        return known.model_copy(update={"stamps": _stamps(file)}), document

    def _parsed(self, file: File) -> tuple[Known, Document]:
        self._reading.parsed += 1
        data, sidecar = read_bytes(file), _sidecar(file)
        modified = datetime.fromtimestamp(file.stamp.modified / 1e9, UTC)
        read = read_file(Content(file.name, data, sidecar, modified), self._source, self._city)
        known = Known(
            stamps=_stamps(file),
            content=fingerprint(data, sidecar),
            document=read.document.content_hash(),
            review=read.front.review,
            hints=read.hints,
            suspicious=read.suspicious,
        )
        return known, read.document


def problem_address(source: FolderSource, name: str) -> str:
    """Give the address under which the report names a file."""
    return file_address(source.model_copy(update={"page": ""}), name)


def _stamps(file: File) -> tuple[tuple[int, int, int], ...]:
    both = (file, file.sidecar) if file.sidecar else (file,)
    return tuple((one.stamp.size, one.stamp.modified, one.stamp.changed) for one in both)


def _sidecar(file: File) -> bytes:
    return read_bytes(file.sidecar) if file.sidecar else b""


def _speaks_of_internal(file: File) -> bool:
    """Tell whether a file that can't be read may have been meant for staff alone."""
    try:
        head = read_bytes(file)[:4000] + _sidecar(file)[:4000]
    except OSError:
        return False
    return b"intern" in head.lower()


def _of_system(error: OSError) -> str:
    return f"Die Datei lässt sich nicht lesen: {error.strerror}. Bitte prüfen Sie die Rechte."
