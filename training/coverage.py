"""Trains the decision whether a document covers a question at all, which "not found" rests on.

`python -m training.coverage --questions Q.jsonl --corpus C.jsonl` asks in two ways. Questions made of the
lexicon are put to the sample city and to the corpus, in several sizes: a service that it offers is covered,
and no longer so once every document that offers it is taken out of what was found; a service that nobody
offers and a question about anything but administration never are. Questions of the `train` split that have a
gold page are looked up the same way. Writes `models/coverage-de.npz` and prints how well questions about
services that weren't trained on are told apart. Four minutes on one core.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from bot.coverage import NAMES, WEIGHTS, coverage_features
from bot.covered_services import TOLD_BY_LEXICON
from bot.reader.reader import Reader, load_reader
from bot.request import Question
from bot.run import Run, Tools
from bot.settings import BotSettings
from bot.steps.language import language
from bot.steps.retrieve import retrieve
from bot.steps.understand import understand
from bot.token import ContextTokens
from bot.trees import Trees
from corpus.analysis.topic import topic_stems
from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.lexicon import Service, load_lexicon
from corpus.lexicon.offered import is_about, services_of
from corpus.musterstadt.serve import SampleSite
from corpus.records import Document
from corpus.search.results import Results
from evaluation.corpus_file import any_city, read_corpus
from evaluation.musterstadt.measuring import crawl
from training.asked import Asked, off_topic, questions_about
from training.trees import Growth, fit_trees, write_trees

OUT = Path("models") / WEIGHTS
_FOLDS = 5
_SEED = 20260601
_GROWTH = Growth(rounds=120, rate=0.05, leaves=6, least_in_leaf=30, seeds=2)
_SIZES = (30, 100)
_GERMAN, _FOREIGN, _NOT_OFFERED = 2, 1, 150
_BERLIN = ZoneInfo("Europe/Berlin")
_EARLY = 5
_PAGES = "pages"
Floats = NDArray[np.float32]
Json = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """Features (k,) of the best document for a question about a subject, and whether it answers."""

    subject: str
    source: str
    features: Floats
    covers: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--keep", type=Path, help="also write all examples to this .npz file")
    parser.add_argument("--measure", action="store_true", help="report only, write nothing")
    options = parser.parse_args(arguments)
    examples = collect(options.questions, options.corpus)
    if options.keep:
        _keep_examples(options.keep, examples)
    _report(examples)
    if not options.measure:
        write_trees(options.out, NAMES, _fit(examples))


def collect(questions: Path, corpus: Path) -> list[Example]:
    """All examples, of the sample city and of the corpus file."""
    city = any_city()
    documents = list(read_corpus(corpus, city.id))
    asked = [json.loads(line) for line in questions.open(encoding="utf-8")]
    wanted = [q for q in asked if q.get("split") == "train" and q["gold_ids"]]
    reader = load_reader(load_embedder(city.embedding))
    random = np.random.default_rng(_SEED)
    examples: list[Example] = []
    with _sample_city(reader) as tools:
        examples += _lexicon_examples(tools, "sample", random)
    for some, pages in _corpora(wanted, documents):
        with _generation(pages, city, reader) as tools:
            examples += [example for question in some for example in _page_examples(question, tools)]
            if len(pages) > max(_SIZES):
                examples += _lexicon_examples(tools, "corpus", random)
        sys.stderr.write(f"{len(pages)} Seiten, {len(some)} Fragen\n")
    return examples


@contextmanager
def _sample_city(reader: Reader) -> Iterator[Tools]:
    with tempfile.TemporaryDirectory() as folder, SampleSite() as site:
        city, place = site.city(), Path(folder)
        crawl(site, place, place)
        current = Shelf(place / "generations" / city.id).current()
        if current is None:
            raise SystemExit("Die Musterstadt ließ sich nicht lesen.")
        generation = Generation.open(current, reader.embedder)
        yield _tools(city, generation, reader)
        generation.close()


@contextmanager
def _generation(documents: Sequence[Document], city: City, reader: Reader) -> Iterator[Tools]:
    with tempfile.TemporaryDirectory() as folder:
        build = Shelf(Path(folder)).new_folder()
        build_generation(build, city.id, documents, reader.embedder)
        generation = Generation.open(build, reader.embedder)
        yield _tools(city, generation, reader)
        generation.close()


def _tools(city: City, generation: Generation, reader: Reader) -> Tools:
    generation.warm()
    return Tools(
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


def _nothing_yet() -> Trees:
    whole, real = np.zeros((1, 1), dtype=np.int16), np.zeros((1, 1))
    return Trees(whole, real, whole, whole, real, 0.0, 0)


def _lexicon_examples(tools: Tools, source: str, random: np.random.Generator) -> list[Example]:
    """Questions about services that the corpus offers and about others, and about nothing of the kind."""
    offered = {key for document in tools.generation.documents() for key in services_of(document)}
    titles = [set(topic_stems(document.title)) for document in tools.generation.documents()]
    services = load_lexicon().services
    others = [one for one in services if one.key not in offered and not _titled(one, titles)]
    drawn = [others[place] for place in random.permutation(len(others))[:_NOT_OFFERED]]
    examples: list[Example] = []
    for service in (*(one for one in services if one.key in offered), *drawn):
        for asked in questions_about(service, random, german=_GERMAN, foreign=_FOREIGN):
            examples += _service_examples(asked, tools, source)
    for asked in off_topic():
        examples += _service_examples(asked, tools, source)
    return examples


def _titled(service: Service, titles: Sequence[set[str]]) -> bool:
    """Whether a title says all that an official name does, though the lexicon doesn't recognise it."""
    names = [set(topic_stems(name)) for name in service.official]
    return any(name and name <= title for name in names for title in titles)


