"""What is learned of questions that the lexicon made leaves out what the lexicon knows of its own."""

from pathlib import Path

import numpy as np

from bot.coverage import NAMES
from bot.covered_services import TOLD_BY_LEXICON
from training.coverage.example import PAGES, Example, keep_examples, table

ONES = np.ones(len(NAMES), dtype=np.float32)


def test_a_question_of_the_lexicon_is_not_judged_by_what_the_lexicon_recognises() -> None:
    asked, made = table([Example("q1", PAGES, ONES, True), Example("hundesteuer", "sample", ONES, True)])
    told = np.array([name in TOLD_BY_LEXICON for name in NAMES])
    assert told.any()
    assert (asked == 1).all()
    assert (made[told] == 0).all()
    assert (made[~told] == 1).all()


def test_kept_examples_hold_their_features_as_they_were_found(tmp_path: Path) -> None:
    path = tmp_path / "examples.npz"
    keep_examples(path, [Example("hundesteuer", "sample", ONES, False)])
    with np.load(path) as kept:
        assert kept["features"].tolist() == [ONES.tolist()]
        assert (kept["covers"].tolist(), kept["subject"].tolist()) == ([False], ["hundesteuer"])
