"""Where a transfer comes from, and how it is handed over: in parts, each in pieces of bytes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

#: Bytes of one piece: what is in memory of a part at any time.
PIECE = 64 * 1024


@dataclass(frozen=True)
class FileInput:
    """One file: XML, or a ZIP with XML files (told by its first bytes)."""

    path: Path


@dataclass(frozen=True)
class FolderInput:
    """A folder of XML files. Where there is an index (`index*.txt`), it says which files count."""

    path: Path


@dataclass(frozen=True)
class UrlInput:
    """An address of an XML file, of a ZIP, or of an index (ending in ".txt") with the files beside it."""

    url: str
    private_addresses: bool = False


@dataclass(frozen=True)
class PvogInput:
    """The Bereitstelldienst of the Portalverbund: `url` is the address of the first page.

    `ars` restricts it to areas ("%" stands for anything). Without `token_url` no token is asked for.
    """

    url: str
    ars: str = ""
    token_url: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    private_addresses: bool = False


Opener = Callable[[], AbstractContextManager[Iterator[bytes]]]
XzufiInput = FileInput | FolderInput | UrlInput | PvogInput


@dataclass(frozen=True)
class Bounds:
    """What a delivery may not exceed. `expansion`: how many times larger than packed a ZIP's file may be."""

    total: int = 8_000_000_000
    files: int = 20_000
    index: int = 4_000_000
    expansion: int = 300
    page: int = 64_000_000
    pages: int = 200_000
    timeout: float = 60.0


@dataclass(frozen=True)
class Part:
    """A file or page. `resume` is where the next run goes on once this is in; `empty` pages hold nothing."""

    name: str
    open: Opener
    resume: str = ""
    empty: bool = False


@dataclass(frozen=True)
class Delivery:
    """The parts of a delivery in order. `listed` is the number of files in the index, if there is one.

    `unlisted` are files beside the index that it doesn't name: they aren't read.
    """

    parts: Iterator[Part]
    listed: int | None = None
    unlisted: tuple[str, ...] = ()
