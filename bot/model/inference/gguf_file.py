"""Opens a GGUF file in llama.cpp, or says in one sentence why that can't be done."""

from __future__ import annotations

from pathlib import Path

MAGIC = b"GGUF"


class ModelUnusable(Exception):
    """The model can't be served; the message is one German sentence for the operator, with what to do."""


def check_file(path: Path) -> None:
    """Refuses what can't be a GGUF file before llama.cpp sees it.

    Raises ModelUnusable where the file is missing, unreadable, empty or of another format.
    """
    if not path.exists():
        raise ModelUnusable(f"Die Modelldatei „{path}“ gibt es nicht: Bitte den Pfad der GGUF-Datei prüfen.")
    if path.is_dir():
        raise ModelUnusable(f"„{path}“ ist ein Ordner: Bitte die GGUF-Datei darin angeben.")
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise ModelUnusable(
            f"Die Modelldatei „{path}“ lässt sich nicht lesen ({error.strerror}): "
            "Bitte die Zugriffsrechte prüfen."
        ) from error
    if start != MAGIC:
        raise ModelUnusable(
            f"„{path}“ ist keine GGUF-Datei: Bitte das Modell im Format GGUF besorgen und neu kopieren."
        )


def unloadable(path: Path, reason: str) -> ModelUnusable:
    """What to raise where llama.cpp refuses the file; `reason` is llama.cpp's own, if it gave one."""
    said = f" (llama.cpp meldet: {reason})" if reason else ""
    return ModelUnusable(
        f"Die Modelldatei „{path}“ lässt sich nicht laden, vermutlich ist sie beschädigt oder unvollständig"
        f"{said}: Bitte neu kopieren und die Prüfsumme vergleichen."
    )


def no_memory(path: Path, context: int) -> ModelUnusable:
    """What to raise where the file is fine but its context doesn't fit into memory."""
    return ModelUnusable(
        f"Für das Modell „{path}“ mit einem Kontext von {context} Token reicht der Speicher nicht: "
        "Bitte einen kleineren Kontext (LOTSE_MODEL_CONTEXT, --context) oder ein kleineres Modell wählen."
    )
