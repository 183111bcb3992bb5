"""Reads files of JSON lines into models; what is wrong is said with the number of the line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from evaluation.errors import EvaluationError

Line = TypeVar("Line", bound=BaseModel)

_REASONS = {
    "missing": "das Feld „{where}“ fehlt",
    "string_type": "das Feld „{where}“ muss ein Text sein",
    "tuple_type": "das Feld „{where}“ muss eine Liste sein",
    "string_too_short": "das Feld „{where}“ ist leer",
    "enum": "„{where}“ hat keinen der erlaubten Werte ({expected})",
    "value_error": "{error}",
}


def read_lines(path: Path, model: type[Line]) -> Iterator[tuple[int, Line]]:
    """The lines of `path` as `model`, each with its number (from 1); empty lines are passed over.

    Raises `EvaluationError` for a file that can't be read, for the first line that doesn't fit and for an
    `id` that comes twice.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            read = model.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            raise EvaluationError(
                f"{path}, Zeile {number}: kein gültiges JSON ({error.msg} an Stelle {error.pos + 1}). "
                "Bitte berichtigen Sie die Zeile."
            ) from None
        except ValidationError as error:
            raise EvaluationError(
                f"{path}, Zeile {number}: {_reason(error)}. Bitte berichtigen Sie die Zeile."
            ) from None
        identifier = str(getattr(read, "id", number))
        if identifier in seen:
            raise EvaluationError(
                f"{path}, Zeile {number}: Die id „{identifier}“ steht schon in Zeile {seen[identifier]}. "
                "Bitte vergeben Sie jede id nur einmal."
            )
        seen[identifier] = number
        yield number, read
    if not seen:
        raise EvaluationError(f"{path} ist leer. Bitte geben Sie eine Datei mit JSON-Zeilen an.")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise EvaluationError(f"{path} fehlt. Bitte prüfen Sie den Pfad.") from None
    except OSError as error:
        raise EvaluationError(
            f"{path} lässt sich nicht lesen ({error.strerror}). Bitte geben Sie eine lesbare Datei an."
        ) from None
    except UnicodeDecodeError as error:
        raise EvaluationError(
            f"{path} ist nicht in UTF-8 geschrieben (Byte {error.start}). Bitte wandeln Sie die Datei um."
        ) from None


def _reason(error: ValidationError) -> str:
    problem = error.errors()[0]
    where = ".".join(str(part) for part in problem["loc"])
    context = problem.get("ctx", {})
    template = _REASONS.get(problem["type"], "der Wert von „{where}“ passt nicht ({message})")
    return template.format(
        where=where,
        message=problem["msg"],
        expected=context.get("expected", ""),
        error=context.get("error", problem["msg"]),
    )
