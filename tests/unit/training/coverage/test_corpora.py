"""Questions are put to corpora of several sizes that hold the pages which answer them."""

import json
from pathlib import Path

import numpy as np
import pytest

from corpus.records import Document
from training.coverage.from_pages import SIZES, corpora, train_questions

PAGES = [
    Document(
        id=f"{region}/{number}",
        city="stadt",
        source="website",
        title=f"Seite {number}",
        url=f"https://stadt.example/{region}/{number}",
    )
    for region in ("nord", "sued")
    for number in range(120)
]
QUESTIONS = [
    {"id": f"{region}-{number}", "question": "Wo?", "gold_ids": [f"{region}/{number}"]}
    for region in ("nord", "sued")
    for number in range(20)
]


def _corpora() -> list[tuple[list[str], list[str]]]:
    drawn = corpora(QUESTIONS, PAGES, np.random.default_rng(3))
    return [([one["id"] for one in some], [page.id for page in pages]) for some, pages in drawn]


def test_each_corpus_holds_the_pages_that_its_questions_need_and_others_of_their_region() -> None:
    for asked, pages in _corpora():
        region, _, _ = asked[0].partition("-")
        assert {one.replace("-", "/") for one in asked} <= set(pages)
        assert all(page.startswith(f"{region}/") for page in pages)


def test_each_question_is_put_to_every_size_and_to_all_pages_once() -> None:
    sizes: dict[str, list[int]] = {}
    for asked, pages in _corpora():
        for one in asked:
            sizes.setdefault(one, []).append(len(pages))
    assert set(sizes) == {one["id"] for one in QUESTIONS}
    assert all(found == [*SIZES, 120] for found in sizes.values())


def test_the_same_seed_draws_the_same_pages() -> None:
    assert _corpora() == _corpora()


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ({"split": "train", "gold_ids": ["nord/1"]}, True),
        ({"split": "dev", "gold_ids": ["nord/1"]}, False),
        ({"split": "train", "gold_ids": []}, False),
        ({"gold_ids": ["nord/1"]}, False),
    ],
)
def test_only_answerable_questions_of_the_train_split_are_trained_on(
    tmp_path: Path, question: dict[str, object], taken: bool
) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(question) + "\n", encoding="utf-8")
    assert train_questions(path) == ([question] if taken else [])
