"""Questions made of the lexicon: of services that a corpus offers, that it doesn't, and of no service."""

from collections.abc import Iterator, Sequence

import numpy as np

from bot.run import Tools
from corpus.analysis.topic import topic_stems
from corpus.lexicon import Service, load_lexicon
from corpus.lexicon.offered import is_about, services_of
from training.asked import Asked, off_topic, questions_about
from training.coverage.example import Example
from training.coverage.looking_up import example, keep, look_up

_GERMAN, _FOREIGN, _NOT_OFFERED = 2, 1, 150
_EARLY = 5


def lexicon_examples(tools: Tools, source: str, random: np.random.Generator) -> list[Example]:
    """Questions about services that the corpus offers and about others, and about nothing of the kind."""
    offered = {key for document in tools.generation.documents() for key in services_of(document)}
    titles = [set(topic_stems(document.title)) for document in tools.generation.documents()]
    services = load_lexicon().services
    others = [one for one in services if one.key not in offered and not _titled(one, titles)]
    drawn = [others[place] for place in random.permutation(len(others))[:_NOT_OFFERED]]
    asked: list[Asked] = []
    for service in (*(one for one in services if one.key in offered), *drawn):
        asked += questions_about(service, random, german=_GERMAN, foreign=_FOREIGN)
    asked += off_topic()
    return [one for question in asked for one in _service_examples(question, tools, source)]


def _titled(service: Service, titles: Sequence[set[str]]) -> bool:
    """Whether a title says all that an official name does, though the lexicon doesn't recognise it."""
    names = [set(topic_stems(name)) for name in service.official]
    return any(name and name <= title for name in names for title in titles)


def _service_examples(asked: Asked, tools: Tools, source: str) -> Iterator[Example]:
    run = look_up(asked.text, tools)
    if run is None:
        return
    service = asked.service
    near = {document.id for document in run.documents if asked.subject in services_of(document)}
    right = {document.id for document in run.documents if service and is_about(document, service)}
    early = [document.id for document in run.documents[:_EARLY]]
    # Where the right document is found, but not first, neither answer nor refusal is right.
    if early and (early[0] in right or not (near | right) & set(early)):
        yield example(asked.subject, source, run, covers=early[0] in right)
    keep(run, lambda document_id: document_id not in near | right)
    if right and run.document is not None:
        yield example(asked.subject, source, run, covers=False)