def _service_examples(asked: Asked, tools: Tools, source: str) -> Iterator[Example]:
    run = _look_up(asked.text, tools)
    if run is None:
        return
    service = asked.service
    near = {document.id for document in run.documents if asked.subject in services_of(document)}
    right = {document.id for document in run.documents if service and is_about(document, service)}
    early = [document.id for document in run.documents[:_EARLY]]
    # Where the right document is found, but not first, neither answer nor refusal is right.
    if early and (early[0] in right or not (near | right) & set(early)):
        yield _example(asked.subject, source, run, early[0] in right)
    _keep(run, lambda document_id: document_id not in near | right)
    if right and run.document is not None:
        yield _example(asked.subject, source, run, covers=False)


def _page_examples(question: Json, tools: Tools) -> Iterator[Example]:
    run = _look_up(question["question"], tools)
    if run is None:
        return
    gold = set(question["gold_ids"])
    if run.document is not None:
        yield _example(question["id"], _PAGES, run, run.document.id in gold)
    _keep(run, lambda document_id: document_id not in gold)
    if run.document is not None:
        yield _example(question["id"], _PAGES, run, covers=False)


def _look_up(text: str, tools: Tools) -> Run | None:
    run = Run(id="", question=Question(text=text), tools=tools, now=datetime.now(_BERLIN))
    run.text = text
    language(run)
    understand(run)
    if run.status is not None:
        return None
    retrieve(run)
    return run


def _example(subject: str, source: str, run: Run, covers: bool) -> Example:
    return Example(subject, source, coverage_features(run, run.documents[0]), covers)


def _keep(run: Run, wanted: Callable[[str], bool]) -> None:
    run.documents = tuple(document for document in run.documents if wanted(document.id))
    kept = tuple(hit for hit in run.results.documents if wanted(hit.document_id))
    run.results = Results(kept, run.results.hits)


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


def _region(document_id: str) -> str:
    return document_id.partition("/")[0]


def _fit(examples: Sequence[Example]) -> Trees:
    return fit_trees(_table(examples), np.array([example.covers for example in examples]), _GROWTH)


def _table(examples: Sequence[Example]) -> Floats:
    """The features; what the lexicon says of its own questions is left out: of others it knows less."""
    told = np.array([name in TOLD_BY_LEXICON for name in NAMES])
    rows = [np.where(told & (e.source != _PAGES), np.float32(0), e.features) for e in examples]
    return np.stack(rows).astype(np.float32)


def _report(examples: Sequence[Example]) -> None:
    names = sorted({example.subject for example in examples})
    order = np.random.default_rng(_SEED).permutation(len(names))
    fold_of = {names[index]: place % _FOLDS for place, index in enumerate(order)}
    folds = np.array([fold_of[example.subject] for example in examples])
    table = _table(examples)
    covers = np.array([example.covers for example in examples])
    p = np.zeros(len(examples), dtype=np.float32)
    for fold in range(_FOLDS):
        others = [example for example, own in zip(examples, folds, strict=True) if own != fold]
        p[folds == fold] = _fit(others).probabilities(table[folds == fold])
    for source in sorted({example.source for example in examples}):
        here = np.array([example.source == source for example in examples])
        print(f"{source}: {int((here & covers).sum())} covered, {int((here & ~covers).sum())} not")  # noqa: T201
        for threshold in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
            refused, wrongly = (p[here & ~covers] < threshold).mean(), (p[here & covers] < threshold).mean()
            print(f"  {threshold:.2f}: refused {refused:.3f} of uncovered, {wrongly:.3f} of covered")  # noqa: T201


def _keep_examples(path: Path, examples: Sequence[Example]) -> None:
    np.savez_compressed(
        path,
        features=np.stack([example.features for example in examples]),
        covers=np.array([example.covers for example in examples]),
        subject=np.array([example.subject for example in examples]),
        source=np.array([example.source for example in examples]),
    )


if __name__ == "__main__":
    main()
