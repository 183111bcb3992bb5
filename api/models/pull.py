"""Brings a model's file to `LOTSE_DATA/models`, checked against what was pinned when it was first fetched."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from api.models.catalogue import CatalogueModel
from api.models.errors import ChecksumError, PullError
from api.models.hub import RemoteFile, fetch, look_up
from api.models.pins import Pin, Pins
from bot.model.inference.gguf_file import ModelUnusable, check_file

Report = Callable[[str, int, int], None]
_BLOCK = 2**20
_LEFT_FREE = 200 * 2**20


class ModelStore:
    """The models of one installation, with their pins."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "models"
        self._pins = Pins(self.folder / "pins.toml")

    def path(self, model: CatalogueModel) -> Path:
        """Where the model's file is, or will be."""
        return self.folder / model.file_name

    def installed(self, model: CatalogueModel) -> bool:
        """Whether its file is there, whole."""
        return self.path(model).is_file()

    def others(self, known: Iterable[CatalogueModel]) -> list[str]:
        """The names of the GGUF files that are there besides those of `known`."""
        names = {model.file_name for model in known}
        return sorted(path.name for path in self.folder.glob("*.gguf") if path.name not in names)

    def pull(self, model: CatalogueModel, report: Report, *, renew: bool = False) -> Path:
        """Fetch the model from the hub, from where an earlier attempt broke off; `report` hears bytes.

        Fetched again it must be the same file as the first time, unless `renew` is given. Raises `PullError`.
        """
        key = _key(model)
        pin = None if renew else self._pins.get(key)
        remote = look_up(model.repository, model.file, pin.revision if pin else "")
        if pin is not None and remote.sha256 != pin.sha256:
            raise ChecksumError(_changed(model))
        with _disk(self.folder, model):
            if self._is_there(model, remote, report):
                self._pins.put(key, _pin(remote))
                return self.path(model)
            part = self.folder / f"{model.file_name}.{remote.sha256[:12]}.part"
            self._check_room(remote.size - (part.stat().st_size if part.exists() else 0))
            fetch(remote, part, lambda done, size: report("Modell laden", done, size))
            self._accept(model, part, _pin(remote), report)
        return self.path(model)

    def take(self, model: CatalogueModel, file: Path, report: Report, *, renew: bool = False) -> Path:
        """Copy a file that was fetched elsewhere. Raises `PullError`."""
        try:
            check_file(file)
        except ModelUnusable as error:
            raise PullError(str(error)) from error
        pin = None if renew else self._pins.get(_key(model))
        with _disk(self.folder, model):
            size = file.stat().st_size
            sha256 = _sha256(file, report)
            if pin is not None and sha256 != pin.sha256:
                raise ChecksumError(_changed(model))
            if file.resolve() != self.path(model).resolve():
                self._check_room(size)
                part = self.folder / f"{model.file_name}.{sha256[:12]}.part"
                shutil.copyfile(file, part)
                part.replace(self.path(model))
            self._pins.put(_key(model), pin or Pin(sha256=sha256, size=size))
        return self.path(model)

    def _is_there(self, model: CatalogueModel, remote: RemoteFile, report: Report) -> bool:
        path = self.path(model)
        same_size = path.is_file() and path.stat().st_size == remote.size
        return same_size and _sha256(path, report) == remote.sha256

    def _accept(self, model: CatalogueModel, part: Path, pin: Pin, report: Report) -> None:
        if _sha256(part, report) != pin.sha256:
            part.unlink()
            raise ChecksumError(
                f"{model.file} hat nach dem Laden eine andere Prüfsumme als der Server angibt und wurde "
                "verworfen: Bitte noch einmal laden; bleibt es dabei, verändert etwas unterwegs die Daten."
            )
        try:
            check_file(part)
        except ModelUnusable as error:
            part.unlink()
            raise PullError(
                f"{model.file} ist keine GGUF-Datei und wurde verworfen: Bitte eine andere Datei nennen."
            ) from error
        self._pins.put(_key(model), pin)
        part.replace(self.path(model))

    def _check_room(self, needed: int) -> None:
        free = shutil.disk_usage(self.folder).free
        if free < needed + _LEFT_FREE:
            raise PullError(_no_room(self.folder, needed, free))


def _key(model: CatalogueModel) -> str:
    return f"{model.repository}/{model.file}"


def _pin(remote: RemoteFile) -> Pin:
    return Pin(revision=remote.revision, sha256=remote.sha256, size=remote.size)


def _sha256(path: Path, report: Report) -> str:
    digest, done, size = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
            report("Prüfsumme bilden", done, size)
    return digest.hexdigest()


def _changed(model: CatalogueModel) -> str:
    return (
        f"{model.file} ist nicht mehr die Datei, die beim ersten Laden gemerkt wurde (andere Prüfsumme), und "
        "wurde nicht genommen. Wollen Sie die neue Fassung, geben Sie den Befehl mit --renew."
    )


def _no_room(folder: Path, needed: int, free: int) -> str:
    have, want = (f"{size / 1e9:.1f}".replace(".", ",") for size in (free, needed))
    return (
        f"Auf dem Datenträger von {folder} sind {have} GB frei, nötig sind {want} GB: "
        "Bitte Platz schaffen und denselben Befehl noch einmal geben."
    )


@contextmanager
def _disk(folder: Path, model: CatalogueModel) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise PullError(
                f"Beim Laden von {model.file} ist der Datenträger von {folder} voll geworden: Bitte Platz "
                "schaffen und denselben Befehl noch einmal geben, er macht dort weiter."
            ) from error
        raise PullError(
            f"{folder} lässt sich nicht beschreiben ({error.strerror or error}): Bitte LOTSE_DATA und die "
            "Zugriffsrechte prüfen."
        ) from error
