"""What can be set for the model's process, and how it is read from a command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


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
    """The options of a command line; leaves with usage and code 2 where they can't be read."""
    parser = _parser()
    given = {name: value for name, value in vars(parser.parse_args(arguments)).items() if value is not None}
    try:
        return ServeOptions(**given)
    except ValueError as error:
        parser.error(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lotse model serve",
        description="Stellt ein Sprachmodell (GGUF-Datei) über das OpenAI-Protokoll bereit.",
    )
    parser.add_argument("--model", type=Path, required=True, help="die GGUF-Datei")
    parser.add_argument("--name", help="Name des Modells nach außen (sonst der Name aus der Datei)")
    parser.add_argument("--context", type=int, help="Größe des Kontexts in Token (4096)")
    parser.add_argument("--threads", type=int, help="Rechenfäden (so viele wie Prozessorkerne)")
    parser.add_argument("--batch", type=int, help="Token, die auf einmal gelesen werden (256)")
    parser.add_argument("--chat-template", help="Jinja-Datei oder Vorlage (sonst die aus der Datei)")
    parser.add_argument("--host", help="Adresse, auf der gelauscht wird (127.0.0.1)")
    parser.add_argument("--port", type=int, help="Port (8091; 0 nimmt einen freien)")
    parser.add_argument("--queue", type=int, help="Anfragen, die höchstens warten dürfen (8)")
    parser.add_argument("--state-mib", type=int, help="MiB für gemerkte Anfänge von Aufträgen (256)")
    parser.add_argument("--speeds", type=Path, help="Datei, in der die gemessene Geschwindigkeit steht")
    parser.add_argument(
        "--end-with-parent", action="store_true", help="endet, sobald die Standardeingabe geschlossen wird"
    )
    return parser
