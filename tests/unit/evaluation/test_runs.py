"""Runs are kept and compared with earlier ones."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaluation.config import Measured
from evaluation.errors import EvaluationError
from evaluation.measure import cases_of, results_of
from evaluation.runs import FOLDER, Run, before, keep, kept
from tests.unit.evaluation.conftest import MakeOutcome


def _run(outcome: MakeOutcome, hour: int, corpus: str = "a", questions_hash: str = "q") -> Run:
    measured = Measured(
        corpus=corpus,
        corpus_hash="c",
        questions="q.jsonl",
        questions_hash=questions_hash,
        reader=False,
        embedding="static-de",
        now=datetime(2026, 11, 23, tzinfo=UTC),
    )
    results = results_of(cases_of([outcome(gold_ids=["a"])], lambda _: None))
    started = datetime(2026, 11, 23, hour, tzinfo=UTC)
    return Run(measured=measured, started=started, seconds=1.0, results=results)


def test_a_run_comes_back_as_it_was_kept(outcome: MakeOutcome, tmp_path: Path) -> None:
    run = _run(outcome, 8)
    path = keep(run, tmp_path)
    assert path.parent == tmp_path / FOLDER
    assert kept(tmp_path) == [run]


def test_the_run_before_asked_the_same_questions_of_the_same_corpus(
    outcome: MakeOutcome, tmp_path: Path
) -> None:
    runs = [_run(outcome, 8), _run(outcome, 9), _run(outcome, 10, corpus="b"), _run(outcome, 11)]
    for run in [*runs, _run(outcome, 10, questions_hash="other")]:
        keep(run, tmp_path)
    assert before(runs[-1], tmp_path) == runs[1]
    assert before(runs[0], tmp_path) is None


def test_a_file_of_another_shape_is_passed_over(outcome: MakeOutcome, tmp_path: Path) -> None:
    keep(_run(outcome, 8), tmp_path)
    (tmp_path / FOLDER / "19990101T000000Z.json").write_text('{"results": 5}')
    assert len(kept(tmp_path)) == 1


def test_a_place_that_cannot_be_written_is_said(outcome: MakeOutcome, tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("im Weg")
    with pytest.raises(EvaluationError, match="LOTSE_DATA"):
        keep(_run(outcome, 8), tmp_path)
