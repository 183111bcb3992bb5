"""Opens files, folders with an index, and ZIP archives as deliveries. Nothing is unpacked to disk."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from ingest.errors import SourceFailed, Unreadable
from ingest.xzufi.index import read_index
from ingest.xzufi.inputs import PIECE, Bounds, Delivery, Opener, Part

ZIP_START = b"PK\x03\x04"
_INDEX = "index*.txt"
# What the standard library raises for archives that are damaged, encrypted or packed in unknown ways.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
)


@contextmanager
def open_file(path: Path, bounds: Bounds) -> Iterator[Delivery]:
    """Open one file; raises `SourceFailed` if it isn't there or is no archive that can be read."""
    try:
        with path.open("rb") as file:
            packed = file.read(len(ZIP_START)) == ZIP_START
    except OSError as error:
        raise SourceFailed(
            f"{path} lässt sich nicht lesen ({error.strerror}). Bitte legen Sie den Export dort ab oder "
            "berichtigen Sie city.toml."
        ) from None
    if packed:
        with open_zip(path, str(path), bounds) as delivery:
            yield delivery
    else:
        yield Delivery(iter([Part(path.name, _reader(path, bounds))]))


@contextmanager
def open_folder(folder: Path, bounds: Bounds) -> Iterator[Delivery]:
    """Open a folder; raises `SourceFailed` if it isn't there, or holds nothing, or lacks a listed file."""
    if not folder.is_dir():
        raise SourceFailed(
            f"{folder} ist kein Ordner. Bitte legen Sie die Lieferung dort ab oder berichtigen Sie city.toml."
        )
    there = {path.name: path for path in sorted(folder.glob("*.xml")) if path.is_file()}
    indexes = sorted(folder.glob(_INDEX))
    if not indexes:
        if not there:
            raise SourceFailed(f"Im Ordner {folder} liegen keine XML-Dateien; es wird nichts geändert.")
        yield Delivery(iter(_parts(list(there.values()), bounds)))
        return
    listed = [name for index in indexes for name in _listed(index, bounds)]
    listed = list(dict.fromkeys(listed))
    missing = [name for name in listed if not (folder / name).is_file()]
    if missing:
        raise SourceFailed(
            f"Das Verzeichnis in {folder} nennt {len(missing)} Dateien, die fehlen (zuerst „{missing[0]}“). "
            "Die Lieferung ist unvollständig; es wird nichts geändert."
        )
    yield Delivery(
        iter(_parts([folder / name for name in listed], bounds)),
        listed=len(listed),
        unlisted=tuple(name for name in there if name not in set(listed)),
    )


@contextmanager
def open_zip(file: Path | IO[bytes], where: str, bounds: Bounds) -> Iterator[Delivery]:
    """Open an archive of XML files, in the order of its index, else by name."""
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise SourceFailed(f"{where} ist kein lesbares ZIP-Archiv ({error}).") from None
    with archive:
        entries = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        if len(entries) > bounds.files:
            raise SourceFailed(f"{where} enthält mehr als {bounds.files} Dateien; es wird nichts geändert.")
        indexes = sorted(name for name in entries if PurePosixPath(name).match(_INDEX))
        xml = sorted(name for name in entries if name.lower().endswith(".xml"))
        names = xml
        if indexes:
            names = [
                str(PurePosixPath(index).with_name(name))
                for index in indexes
                for name in read_index(_small(archive, entries[index], bounds), f"in {where}")
            ]
        missing = [name for name in names if name not in entries]
        if missing or not names:
            what = f"fehlt „{missing[0]}“" if missing else "ist keine XML-Datei"
            raise SourceFailed(f"Im Archiv {where} {what}; es wird nichts geändert.")
        budget = Budget(bounds.total)
        parts = [Part(name, _unpacker(archive, entries[name], budget, bounds)) for name in names]
        unlisted = tuple(name for name in xml if name not in set(names))
        yield Delivery(iter(parts), listed=len(names) if indexes else None, unlisted=unlisted)


class Budget:
    """The bytes that a whole delivery may still have."""

    def __init__(self, total: int) -> None:
        self._left = total

    def take(self, size: int) -> None:
        """Count bytes; raises `SourceFailed` when there are too many."""
        self._left -= size
        if self._left < 0:
            raise SourceFailed("Die Lieferung ist entpackt größer als erlaubt; es wird nichts geändert.")


def _parts(paths: list[Path], bounds: Bounds) -> list[Part]:
    if len(paths) > bounds.files:
        raise SourceFailed(f"Die Lieferung hat mehr als {bounds.files} Dateien; es wird nichts geändert.")
    return [Part(path.name, _reader(path, bounds)) for path in paths]


def _reader(path: Path, bounds: Bounds) -> Opener:
    @contextmanager
    def opened() -> Iterator[Iterator[bytes]]:
        budget = Budget(bounds.total)
        try:
            with path.open("rb") as file:
                yield pieces(file, budget)
        except OSError as error:
            raise Unreadable(f"{path.name} lässt sich nicht lesen ({error.strerror}).") from None

    return opened


def _unpacker(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, bounds: Bounds) -> Opener:
    @contextmanager
    def opened() -> Iterator[Iterator[bytes]]:
        yield _unpacked(archive, info, budget, info.compress_size * bounds.expansion + 10_000_000)

    return opened


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, most: int) -> Iterator[bytes]:
    """Unpack piece by piece and count what really comes out: the sizes that an archive states may lie."""
    read = 0
    try:
        with archive.open(info) as file:
            while piece := file.read(PIECE):
                read += len(piece)
                budget.take(len(piece))
                if read > most:
                    raise Unreadable("Die Datei ist um ein Vielfaches stärker gepackt, als XML es hergibt.")
                yield piece
    except _DAMAGED as error:
        raise Unreadable(f"Die Datei lässt sich nicht entpacken ({error}).") from None


def pieces(file: IO[bytes], budget: Budget) -> Iterator[bytes]:
    """Read a file piece by piece."""
    while piece := file.read(PIECE):
        budget.take(len(piece))
        yield piece


def _listed(index: Path, bounds: Bounds) -> list[str]:
    try:
        if index.stat().st_size > bounds.index:
            raise SourceFailed(f"Das Verzeichnis {index} ist zu groß.")
        return read_index(index.read_bytes(), str(index))
    except OSError as error:
        raise SourceFailed(f"{index} lässt sich nicht lesen ({error.strerror}).") from None


def _small(archive: zipfile.ZipFile, info: zipfile.ZipInfo, bounds: Bounds) -> bytes:
    try:
        with archive.open(info) as file:
            data = file.read(bounds.index + 1)
    except _DAMAGED as error:
        raise SourceFailed(
            f"Das Verzeichnis {info.filename} im Archiv lässt sich nicht entpacken ({error})."
        ) from None
    if len(data) > bounds.index:
        raise SourceFailed(f"Das Verzeichnis {info.filename} im Archiv ist zu groß.")
    return data
