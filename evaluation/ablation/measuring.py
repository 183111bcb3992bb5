"""Measures variants of the search on a corpus with questions, without the rest of the assistant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.aspects import find_aspects
from corpus.embedding.cache import CachedEmbedder
from corpus.embedding.choose import load_embedder
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.lexicon import expand
from evaluation.ablation.variants import Variant
from evaluation.corpus_file import any_city, read_corpus
from evaluation.questions import GoldQuestion, read_questions
from evaluation.retrieval.case import RetrievalCase
from evaluation.retrieval.figures import RetrievalFigures, figures

_FOUND = 10


@dataclass(frozen=True)
class Row:
    """A variant's figures over all questions of a corpus."""

    variant: Variant
    figures: RetrievalFigures


def measure(
    corpus: Path, questions: Path, place: Path, cache: Path, variants: Sequence[Variant], split: str | None
) -> Iterator[Row]:
    """The figures of each variant; with `split` on the questions of that split alone.

    Left out are questions that no document answers and follow-ups, which need the assistant's context.
    Builds in the folder `place`; embeddings are kept in the file `cache`. Raises `EvaluationError`.
    """
    city = any_city()
    embedder = load_embedder(city.embedding)
    folder = Shelf(place).new_folder()
    build_generation(folder, city.id, list(read_corpus(corpus, city.id)), CachedEmbedder(embedder, cache))
    asked = [
        question
        for question in read_questions(questions)
        if question.answerable and not question.history and split in (None, question.split)
    ]
    for variant in variants:
        generation = Generation.open(folder, embedder, variant.weights)
        cases = [_case(generation, question, variant) for question in asked]
        generation.close()
        yield Row(variant, figures(cases)["all"])


def _case(generation: Generation, question: GoldQuestion, variant: Variant) -> RetrievalCase:
    text = question.question
    official = expand(text) if variant.lexicon else []
    if question.lang != "de":
        text, official = " ".join([text, *official]), []
    kinds = [aspect.kinds[0] for aspect in find_aspects(question.question)] if variant.aspects else []
    found = generation.search(text, official=official, limit=_FOUND, kinds=kinds).documents
    ranked = tuple(hit.document_id for hit in found)
    return RetrievalCase(question.id, question.kind, question.question, question.gold_ids, ranked)
