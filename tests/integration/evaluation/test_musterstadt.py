"""The sample city, served, crawled and asked."""

from pathlib import Path

import pytest

from evaluation.musterstadt.measuring import measure_musterstadt


@pytest.mark.slow
def test_the_sample_city_is_crawled_and_its_questions_asked(tmp_path: Path) -> None:
    finished = measure_musterstadt(tmp_path)
    results = finished.run.results
    assert finished.remarks == ()
    assert results.questions["all"] == len(finished.cases.outcomes) >= 110
    assert results.retrieval["all"].n > 90
    found = results.retrieval["plain"].recall_at_5
    assert found is not None
    assert found > 0.5
    # The page that robots.txt keeps from crawlers, and the password on it, reach nobody.
    assert all("Blaubeerkuchen" not in outcome.text for outcome in finished.cases.outcomes)
