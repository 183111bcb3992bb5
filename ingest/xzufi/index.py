"""Reads an index: file names, one a line. What it doesn't list counts as deleted, so it is read strictly."""

import re

from ingest.errors import SourceFailed

_NAME = re.compile(r"[^/\\:?#%\x00-\x1f]+", re.ASCII)


def read_index(data: bytes, where: str) -> list[str]:
    """Read the names, in order and each once.

    Raises `SourceFailed` if there are none, or if one leads elsewhere than to a file beside the index.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    names = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if not names:
        raise SourceFailed(
            f"Das Verzeichnis {where} ist leer. Danach wären alle Leistungen gelöscht; es wird nichts "
            "geändert. Bitte prüfen Sie die Bereitstellung des Redaktionssystems."
        )
    for name in names:
        if not _NAME.fullmatch(name) or name.startswith("."):
            raise SourceFailed(
                f"Das Verzeichnis {where} nennt „{name[:80]}“. Erlaubt sind nur Namen von Dateien, "
                "die daneben liegen."
            )
    return names


def check_shrinkage(listed: int, before: int | None, max_loss: float, where: str) -> None:
    """Raise `SourceFailed` if an index lost more than the allowed share of its files since last time."""
    if before and listed < before * (1 - max_loss):
        raise SourceFailed(
            f"{where} nennt nur noch {listed} statt {before} Dateien. Was fehlt, wäre gelöscht; es wird "
            "nichts geändert. Wenn das so richtig ist, erhöhen Sie für diesen Lauf max_loss in city.toml."
        )
