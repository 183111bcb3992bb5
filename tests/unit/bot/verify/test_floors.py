"""The verifier's floors on a sample of the sample city: what it must stop and what it must let pass.

`python -m evaluation.verifying` measures all of it.
"""

import pytest

from evaluation.verifying.alternatives import ours
from evaluation.verifying.corruptions.all import corrupted
from evaluation.verifying.figures import by_half, figures
from evaluation.verifying.floors import missed_floors
from evaluation.verifying.handmade import handmade
from evaluation.verifying.rewording import rewordings
from evaluation.verifying.sources import HALVES, sample_city

_MOST = 12


@pytest.mark.slow
def test_the_floors_hold_on_both_halves_of_the_sample_city() -> None:
    city = sample_city()
    false = list(corrupted(city, _MOST))
    true = [*handmade(), *rewordings(city, 10 * _MOST)]
    assert len(false) + len(true) >= 600
    missed = [
        sentence
        for half in HALVES
        for sentence in missed_floors(half, figures(by_half(false)[half], by_half(true)[half], ours))
    ]
    assert missed == []
