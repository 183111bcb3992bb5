"""Floors hold what was reached, and only rise."""

from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.floors.gate import FLOORS
from evaluation.floors.table import SLACK, Floors, missed, raised, read_floors, write_floors
from evaluation.measure import cases_of, results_of
from evaluation.results import Results
from tests.unit.evaluation.conftest import MakeOutcome

RECALL = "retrieval.all.recall_at_5"
REFUSED = "refusal.answerable_refused"


@pytest.fixture
def half(outcome: MakeOutcome) -> Results:
    """Results of two answerable questions, one of them found and one refused."""
    outcomes = [
        outcome(id="1", gold_ids=["a"], ranked=("a",)),
        outcome(id="2", gold_ids=["a"], status="not_found"),
    ]
    return results_of(cases_of(outcomes, lambda _: None))


def test_what_is_reached_exactly_is_kept(half: Results) -> None:
    assert missed(Floors(at_least={RECALL: 0.5}, at_most={REFUSED: 0.5}), half) == []


def test_what_is_missed_is_said_with_both_values(half: Results) -> None:
    lines = missed(Floors(at_least={RECALL: 0.6}, at_most={REFUSED: 0.4}), half)
    assert lines == [
        f"{RECALL} ist 0.5, verlangt sind mindestens 0.6",
        f"{REFUSED} ist 0.5, erlaubt sind höchstens 0.4",
    ]


def test_a_figure_that_was_not_measured_keeps_no_floor(half: Results) -> None:
    lines = missed(Floors(at_least={"reading.f1": 0.1}, at_most={"wrong_amounts.followup": 0.1}), half)
    assert len(lines) == 2
    assert all("nicht gemessen" in line for line in lines)


def test_floors_rise_to_just_under_what_was_reached(half: Results) -> None:
    higher = raised(Floors(at_least={RECALL: 0.2}, at_most={REFUSED: 0.9}), half)
    assert higher.at_least[RECALL] == pytest.approx(0.5 - SLACK)
    assert higher.at_most[REFUSED] == pytest.approx(0.5 + SLACK)
    assert missed(higher, half) == []


def test_floors_never_fall(half: Results) -> None:
    high = Floors(at_least={RECALL: 0.9, "reading.f1": 0.5}, at_most={REFUSED: 0.1})
    assert raised(high, half) == high


def test_a_file_comes_back_as_it_was_written_with_its_comment(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# Nie senken.\n\n[alt.at_least]\n")
    floors = {
        "a": Floors(at_least={RECALL: 0.875}, at_most={REFUSED: 0.05}),
        "b": Floors(at_least={RECALL: 1}),
    }
    write_floors(path, floors)
    assert path.read_text().startswith("# Nie senken.\n\n[a.at_least]")
    assert read_floors(path) == floors


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[a.at_least\n", "kein gültiges TOML"),
        ("[a.atleast]\nx = 1\n", "a"),
        ('[a.at_least]\n"x" = "viel"\n', "Zahlen"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text)
    with pytest.raises(EvaluationError, match=says):
        read_floors(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="fehlt"):
        read_floors(tmp_path / "floors.toml")


def test_our_own_floors_name_figures_that_exist(half: Results) -> None:
    own = read_floors(FLOORS)
    assert {"musterstadt", "munich", "omos"} >= set(own)
    assert own["musterstadt"].at_least
    measured = {name.partition(".")[0] for name in half.as_json()} | {"reading"}
    for floors in own.values():
        for name in [*floors.at_least, *floors.at_most]:
            assert name.partition(".")[0] in measured
