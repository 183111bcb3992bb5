"""How well the best document covers the question, in numbers; "not found" rests on them.

Shares are weighted by rarity and count only words that name a subject: whether a page says "kostet" or "neu"
tells nothing about whether it is the right one.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.covered_services import NAMES as SERVICE_NAMES
from bot.covered_services import service_features
from bot.reader.lines import Line
from bot.reader.reader import Reading
from bot.reader.share import share
from bot.run import Run
from corpus.analysis.said import said_in
from corpus.analysis.topic import topic_stems, with_grams
from corpus.records import Document
from corpus.search.results import DocumentHit

NAMES = (
    "topic",
    "topic_tokens",
    "topic_in_title",
    "topic_tokens_in_title",
    "topic_in_headings",
    "topic_in_passage",
    "topic_tokens_in_passage",
    "topic_tokens_in_line",
    "title_asked",
    "title_cosine",
    "cosine",
    "score",
    "reader",
    "aspect",
    "rarest_missing",
    "words",
    "no_topic",
    "answered",
    *SERVICE_NAMES,
)
WEIGHTS = "coverage-de.npz"
_HIGHEST_SCORE = 10.0


def coverage_features(run: Run, document: Document) -> NDArray[np.float32]:
    """A value for each of `NAMES`; `document` is the first of those found."""
    asked = topic_stems(run.read)
    lines, reading = run.read_document(document)
    rarity = run.tools.generation.rarity
    topic = {one: rarity(one) for one in asked}
    tokens = {one: rarity(one) for one in with_grams(asked)}
    values = [
        *_in_document(topic, tokens, document),
        *_in_passages(topic, tokens, run, lines),
        *_as_a_whole(run, document, reading),
        *_words(topic, run, document),
        reading.answered,
        *service_features(run, document),
    ]
    return np.array(values, dtype=np.float32)


def _in_document(topic: Mapping[str, float], tokens: Mapping[str, float], document: Document) -> list[float]:
    title = f"{document.title} {' '.join(document.keywords)}"
    headings = f"{title} {' '.join(section.heading for section in document.sections)}"
    named, text = said_in(title), said_in(f"{title} {document.text()}")
    return [
        share(topic, text.stems),
        share(tokens, text),
        share(topic, named.stems),
        share(tokens, named),
        share(topic, said_in(headings).stems),
    ]


def _in_passages(
    topic: Mapping[str, float], tokens: Mapping[str, float], run: Run, lines: Sequence[Line]
) -> list[float]:
    said = run.tools.reader.page(lines).tokens if lines else ()
    passages = [
        said_in(
            f"{hit.passage.title} {' '.join(hit.passage.keywords)} {hit.passage.heading} {hit.passage.text}"
        )
        for hit in run.results.documents[0].hits
    ]
    return [
        max((share(topic, passage.stems) for passage in passages), default=0.0),
        max((share(tokens, passage) for passage in passages), default=0.0),
        max((share(tokens, found) for found in said), default=0.0),
    ]


def _as_a_whole(run: Run, document: Document, reading: Reading) -> list[float]:
    question, best = run.reading, run.results.documents[0]
    title = set(topic_stems(document.title))
    return [
        len(title & set(question.stems)) / max(1, len(title)),
        float(run.tools.reader.embedder.embed_passages([document.title])[0] @ question.vector),
        _best(best, "dense"),
        min(best.score, _HIGHEST_SCORE),
        float(reading.lines.max()) if len(reading.lines) else 0.0,
    ]


def _words(topic: Mapping[str, float], run: Run, document: Document) -> list[float]:
    known = said_in(f"{document.text()} {' '.join(document.keywords)}").stems
    return [
        float(bool(run.reading.aspects)),
        max((weight for one, weight in topic.items() if one not in known), default=0.0),
        float(len(topic)),
        float(not topic),
    ]


def _best(hit: DocumentHit, score: str) -> float:
    return max((getattr(one, score) for one in hit.hits), default=0.0)
