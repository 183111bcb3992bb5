"""Percentiles of answer times."""

from evaluation.latency.figures import figures, percentiles
from tests.unit.evaluation.conftest import MakeOutcome


def test_percentiles_are_interpolated() -> None:
    found = percentiles([float(n) for n in range(1, 102)])
    assert (found.p50, found.p95) == (51.0, 96.0)


def test_nothing_timed_has_no_percentiles() -> None:
    assert percentiles([]).p95 is None


def test_times_are_given_by_kind_and_over_all(outcome: MakeOutcome) -> None:
    found = figures([outcome(milliseconds=10), outcome(kind="followup", milliseconds=30)])
    assert found.p50 == 20.0
    assert found.by_kind["followup"].p50 == 30.0
