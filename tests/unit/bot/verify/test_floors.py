"""The verifier's floors on the sample city: what it must stop and what it must let pass."""

import pytest

from evaluation.verifying.__main__ import cases
from evaluation.verifying.alternatives import ours
from evaluation.verifying.figures import by_half, figures
from evaluation.verifying.floors import missed_floors
from evaluation.verifying.sources import HALVES, sample_city


@pytest.mark.slow
def test_the_floors_hold_on_both_halves_of_the_sample_city() -> None:
    false, true = cases([sample_city()])
    assert len(false) + len(true) >= 700
    missed = [
        sentence
        for half in HALVES
        for sentence in missed_floors(half, figures(by_half(false)[half], by_half(true)[half], ours))
    ]
    assert missed == []
