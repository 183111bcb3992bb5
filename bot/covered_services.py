"""Whether what was found is about the services that the question names."""

import numpy as np

from bot.reader.share import share
from bot.run import Run
from corpus.analysis.rarity import blended_rarity
from corpus.analysis.said import said_in
from corpus.analysis.topic import topic_stems
from corpus.lexicon import Service, load_lexicon
from corpus.lexicon.offered import is_about, services_of
from corpus.records import Document
from corpus.search.results import DocumentHit

NAMES = (
    "service_known",
    "same_service",
    "other_service",
    "same_service_early",
    "services_offered",
    "official_in_title",
    "official_in_document",
    "own_topic",
    "own_known",
    "own_rarest_unknown",
    "best_title_share",
    "dense_margin",
    "score_margin",
    "first_by_words",
    "first_by_meaning",
    "lexical",
    "foreign",
)
_LOOKED_AT = 5
TOLD_BY_LEXICON = frozenset(NAMES[:7])
"""The features that rest on the lexicon recognising a service."""


def service_features(run: Run, document: Document) -> list[float]:
    """A value for each of this module's `NAMES`; `document` is the first of those found."""
    return [*_services(run), *_official(run, document), *_own_words(run, document), *_among(run)]


def _services(run: Run) -> list[float]:
    """How early and how fully the services that the question names are offered by what was found."""
    asked = load_lexicon().find(run.text)
    documents = run.documents[:_LOOKED_AT]
    offered = [{one.key for one in asked if offers(document, one)} for document in documents]
    early = [place for place, keys in enumerate(offered) if keys]
    return [
        float(bool(asked)),
        float(bool(offered[0])),
        float(bool(asked and not offered[0] and services_of(documents[0]))),
        1.0 / (1 + early[0]) if early else 0.0,
        len(set().union(*offered)) / max(1, len(asked)),
    ]


def offers(document: Document, service: Service) -> bool:
    """Whether `document` is about `service`."""
    return service.key in services_of(document) or is_about(document, service)


def _official(run: Run, document: Document) -> list[float]:
    """The best share of an official term that the title, and that the document, holds."""
    title = said_in(f"{document.title} {' '.join(document.keywords)}").stems
    text = title | said_in(document.text()).stems
    terms = [terms for one in run.official if (terms := topic_stems(one))]
    weights = [{one: run.tools.generation.rarity(one) for one in term} for term in terms]
    return [
        max((share(term, title) for term in weights), default=0.0),
        max((share(term, text) for term in weights), default=0.0),
    ]


def _own_words(run: Run, document: Document) -> list[float]:
    """How many of the citizen's own words the document, and the corpus, know."""
    generation = run.tools.generation
    total = len(generation.document_ids())
    own = {one: generation.rarity(one) for one in topic_stems(run.text)}
    unknown = {one for one, rarity in own.items() if rarity >= blended_rarity(one, 0, total) - 1e-6}
    text = said_in(f"{document.title} {' '.join(document.keywords)} {document.text()}").stems
    return [
        share(own, text),
        1.0 - share(own, unknown) if own else 0.0,
        max((own[one] for one in unknown), default=0.0),
    ]


def _among(run: Run) -> list[float]:
    """How clearly the first document stands out, by words and by meaning."""
    found = run.results.documents[:_LOOKED_AT]
    topic = {one: run.tools.generation.rarity(one) for one in topic_stems(run.read)}
    titles = [set(topic_stems(document.title)) for document in run.documents[:_LOOKED_AT]]
    dense, lexical = ([_best(hit, score) for hit in found] for score in ("dense", "lexical"))
    scores = [hit.score for hit in found]
    return [
        max((share(topic, title) for title in titles), default=0.0),
        dense[0] - max(dense[1:], default=0.0),
        (scores[0] - scores[1]) / (abs(scores[0]) + 1e-6) if len(scores) > 1 else 1.0,
        float(int(np.argmax(lexical)) == 0),
        float(int(np.argmax(dense)) == 0),
        min(lexical[0] / (sum(topic.values()) + 1.0), 5.0),
        float(run.asked_in != "de"),
    ]


def _best(hit: DocumentHit, score: str) -> float:
    return max((float(getattr(one, score)) for one in hit.hits), default=0.0)
