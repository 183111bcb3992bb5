"""The benchmark of answers, on a server started as an operator starts it."""

from pathlib import Path

import pytest

from corpus.musterstadt.serve import SampleSite
from corpus.progress import silent
from evaluation.benchmarks.answers import as_table, measure_answers
from evaluation.musterstadt.measuring import crawl, musterstadt_questions


@pytest.mark.slow
def test_a_served_instance_is_timed_and_weighed(tmp_path: Path) -> None:
    with SampleSite() as site:
        crawl(site, tmp_path, tmp_path)
    report = measure_answers(tmp_path, 1, silent)
    assert report.questions == len(musterstadt_questions()[0])
    assert report.answer_p50_ms is not None
    assert report.answer_p95_ms is not None
    assert 0 < report.answer_p50_ms <= report.answer_p95_ms
    assert 0 < report.healthy_after_s <= report.first_answer_after_s
    assert 50 < report.resident_mib <= report.highest_mib
    assert any("p95" in row[0] for row in as_table(report).rows)
