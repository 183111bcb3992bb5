"""How well the best document covers the question, in numbers; "not found" rests on them.

Shares are weighted by rarity, so that "Hundesteuer" counts more than "hoch". What stands out among the
documents found (scores against their median) tells more than any score alone.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from bot.reader.lines import lines_of
from bot.run import Run
from corpus.analysis.tokens import index_tokens, stems
from corpus.lexicon import load_lexicon
from corpus.records import Document
from corpus.search.results import DocumentHit

NAMES = (
    "stems",
    "tokens",
    "title",
    "headings",
    "best_passage",
    "best_passage_stems",
    "best_line",
    "title_asked",
    "title_cosine",
    "cosine",
    "cosine_above_median",
    "bm25_share",
    "bm25_gap",
    "score",
    "score_gap",
    "score_above_median",
    "reader",
    "aspect",
    "rarest_missing",
    "rarest",
    "words",
    "same_service",
    "other_service",
    "corpus_size",
)
WEIGHTS = "coverage-de.json"
_KEYWORDS = 20
_BM25_SCALE = 10.0


def coverage_features(run: Run, document: Document) -> NDArray[np.float32]:
    """A value for each of `NAMES`; `document` is the first of those found."""
    return np.array(
        [
            *_words_of_document(run, document),
            *_standing_out(run),
            *_reading(run, document),
            *_services(run, document),
            float(np.log1p(run.tools.generation.manifest.documents)),
        ],
        dtype=np.float32,
    )


def _words_of_document(run: Run, document: Document) -> list[float]:
    question = run.reading
    keywords = " ".join(document.keywords)
    text = f"{document.text()} {keywords}"
    title = index_tokens(f"{document.title} {keywords}")
    headings = stems(f"{document.title} {keywords} {' '.join(s.heading for s in document.sections)}")
    passages = [
        f"{hit.passage.title} {' '.join(hit.passage.keywords)} {hit.passage.heading} {hit.passage.text}"
        for hit in run.results.documents[0].hits
    ]
    title_stems = set(stems(document.title))
    return [
        _share(question.stems, stems(text)),
        _share(question.tokens, index_tokens(text)),
        _share(question.tokens, title),
        _share(question.stems, headings),
        max((_share(question.tokens, index_tokens(passage)) for passage in passages), default=0.0),
        max((_share(question.stems, stems(passage)) for passage in passages), default=0.0),
        max((_share(question.tokens, index_tokens(line.text)) for line in lines_of(document)), default=0.0),
        len(title_stems & set(question.stems)) / max(1, len(title_stems)),
        float(run.tools.reader.embedder.embed_passages([document.title])[0] @ question.vector),
    ]


def _standing_out(run: Run) -> list[float]:
    found = run.results.documents
    cosines = [_best(hit, "dense") for hit in found]
    bm25 = [_best(hit, "lexical") for hit in found]
    scores = [hit.score for hit in found]
    weight = sum(run.reading.tokens.values()) or 1.0
    return [
        cosines[0],
        cosines[0] - float(np.median(cosines)),
        bm25[0] / weight,
        (bm25[0] - (bm25[1] if len(bm25) > 1 else 0.0)) / _BM25_SCALE,
        scores[0],
        scores[0] - (scores[1] if len(scores) > 1 else 0.0),
        scores[0] - float(np.median(scores)),
    ]


def _reading(run: Run, document: Document) -> list[float]:
    question = run.reading
    read = run.tools.reader.score(question, lines_of(document))
    known = set(stems(f"{document.text()} {' '.join(document.keywords)}"))
    weights = question.stems
    return [
        float(read.max()) if len(read) else 0.0,
        float(bool(question.aspects)),
        max((weight for stem, weight in weights.items() if stem not in known), default=0.0),
        max(weights.values(), default=0.0),
        float(len(weights)),
    ]


def _services(run: Run, document: Document) -> list[float]:
    """Whether question and document are about the same service, or each about another one."""
    lexicon = load_lexicon()
    asked = {service.key for service in lexicon.find(run.text)}
    offered = {service.key for service in lexicon.find(document.title)}
    for keyword in document.keywords[:_KEYWORDS]:
        offered |= {service.key for service in lexicon.find(keyword)[:1]}
    return [float(bool(asked & offered)), float(bool(asked and offered and not asked & offered))]


def _best(hit: DocumentHit, score: str) -> float:
    return max((getattr(one, score) for one in hit.hits), default=0.0)


def _share(weights: dict[str, float], found: Collection[str]) -> float:
    total = sum(weights.values())
    present = set(found)
    return sum(weight for token, weight in weights.items() if token in present) / total if total else 0.0
