"""`python -m training.coverage --questions Q.jsonl --corpus C.jsonl` trains what "not found" rests on.

It asks in two ways. Questions made of the lexicon are put to the sample city and to the corpus: a service
that it offers is covered, and no longer so once every document that offers it is taken out of what was found;
a service that nobody offers and a question about anything but administration never are. Questions of the
`train` split that have a gold page are looked up the same way, in corpora of several sizes. Writes
`models/coverage-de.npz` and prints how well questions about services that weren't trained on are told apart.
Four minutes on one core.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.coverage import NAMES, WEIGHTS
from bot.reader.reader import load_reader
from bot.trees import Trees
from corpus.embedding.choose import load_embedder
from evaluation.corpus_file import any_city, read_corpus
from training.coverage.cities import generation_of, sample_city
from training.coverage.example import Example, keep_examples, table
from training.coverage.from_lexicon import lexicon_examples
from training.coverage.from_pages import SIZES, corpora, page_examples, train_questions
from training.coverage.report import report
from training.trees import Growth, fit_trees, write_trees

OUT = Path("models") / WEIGHTS
_SEED = 20260601
_GROWTH = Growth(rounds=120, rate=0.05, leaves=6, least_in_leaf=30, seeds=2)


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
        keep_examples(options.keep, examples)
    report(examples, _fit, np.random.default_rng(_SEED))
    if not options.measure:
        write_trees(options.out, NAMES, _fit(examples))


def collect(questions: Path, corpus: Path) -> list[Example]:
    """All examples, of the sample city and of the corpus file."""
    city = any_city()
    documents = list(read_corpus(corpus, city.id))
    reader = load_reader(load_embedder(city.embedding))
    random = np.random.default_rng(_SEED)
    examples: list[Example] = []
    with sample_city(reader) as tools:
        examples += lexicon_examples(tools, "sample", random)
    for some, pages in corpora(train_questions(questions), documents, np.random.default_rng(_SEED)):
        with generation_of(pages, city, reader) as tools:
            examples += [one for question in some for one in page_examples(question, tools)]
            if len(pages) > max(SIZES):
                examples += lexicon_examples(tools, "corpus", random)
        sys.stderr.write(f"{len(pages)} Seiten, {len(some)} Fragen\n")
    return examples


def _fit(examples: Sequence[Example]) -> Trees:
    return fit_trees(table(examples), np.array([one.covers for one in examples]), _GROWTH)


if __name__ == "__main__":
    main()
