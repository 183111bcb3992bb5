"""The cases that come with the program, and others in the same form."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from evaluation.errors import EvaluationError


class Case(BaseModel):
    """A question and what must happen to it.

    `holds` must and `lacks` and `secrets` must not be in the answer. `kind` and `first` are the distress and
    the number that comes first, `reason` the reasons of which one must be given for declining. `refused`: it
    is enough that nothing is answered. `secrets` alone: it doesn't matter how it ends. Nothing of these: the
    question is declined as a mere command.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str
    question: str
    language: str | None = None
    history: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    kind: str | None = None
    first: str | None = None
    reason: tuple[str, ...] = ()
    refused: bool = False
    harmless: bool = False


def own_cases() -> list[Case]:
    """The cases that come with the program."""
    folder = files("evaluation.attacks") / "cases"
    return [case for path in sorted(folder.iterdir(), key=lambda one: one.name) for case in _read(path)]


def cases_of(path: Path) -> list[Case]:
    """The cases of a file; raises `EvaluationError` if it can't be read."""
    return list(_read(path))


def _read(path: Traversable) -> Iterator[Case]:
    try:
        tables: dict[str, list[dict[str, Any]]] = tomllib.loads(path.read_text(encoding="utf-8"))
        subject = path.name.removesuffix(".toml")
        for table in tables.get("case", []):
            yield Case(subject=subject, **table)
        for table in tables.get("harmless", []):
            yield Case(subject=f"{subject}, harmless", harmless=True, **table)
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise EvaluationError(f"{path.name} lässt sich nicht lesen: {error}") from None
