"""Lines are judged with their neighbours: answers stand together."""

import numpy as np
import pytest

from bot.reader.runs import in_runs


def _probabilities(*values: float) -> np.ndarray:
    return in_runs(np.array(values, dtype=np.float32))


def test_a_gap_between_lines_that_answer_closes() -> None:
    between = _probabilities(0.1, 0.8, 0.2, 0.8, 0.1)[2]
    alone = _probabilities(0.1, 0.1, 0.2, 0.1, 0.1)[2]
    assert between > 0.2 > alone


def test_a_page_that_reads_the_same_both_ways_is_judged_the_same_both_ways_but_for_its_beginning() -> None:
    found = _probabilities(0.02, 0.02, 0.02, 0.3, 0.6, 0.3, 0.02, 0.02, 0.02)
    assert found == pytest.approx(found[::-1], abs=0.01)


def test_order_by_probability_stays_where_all_neighbours_are_alike() -> None:
    found = _probabilities(0.1, 0.1, 0.3, 0.1, 0.1, 0.1, 0.5, 0.1, 0.1)
    assert found[6] > found[2] > found[0]


def test_certainties_stay_within_bounds() -> None:
    found = _probabilities(0.0, 1.0, 0.0)
    assert np.all((found > 0) & (found < 1))
    assert int(found.argmax()) == 1


def test_a_page_of_one_line_and_of_none() -> None:
    assert _probabilities(0.4).shape == (1,)
    assert _probabilities().shape == (0,)
