"""A question as re-ranking sees it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.analysis.topic import topic_stems
from corpus.lexicon import load_lexicon

Rarity = Callable[[str], float]


@dataclass(frozen=True)
class Asked:
    """What a question asks for.

    `topic` maps the stems that name its subject to their rarity, `named` holds these and those of the
    official terms; `service` is the key of the lexicon's service that fits best, empty where none does.
    """

    topic: dict[str, float]
    named: frozenset[str]
    service: str


def analyse(question: str, official: Sequence[str], rarity: Rarity) -> Asked:
    """Analyse a question once, for any number of documents."""
    topic = topic_stems(question)
    services = load_lexicon().find(question)
    return Asked(
        topic={one: rarity(one) for one in topic},
        named=frozenset([*topic, *topic_stems(" ".join(official))]),
        service=services[0].key if services else "",
    )
