"""The answers of a run as JSON lines, for others' scripts and for reading by people."""

import json
from collections.abc import Iterable
from pathlib import Path

from evaluation.errors import EvaluationError
from evaluation.outcome import Outcome


def write_answers(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write a line for each question: `id`, `ranked`, `status`, `refused`, `answer`, `citations`.

    Raises `EvaluationError` if the file can't be written.
    """
    lines = [json.dumps(_line(outcome), ensure_ascii=False) for outcome in outcomes]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise EvaluationError(
            f"{path} lässt sich nicht schreiben ({error.strerror}). Bitte geben Sie mit --answers eine "
            "andere Datei an."
        ) from None


def _line(outcome: Outcome) -> dict[str, object]:
    return {
        "id": outcome.question.id,
        "ranked": list(outcome.ranked),
        "status": outcome.status,
        "refused": outcome.refused,
        "answer": outcome.text,
        "citations": [citation.model_dump(mode="json") for citation in outcome.citations],
    }
