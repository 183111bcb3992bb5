"""Which corpora the gate measures, and what it does with what it finds."""

from pathlib import Path

import pytest

from evaluation.floors import gate
from evaluation.floors.gate import Target, main, targets
from evaluation.floors.table import read_floors
from evaluation.measure import cases_of, results_of
from evaluation.session import Finished
from tests.unit.evaluation.conftest import MakeOutcome
from tests.unit.evaluation.test_runs import _run

FLOOR = '[musterstadt.at_least]\n"retrieval.all.recall_at_1" = {value}\n'


@pytest.fixture
def measured(outcome: MakeOutcome, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample city that was measured before: one question, found."""
    cases = cases_of([outcome(gold_ids=["a"], ranked=("a",))], lambda _: None)
    run = _run(outcome, 8).model_copy(update={"results": results_of(cases)})

    def fixed(data: Path, measurements: Path) -> tuple[Target, ...]:
        missing = measurements / "munich"
        return (
            Target("musterstadt", lambda progress: Finished(run, cases)),
            Target("munich", lambda progress: Finished(run, cases), missing),
        )

    monkeypatch.setattr(gate, "targets", fixed)


def _arguments(tmp_path: Path, floor: float, *more: str) -> list[str]:
    path = tmp_path / "floors.toml"
    path.write_text(FLOOR.format(value=floor))
    return ["--floors", str(path), "--data", str(tmp_path), "--measurements", str(tmp_path / "none"), *more]


@pytest.mark.usefixtures("measured")
def test_kept_floors_end_well_and_missing_data_is_skipped_aloud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(tmp_path, 0.9)) == 0
    assert "munich: übersprungen" in capsys.readouterr().err


@pytest.mark.usefixtures("measured")
def test_a_missed_floor_fails_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = _arguments(tmp_path, 1.5)
    assert main(arguments) == 1
    assert "musterstadt: retrieval.all.recall_at_1 ist 1" in capsys.readouterr().err


@pytest.mark.usefixtures("measured")
def test_floors_are_raised_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    main(_arguments(tmp_path, 0.5))
    assert read_floors(path)["musterstadt"].at_least["retrieval.all.recall_at_1"] == 0.5
    main(_arguments(tmp_path, 0.5, "--raise-floors"))
    assert read_floors(path)["musterstadt"].at_least["retrieval.all.recall_at_1"] == 0.99


@pytest.mark.usefixtures("measured")
def test_an_unknown_corpus_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_arguments(tmp_path, 0.5, "--only", "paris")) == 2
    assert "„paris“ gibt es nicht" in capsys.readouterr().err


def test_the_sample_city_is_always_measured_and_the_others_need_their_data(tmp_path: Path) -> None:
    found = {target.name: target.needs for target in targets(tmp_path, tmp_path / "data")}
    assert found == {
        "musterstadt": None,
        "munich": tmp_path / "data" / "munich",
        "omos": tmp_path / "data" / "omos",
    }
