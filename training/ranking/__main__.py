"""`python -m training.ranking --questions Q.jsonl --corpus C.jsonl`: trains re-ranking.

Learns from the questions of the `train` split (format: `gold_ids`, `split`) over that corpus, and from
questions made of the lexicon's phrases over the sample city, so that it doesn't learn one kind of page only.
Prints what it scores by five-fold cross-validation over pages and on `dev`, and writes
`models/ranking-de.json`.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.musterstadt.serve import SampleSite
from corpus.search.ranking.features import NAMES, Floats
from corpus.search.weights import SearchWeights
from evaluation.corpus_file import any_city, read_corpus
from evaluation.musterstadt.measuring import NAME, crawl
from training.ranking.examples import Examiner, Example
from training.ranking.fitting import SEED, cross_validated, figures, fit

OUT = Path("models/ranking-de.json")
MADE = 50
"""Made-up questions to learn from, drawn from all: fewer than asked ones, which they only complete."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(prog="python -m training.ranking", description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true", help="report only, write nothing")
    options = parser.parse_args(arguments)
    city = any_city()
    embedder = load_embedder(city.embedding)
    with tempfile.TemporaryDirectory() as name:
        asked = _asked(Path(name), options.questions, options.corpus, city, embedder)
        all_made = _made(Path(name), embedder)
    made = random.Random(SEED).sample(all_made, min(MADE, len(all_made)))
    train, dev = ([one for one in asked if one.split == split] for split in ("train", "dev"))
    weights = fit([*train, *made])
    _show("all, by fusion", figures(asked))
    _show("all, five-fold by page", cross_validated(asked, made))
    _show("dev, by fusion", figures(dev))
    _show("dev", figures(dev, weights))
    others = [one for one in all_made if not any(one is known for known in made)]
    _show(f"{len(others)} made-up questions, by fusion", figures(others))
    _show("the same, re-ranked", figures(others, weights))
    if not options.measure:
        write(options.out, weights)


def write(path: Path, weights: Floats) -> None:
    """Write the weights as JSON, by the names of their features."""
    data = {"weights": {name: round(float(one), 4) for name, one in zip(NAMES, weights, strict=True)}}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _asked(place: Path, questions: Path, corpus: Path, city: City, embedder: Embedder) -> list[Example]:
    folder = Shelf(place / "asked").new_folder()
    build_generation(folder, city.id, list(read_corpus(corpus, city.id)), embedder)
    entries = [json.loads(line) for line in questions.open(encoding="utf-8")]
    generation = Generation.open(folder, embedder, SearchWeights(rerank=False))
    examiner = Examiner(generation)
    examples = [
        examiner.asked(entry["question"], entry["gold_ids"], entry["split"])
        for entry in entries
        if entry.get("gold_ids")
    ]
    generation.close()
    return examples


def _made(place: Path, embedder: Embedder) -> list[Example]:
    with SampleSite() as site:
        crawl(site, place, place)
    folder = Shelf(place / "generations" / NAME).current()
    if folder is None:
        raise SystemExit("Die Musterstadt wurde nicht eingelesen.")
    generation = Generation.open(folder, embedder, SearchWeights(rerank=False))
    examples = list(Examiner(generation).made_up(random.Random(SEED)))
    generation.close()
    return examples


def _show(name: str, found: Floats) -> None:
    recall_1, recall_5, ndcg = found
    sys.stdout.write(f"{name}: recall@1 {recall_1:.3f}, recall@5 {recall_5:.3f}, nDCG@5 {ndcg:.3f}\n")


if __name__ == "__main__":
    main()
