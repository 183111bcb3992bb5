"""Finds the files of a folder: which are read, which are left out and why."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ingest.errors import SourceFailed

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
TEXT = frozenset({".txt", ".text"})
WORD = frozenset({".docx"})
PDF = frozenset({".pdf"})
READ = MARKDOWN | HTML | TEXT | WORD | PDF
SIDECARS = frozenset({".yaml", ".yml"})

_MOST_FILES = 50_000
_DEEPEST = 20
_LARGEST = {**dict.fromkeys(PDF, 100_000_000), **dict.fromkeys(WORD, 50_000_000)}
_LARGEST_OTHER = 10_000_000
_TEMPORARY_ENDS = (".part", ".tmp", ".crdownload", ".bak", ".swp", "~")
_OTHER_OFFICE = {
    ".doc": ".docx", ".docm": ".docx", ".odt": ".docx", ".rtf": ".docx", ".dotx": ".docx", ".pages": ".docx",
    ".xls": ".pdf", ".xlsx": ".pdf", ".ods": ".pdf", ".ppt": ".pdf", ".pptx": ".pdf", ".odp": ".pdf",
}  # fmt: skip


@dataclass(frozen=True)
class Stamp:
    """By what a file that hasn't changed is known without reading it: size (bytes) and times (ns)."""

    size: int
    modified: int
    changed: int


@dataclass(frozen=True)
class File:
    """A file to read; `name` is its path below the folder, with slashes, `sidecar` its `name.yaml`."""

    name: str
    path: Path
    stamp: Stamp
    sidecar: "File | None" = None


@dataclass
class Listing:
    """What a folder holds: files to read by name, and what is left out or unreachable, with the reason."""

    files: list[File] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def list_files(folder: Path) -> Listing:
    """List the files below `folder`, sorted by name.

    Hidden and temporary files are passed over; links out of the folder are refused. Raises `SourceFailed` if
    the folder can't be read, or holds nothing at all (a drive that isn't mounted looks like that).
    """
    if not folder.is_dir():
        raise SourceFailed(
            f"Den Ordner {folder} gibt es nicht. Bitte legen Sie ihn an oder berichtigen Sie city.toml."
        )
    root = folder.resolve()
    listing = Listing()
    sidecars: dict[str, File] = {}
    for path in _walk(root, listing):
        name = path.relative_to(root).as_posix()
        suffix = path.suffix.lower()
        if suffix not in READ | SIDECARS:
            listing.left_out[name] = _why_not(suffix)
            continue
        file = _file(path, name, root, listing)
        if file is None:
            continue
        if suffix in SIDECARS:
            sidecars[name.removesuffix(path.suffix)] = file
        else:
            listing.files.append(file)
        if len(listing.files) > _MOST_FILES:
            raise SourceFailed(
                f"Der Ordner {folder} hat mehr als {_MOST_FILES} Dateien. Bitte teilen Sie ihn auf."
            )
    _give_sidecars(listing, sidecars)
    if not listing.files and not listing.failed:
        raise SourceFailed(
            f"Im Ordner {folder} liegt keine lesbare Datei. Ist das Laufwerk verbunden? "
            "Was früher daraus gelesen wurde, bleibt."
        )
    return listing


def read_bytes(file: File) -> bytes:
    """Read a file; raises `OSError`. A link that took its place meanwhile isn't followed."""
    descriptor = os.open(file.path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as opened:
        return opened.read(limit(file.path.suffix.lower()) + 1)


def limit(suffix: str) -> int:
    """Give the size in bytes above which a file of a kind isn't read."""
    return _LARGEST.get(suffix, _LARGEST_OTHER)


def _walk(root: Path, listing: Listing) -> Iterator[Path]:
    def unreachable(error: OSError) -> None:
        path = Path(error.filename)
        if path == root:
            raise SourceFailed(f"Der Ordner {root} lässt sich nicht lesen: {error.strerror}.")
        listing.failed[f"{path.relative_to(root).as_posix()}/"] = (
            f"Der Ordner lässt sich nicht lesen: {error.strerror}. Bitte prüfen Sie die Rechte."
        )

    for here, folders, names in os.walk(root, onerror=unreachable):
        place = Path(here)
        kept = []
        for name in sorted(folders):
            relative = (place / name).relative_to(root)
            if _is_hidden(name):
                continue
            if (place / name).is_symlink():
                listing.left_out[f"{relative.as_posix()}/"] = (
                    "Verknüpfungen auf Ordner werden nicht gelesen. Bitte kopieren Sie die Dateien hierher."
                )
            elif len(relative.parts) > _DEEPEST:
                listing.left_out[f"{relative.as_posix()}/"] = (
                    f"Der Ordner liegt tiefer als {_DEEPEST} Ebenen. Bitte legen Sie ihn weiter oben ab."
                )
            else:
                kept.append(name)
        folders[:] = kept
        yield from (
            place / name for name in sorted(names) if not _is_hidden(name) and not _is_temporary(name)
        )


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}


def _is_temporary(name: str) -> bool:
    return name.startswith(("~$", "~", ".~lock", "#")) or name.lower().endswith(_TEMPORARY_ENDS)


def _file(path: Path, name: str, root: Path, listing: Listing) -> File | None:
    try:
        # A link within the folder shows a second copy; one that leads out may lead anywhere.
        target = path.resolve(strict=True) if path.is_symlink() else path
        found = target.stat()
    except (OSError, RuntimeError):
        listing.failed[name] = "Die Datei lässt sich nicht öffnen. Bitte prüfen Sie Rechte und Verknüpfung."
        return None
    if not target.is_relative_to(root):
        listing.left_out[name] = (
            "Die Verknüpfung führt aus dem Ordner hinaus. Bitte legen Sie die Datei selbst hier ab."
        )
        return None
    if not stat.S_ISREG(found.st_mode):
        listing.left_out[name] = "Das ist keine gewöhnliche Datei."
        return None
    suffix = path.suffix.lower()
    if found.st_size > limit(suffix):
        listing.failed[name] = (
            f"Die Datei ist größer als {limit(suffix) // 1_000_000} MB. Bitte verkleinern Sie sie."
        )
        return None
    return File(name, target, Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns))


def _give_sidecars(listing: Listing, sidecars: dict[str, File]) -> None:
    """Put each `name.yaml` to `name.docx` (or `name.docx.yaml` to it)."""
    used: set[str] = set()
    for position, file in enumerate(listing.files):
        for key in (file.name, str(PurePosixPath(file.name).with_suffix(""))):
            if key in sidecars:
                listing.files[position] = File(file.name, file.path, file.stamp, sidecars[key])
                used.add(key)
                break
    for key in sidecars.keys() - used:
        listing.left_out[sidecars[key].name] = (
            "Neben dieser YAML-Datei liegt keine Datei gleichen Namens, die sie beschreibt."
        )


def _why_not(suffix: str) -> str:
    if suffix in _OTHER_OFFICE:
        return (
            f"Dateien mit der Endung {suffix} werden nicht gelesen. "
            f"Bitte speichern Sie die Datei zusätzlich als {_OTHER_OFFICE[suffix]}."
        )
    named = f"mit der Endung {suffix}" if suffix else "ohne Endung"
    return f"Dateien {named} werden nicht gelesen."
