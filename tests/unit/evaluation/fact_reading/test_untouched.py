"""The table says what was measured before the rules were mended."""

import pytest

from evaluation.fact_reading.kinds import KINDS
from evaluation.fact_reading.outcome import figures
from evaluation.fact_reading.snippet import snippets
from evaluation.fact_reading.untouched import untouched


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_has_its_untouched_figures_over_the_third_part(kind: str) -> None:
    third = [snippet for snippet in snippets(KINDS[kind].gold) if snippet.half == "third"]
    assert untouched(kind).snippets == len(third) > 0
    assert untouched(kind).recall < figures(KINDS[kind].read(one) for one in third).recall
