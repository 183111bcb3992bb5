"""The shelf of a city's generations: folders, and a text file that names the one being served."""

import fcntl
import hashlib
import os
import re
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from corpus.generations.durable import sync_folder, write_text
from corpus.generations.errors import GenerationError
from corpus.generations.manifest import FILE, Manifest
from corpus.generations.marks import HELD, REFUSED, Held, Refused

CURRENT = "current"
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{6}")


class Shelf:
    """Generations in `root`, a folder each.

    The text file `current` names the served generation in its first line and those to go back to in the
    next. It is only ever replaced as a whole, so whoever is killed leaves it whole. A folder without a
    manifest is an unfinished build; the process that builds holds a lock on it (flock), which dies with it.
    One that was refused stays until the next build, so that it can be looked at and served nevertheless.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock: int | None = None

    def new_folder(self) -> Path:
        """A new, empty, locked folder to build in; what earlier builds left behind is removed.

        A shelf builds one generation at a time: asking for the next folder gives up the one before.
        """
        self._unlock()
        self._make_root()
        self._remove_all_but(self.served())
        name = _new_name()
        folder = self.root / name
        folder.mkdir()
        sync_folder(self.root)
        self._lock = lock_folder(folder)
        return folder

    def names(self) -> tuple[str, ...]:
        """The names of all complete generations, oldest first."""
        return tuple(name for name in self._folders() if (self.root / name / FILE).is_file())

    def served(self) -> tuple[str, ...]:
        """The name of the served generation, then those to go back to; empty before the first."""
        try:
            lines = (self.root / CURRENT).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise GenerationError(
                f"Die Datei {self.root / CURRENT} ist nicht lesbar: Bitte `lotse ingest` ausführen."
            ) from error
        return tuple(line for line in lines if _NAME.fullmatch(line))

    def current(self) -> Path | None:
        """The folder of the served generation."""
        served = self.served()
        return self.root / served[0] if served else None

    def publish(self, folder: Path, *, keep: int = 2) -> None:
        """Serve this generation from now on; of those served before keep the latest `keep` - 1.

        Raises `GenerationError` if the folder isn't a complete generation of this shelf.
        """
        if folder.parent != self.root or not _NAME.fullmatch(folder.name):
            raise GenerationError(f"{folder} ist keine Generation in {self.root}: Bitte den Ordner prüfen.")
        Manifest.read(folder)
        before = [name for name in self.served() if name != folder.name and name in self.names()]
        served = [folder.name, *before][: max(keep, 1)]
        write_text(self.root / CURRENT, "".join(f"{name}\n" for name in served))
        with suppress(FileNotFoundError):
            (folder / REFUSED).unlink()
        self._unlock()
        self._remove_all_but(served)

    def refuse(self, folder: Path, reasons: tuple[str, ...]) -> None:
        """Keep a whole generation that isn't to be served, with the reasons."""
        Refused.now(reasons).write(folder / REFUSED)
        self._unlock()

    def refused(self) -> dict[str, Refused]:
        """The generations that aren't served, with the reasons, by name."""
        marks = {name: Refused.read(self.root / name / REFUSED) for name in self.names()}
        served = self.served()
        return {name: mark for name, mark in marks.items() if mark is not None and name not in served}

    def go_back(self, name: str | None = None) -> Path:
        """Serve an earlier generation (default: the latest before the served one) and hold it.

        While it is held, updates build and check but serve nothing else, so that a run at night doesn't undo
        what an operator decided; `release` ends that, and so does going to the newest one. Raises
        `GenerationError` if there is none to go to.
        """
        kept = self._kept_by_age()
        current = self.current()
        place = kept.index(current.name) if current is not None and current.name in kept else 0
        if name is None and not place:
            raise GenerationError("Es gibt keine frühere Generation, zu der man zurückgehen könnte.")
        target = name or kept[place - 1]
        if target not in kept:
            raise GenerationError(
                f"Die Generation {target} gibt es nicht. Es gibt: {', '.join(kept) or 'noch keine'}."
            )
        if target == kept[-1]:
            self.release()
        elif current is not None and target != current.name:
            Held.now(current.name).write(self.root / HELD)
        self.publish(self.root / target, keep=len(kept))
        return self.root / target

    def held(self) -> Held | None:
        """Who went back, if somebody did and nothing newer was released since."""
        return Held.read(self.root / HELD)

    def release(self) -> bool:
        """Let updates serve new generations again; False if they did."""
        held = (self.root / HELD).exists()
        (self.root / HELD).unlink(missing_ok=True)
        return held

    def discard(self, folder: Path) -> None:
        """Remove a generation that is not to be served after all."""
        if folder.name in self.served():
            raise GenerationError(
                f"Die Generation {folder.name} wird ausgeliefert: Bitte zuerst eine andere veröffentlichen."
            )
        self._unlock()
        _remove(folder)

    def _kept_by_age(self) -> list[str]:
        """The served generation and those to go back to, oldest first; two may share a second in the name."""
        complete = self.names()
        manifests = [Manifest.read(self.root / name) for name in self.served() if name in complete]
        return [manifest.name for manifest in sorted(manifests, key=lambda one: one.created)]

    def _make_root(self) -> None:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GenerationError(
                f"Der Ordner {self.root} kann nicht angelegt werden ({error.strerror}): "
                "Bitte LOTSE_DATA auf einen beschreibbaren Ordner setzen."
            ) from error

    def _folders(self) -> list[str]:
        if not self.root.is_dir():
            return []
        return sorted(
            path.name for path in self.root.iterdir() if path.is_dir() and _NAME.fullmatch(path.name)
        )

    def _remove_all_but(self, names: tuple[str, ...] | list[str]) -> None:
        for name in self._folders():
            if name not in names and not _is_locked(self.root / name):
                _remove(self.root / name)

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def lock_folder(folder: Path) -> int:
    """Mark a folder as being built in, until the returned descriptor is closed or the process ends.

    The lock is shared: the shelf that gave out the folder and the process that builds in it both hold it.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _is_locked(folder: Path) -> bool:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _remove(folder: Path) -> None:
    # Without its manifest a folder that is half removed counts as unfinished, not as a generation.
    (folder / FILE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _new_name() -> str:
    """UTC time and a short hash, so that names sort by age and two processes never take the same."""
    token = hashlib.sha256(f"{time.time_ns()} {os.getpid()} {os.urandom(8).hex()}".encode()).hexdigest()[:6]
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{token}"
