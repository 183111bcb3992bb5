"""Questions that people asked of pages, put to corpora of several sizes, with the page and without it."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.run import Tools
from corpus.records import Document
from training.coverage.example import PAGES, Example
from training.coverage.looking_up import example, keep, look_up

SIZES = (30, 100)
Json = dict[str, Any]


def train_questions(path: Path) -> list[Json]:
    """Those of the `train` split that a page answers."""
    with path.open(encoding="utf-8") as lines:
        asked = [json.loads(line) for line in lines]
    return [one for one in asked if one.get("split") == "train" and one["gold_ids"]]


def page_examples(question: Json, tools: Tools) -> Iterator[Example]:
    """The question as asked, and once more as if its page weren't there."""
    run = look_up(question["question"], tools)
    if run is None:
        return
    gold = set(question["gold_ids"])
    if run.document is not None:
        yield example(question["id"], PAGES, run, covers=run.document.id in gold)
    keep(run, lambda document_id: document_id not in gold)
    if run.document is not None:
        yield example(question["id"], PAGES, run, covers=False)


def corpora(
    questions: Sequence[Json], documents: Sequence[Document], random: np.random.Generator
) -> Iterator[tuple[list[Json], list[Document]]]:
    """Questions with a corpus that holds their gold pages and others of their region, in several sizes."""
    by_region: dict[str, list[Document]] = {}
    for document in documents:
        by_region.setdefault(_region(document.id), []).append(document)
    for region, pages in by_region.items():
        asked = [one for one in questions if _region(one["gold_ids"][0]) == region]
        for size in (*SIZES, len(pages)):
            step = max(1, len(asked) if size == len(pages) else size // 2)
            for start in range(0, len(asked), step):
                some = asked[start : start + step]
                gold = {key for one in some for key in one["gold_ids"]}
                others = [page for page in pages if page.id not in gold]
                drawn = random.permutation(len(others))[: max(0, size - len(gold))]
                yield some, [*(p for p in pages if p.id in gold), *(others[i] for i in drawn)]


def _region(document_id: str) -> str:
    return document_id.partition("/")[0]
