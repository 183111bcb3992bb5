"""What can be set for the model's process, and how it is read from a command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.model.process.exit_codes import MODEL_UNUSABLE

_PROGRAM = "lotse model serve"


class ServeOptions(BaseModel):
    """How one GGUF file is served.

    `context` is in tokens (prompt and answer together), `queue` is how many requests may wait behind the one
    that is being answered, `chat_template` is a Jinja file or the template itself (default: the GGUF's own),
    `port` 0 takes a free one, `state_mib` bounds the saved states of fixed prompt parts (0 saves none), and
    `speeds` is the file that keeps the measured speed. With `end_with_parent` the process ends when its
    standard input is closed, so that a supervisor that was killed leaves nothing behind.
    """

    model_config = ConfigDict(frozen=True)

    model: Path
    name: str | None = None
    context: int = Field(default=4096, ge=128, le=1_048_576)
    threads: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=512)
    batch: int = Field(default=256, ge=1, le=4096)
    chat_template: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8091, ge=0, le=65535)
    queue: int = Field(default=8, ge=0, le=1000)
    state_mib: int = Field(default=256, ge=0, le=65_536)
    speeds: Path | None = None
    end_with_parent: bool = False

    def arguments(self) -> list[str]:
        """The same options as a command line for `python -m bot.model`."""
        given = self.model_dump(exclude_none=True, exclude={"end_with_parent"})
        line = [part for name, value in given.items() for part in (f"--{name.replace('_', '-')}", str(value))]
        return [*line, "--end-with-parent"] if self.end_with_parent else line


def read_options(arguments: Sequence[str] | None) -> ServeOptions:
    """The options of a command line; leaves with a German sentence and code 2 where they can't be read."""
    try:
        read, unknown = _parser().parse_known_args(arguments)
    except argparse.ArgumentError as error:
        _leave(f"Bei {error.argument_name} fehlt der Wert, oder es gehört keiner dahin.")
    if unknown:
        _leave(f"Die Angabe „{unknown[0]}“ gibt es nicht.")
    if read.model is None:
        _leave("Bitte mit --model die GGUF-Datei angeben.")
    try:
        return ServeOptions(**{name: value for name, value in vars(read).items() if value is not None})
    except ValidationError as error:
        _leave(_refused(str(error.errors(include_url=False)[0]["loc"][0])))


def _refused(name: str) -> str:
    bounds = ServeOptions.model_fields[name].metadata
    least, most = (next(getattr(one, end) for one in bounds if hasattr(one, end)) for end in ("ge", "le"))
    return f"--{name.replace('_', '-')} passt nicht: Bitte eine ganze Zahl von {least} bis {most} angeben."


def _leave(sentence: str) -> NoReturn:
    sys.stderr.write(f"{sentence} Alle Angaben nennt „{_PROGRAM} --help“.\n")
    raise SystemExit(MODEL_UNUSABLE)


def _parser() -> argparse.ArgumentParser:
    # Numbers are read by ServeOptions, which knows their bounds.
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Stellt ein Sprachmodell (GGUF-Datei) über das OpenAI-Protokoll bereit.",
        exit_on_error=False,
        allow_abbrev=False,
    )
    for name, value, meaning in (
        ("--model", "DATEI", "die GGUF-Datei (nötig)"),
        ("--name", "NAME", "Name des Modells nach außen (sonst der Name aus der Datei)"),
        ("--context", "ZAHL", "Größe des Kontexts in Token (4096)"),
        ("--threads", "ZAHL", "Rechenfäden (so viele wie Prozessorkerne)"),
        ("--batch", "ZAHL", "Token, die auf einmal gelesen werden (256)"),
        ("--chat-template", "DATEI", "Jinja-Datei oder Vorlage (sonst die aus der GGUF-Datei)"),
        ("--host", "ADRESSE", "Adresse, auf der gelauscht wird (127.0.0.1)"),
        ("--port", "ZAHL", "Port (8091; 0 nimmt einen freien)"),
        ("--queue", "ZAHL", "Anfragen, die höchstens warten dürfen (8)"),
        ("--state-mib", "ZAHL", "MiB für gemerkte Anfänge von Aufträgen (256)"),
        ("--speeds", "DATEI", "Datei, in der die gemessene Geschwindigkeit steht"),
    ):
        parser.add_argument(name, metavar=value, help=meaning)
    parser.add_argument(
        "--end-with-parent", action="store_true", help="endet, sobald die Standardeingabe geschlossen wird"
    )
    return parser
