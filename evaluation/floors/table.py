"""Floors: what the figures of a corpus must reach. They may rise, never fall.

A floors file (TOML) has a table for each corpus, with two tables in it:

    [musterstadt.at_least]
    "retrieval.all.ndcg_at_5" = 0.9
    [musterstadt.at_most]
    "refusal.answerable_refused" = 0.05
"""

import tomllib
from collections.abc import Mapping
from math import ceil, floor
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evaluation.errors import EvaluationError
from evaluation.results import Results

SLACK = 0.01
"""How far a new floor stays under what was measured: one question more or less is no fall in quality."""
_STEPS = 1000


class Floors(BaseModel):
    """Least and greatest values of figures, by their path ("retrieval.all.ndcg_at_5")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def read_floors(path: Path) -> dict[str, Floors]:
    """The floors of every corpus in the file; raises `EvaluationError`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Floors.model_validate(table) for name, table in data.items()}
    except FileNotFoundError:
        raise EvaluationError(f"{path} fehlt. Bitte prüfen Sie den Pfad.") from None
    except OSError as error:
        raise EvaluationError(
            f"{path} lässt sich nicht lesen ({error.strerror}). Bitte prüfen Sie den Pfad."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} ist kein gültiges TOML: {error}.") from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise EvaluationError(
            f"{path}: „{where}“ passt nicht. Erlaubt sind die Tabellen at_least und at_most mit Zahlen."
        ) from None


def missed(floors: Floors, results: Results) -> list[str]:
    """A line for each floor that the results don't keep; a figure that wasn't measured keeps none."""
    figures = results.figures()
    lines: list[str] = []
    for name, least in floors.at_least.items():
        if name not in figures:
            lines.append(f"{name} wurde nicht gemessen, verlangt sind mindestens {least:g}")
        elif figures[name] < least:
            lines.append(f"{name} ist {figures[name]:g}, verlangt sind mindestens {least:g}")
    for name, most in floors.at_most.items():
        if name not in figures:
            lines.append(f"{name} wurde nicht gemessen, erlaubt sind höchstens {most:g}")
        elif figures[name] > most:
            lines.append(f"{name} ist {figures[name]:g}, erlaubt sind höchstens {most:g}")
    return lines


def raised(floors: Floors, results: Results) -> Floors:
    """The floors lifted to just under what was measured, where that is higher; none is lowered or added."""
    figures = results.figures()
    return Floors(
        at_least={
            name: max(least, _down(figures[name] - SLACK)) if name in figures else least
            for name, least in floors.at_least.items()
        },
        at_most={
            name: min(most, _up(figures[name] + SLACK)) if name in figures else most
            for name, most in floors.at_most.items()
        },
    )


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write the floors of all corpora; a comment at the head of the file stays."""
    head = _head(path.read_text(encoding="utf-8")) if path.exists() else ""
    tables = [_table(f"{name}.{side}", getattr(one, side)) for name, one in floors.items() for side in _SIDES]
    path.write_text(head + "\n".join(table for table in tables if table), encoding="utf-8")


_SIDES = ("at_least", "at_most")


def _head(text: str) -> str:
    lines = text.splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if not line.startswith("#") and line.strip()), len(lines))
    return "".join(lines[:count])


def _table(name: str, values: Mapping[str, float]) -> str:
    if not values:
        return ""
    return f"[{name}]\n" + "".join(f'"{key}" = {value:g}\n' for key, value in values.items())


def _down(value: float) -> float:
    return floor(round(value * _STEPS, 6)) / _STEPS


def _up(value: float) -> float:
    return ceil(round(value * _STEPS, 6)) / _STEPS
