"""The answers of a run as JSON lines."""

import json
from pathlib import Path

import pytest

from evaluation.answers_file import write_answers
from evaluation.errors import EvaluationError
from tests.unit.evaluation.conftest import MakeOutcome


def test_there_is_a_line_for_each_question(outcome: MakeOutcome, tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    write_answers(
        path,
        [
            outcome(id="1", ranked=("a", "b"), text="Es kostet\n3 €."),
            outcome(id="2", status="not_found"),
        ],
    )
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {
        "id": "1",
        "ranked": ["a", "b"],
        "status": "answered",
        "refused": False,
        "answer": "Es kostet\n3 €.",
        "citations": [],
    }
    assert (lines[1]["status"], lines[1]["refused"]) == ("not_found", True)


def test_a_file_that_cannot_be_written_is_said(outcome: MakeOutcome, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="--answers"):
        write_answers(tmp_path / "nowhere" / "answers.jsonl", [outcome()])
