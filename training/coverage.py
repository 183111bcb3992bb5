"""Trains the decision whether a document covers a question at all, which "not found" rests on.

`python -m training.coverage --questions Q.jsonl --corpus C.jsonl` looks up the questions of the `train` split
that have a gold page, once as they are and once with their gold pages taken out of what was found: a city
that publishes nothing about it. A document that isn't gold counts as not covering. Writes
`models/coverage-de.json` and prints how well held-out questions are told apart.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from bot.coverage import NAMES, coverage_features
from bot.logistic import Logistic, load_logistic
from bot.reader.features import NAMES as READER_NAMES
from bot.reader.reader import WEIGHTS as READER_WEIGHTS
from bot.reader.reader import Reader
from bot.request import Question
from bot.run import Run, Tools
from bot.settings import BotSettings
from bot.steps.retrieve import retrieve
from bot.steps.understand import understand
from bot.token import ContextTokens
from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.records import Document
from corpus.search.results import Results
from evaluation.corpus_file import any_city, read_corpus
from training.logistic import fit, write

OUT = Path("models/coverage-de.json")
_FOLDS = 5
_SEED = 20260601
_STRENGTH = 10.0
_SIZES = (8, 30, 100)
_BERLIN = ZoneInfo("Europe/Berlin")
Floats = NDArray[np.float32]
Json = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """Features (k,) of the best document for a question, and whether it answers."""

    question: str
    features: Floats
    covers: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    city = any_city()
    documents = list(read_corpus(options.corpus, city.id))
    questions = [json.loads(line) for line in options.questions.open(encoding="utf-8")]
    wanted = [q for q in questions if q.get("split") == "train" and q["gold_ids"]]
    embedder = load_embedder(city.embedding)
    reader = Reader(embedder, load_logistic(READER_WEIGHTS, READER_NAMES))
    examples = []
    for asked, corpus in _corpora(wanted, documents):
        examples += _examples_of(asked, corpus, city, reader)
        sys.stderr.write(f"{len(corpus)} Seiten, {len(asked)} Fragen\n")
    _report(examples)
    model = _fit(examples)
    write(options.out, NAMES, model, {})


def _corpora(
    questions: Sequence[Json], documents: Sequence[Document]
) -> Iterator[tuple[list[Json], list[Document]]]:
    """Questions with a corpus that holds their gold pages and others of their region, in several sizes."""
    random = np.random.default_rng(_SEED)
    by_region: dict[str, list[Document]] = {}
    for document in documents:
        by_region.setdefault(_region(document.id), []).append(document)
    for region, pages in by_region.items():
        asked = [q for q in questions if _region(q["gold_ids"][0]) == region]
        for size in (*_SIZES, len(pages)):
            step = max(1, len(asked) if size == len(pages) else size // 2)
            for start in range(0, len(asked), step):
                some = asked[start : start + step]
                gold = {key for q in some for key in q["gold_ids"]}
                others = [page for page in pages if page.id not in gold]
                drawn = random.permutation(len(others))[: max(0, size - len(gold))]
                yield some, [*(p for p in pages if p.id in gold), *(others[i] for i in drawn)]


def _examples_of(
    questions: Sequence[Json], documents: Sequence[Document], city: City, reader: Reader
) -> list[Example]:
    with tempfile.TemporaryDirectory() as folder:
        build = Shelf(Path(folder)).new_folder()
        build_generation(build, city.id, documents, reader.embedder)
        generation = Generation.open(build, reader.embedder)
        tools = Tools(
            city=city,
            generation=generation,
            settings=BotSettings(),
            tokens=ContextTokens("training", BotSettings().context_lifetime, lambda: datetime.now(_BERLIN)),
            reader=reader,
            coverage=_nothing_yet(),
            curated=(),
            model=None,
            retriever=None,
            emit=lambda event: None,
        )
        examples = [example for question in questions for example in _examples(question, tools)]
        generation.close()
    return examples


def _nothing_yet() -> Logistic:
    zeros = np.zeros(len(NAMES), dtype=np.float32)
    return Logistic(zeros, zeros + 1, zeros, 0.0, {})


def _examples(question: Json, tools: Tools) -> list[Example]:
    run = Run(id="", question=Question(text=question["question"]), tools=tools, now=datetime.now(_BERLIN))
    run.text = question["question"]
    understand(run)
    if run.status is not None:
        return []
    retrieve(run)
    gold = set(question["gold_ids"])
    examples = []
    if run.document is not None:
        features = coverage_features(run, run.document)
        examples.append(Example(question["id"], features, run.document.id in gold))
    _keep(run, lambda document_id: document_id not in gold)
    if run.document is not None:
        examples.append(Example(question["id"], coverage_features(run, run.document), covers=False))
    return examples


def _keep(run: Run, wanted: Callable[[str], bool]) -> None:
    run.documents = tuple(document for document in run.documents if wanted(document.id))
    kept = tuple(hit for hit in run.results.documents if wanted(hit.document_id))
    run.results = Results(kept, run.results.hits)


def _region(document_id: str) -> str:
    return document_id.partition("/")[0]


def _fit(examples: Sequence[Example]) -> Logistic:
    features = np.stack([example.features for example in examples])
    return fit(features, np.array([example.covers for example in examples]), strength=_STRENGTH)


def _report(examples: Sequence[Example]) -> None:
    names = sorted({example.question for example in examples})
    order = np.random.default_rng(_SEED).permutation(len(names))
    fold_of = {names[index]: place % _FOLDS for place, index in enumerate(order)}
    probabilities, labels = [], []
    for fold in range(_FOLDS):
        model = _fit([example for example in examples if fold_of[example.question] != fold])
        held_out = [example for example in examples if fold_of[example.question] == fold]
        probabilities.append(model.probabilities(np.stack([example.features for example in held_out])))
        labels.append(np.array([example.covers for example in held_out]))
    p, y = np.concatenate(probabilities), np.concatenate(labels)
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        refused, wrongly = (p[~y] < threshold).mean(), (p[y] < threshold).mean()
        print(f"{threshold:.2f}: refused {refused:.3f} of uncovered, {wrongly:.3f} of covered")  # noqa: T201


if __name__ == "__main__":
    main()
