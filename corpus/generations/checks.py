"""Whether a new generation may replace the one that is being served."""

from collections import Counter
from collections.abc import Mapping

from corpus.city import City
from corpus.generations.content import Origin
from corpus.generations.errors import GenerationError
from corpus.generations.opened import Generation

FEW = 2
"""So many documents of one source may go in any case: of three notices two may expire in a night."""


def check(new: Generation, old: Generation | None, city: City) -> list[str]:
    """The reasons not to publish `new`, a German sentence each; empty if there are none.

    Checked are: the dense index, that there are public passages, that no more than `city.max_loss` of the old
    generation's documents are missing, neither of all nor of those of one source, and that every canary
    question still finds words of the corpus.
    """
    try:
        new.warm()
    except GenerationError as error:
        return [str(error)]
    if not new.manifest.audiences.get("public"):
        return ["Die neue Generation enthält keinen öffentlichen Text."]
    return [*_losses(new, old, city), *silent_canaries(new, city.canary_questions)]


def silent_canaries(generation: Generation, questions: tuple[str, ...]) -> list[str]:
    """The canary questions for which the generation finds nothing, a German sentence each."""
    return [
        f"Die Probefrage „{question}“ findet nichts mehr."
        for question in questions
        if not any(hit.lexical > 0 for hit in generation.search(question).hits)
    ]


def _losses(new: Generation, old: Generation | None, city: City) -> list[str]:
    if old is None:
        return []
    sources = {source.name for source in city.sources}
    # A source that was taken out of city.toml is meant to go.
    before = {name: origin for name, origin in old.origins().items() if origin.source in sources}
    there = _all_ids(new.origins())
    lost = [name for name in before if name not in there]
    reasons = _of_all(len(lost), len(before), city.max_loss)
    if not reasons:
        reasons = _by_source(before, lost, city.max_loss)
    return reasons


def _all_ids(origins: Mapping[str, Origin]) -> set[str]:
    """Ids of documents, and of those that became part of them."""
    return {*origins, *(one for origin in origins.values() for one in origin.joined)}


def _of_all(lost: int, before: int, allowed: float) -> list[str]:
    if not before or lost / before <= allowed:
        return []
    return [f"{lost} von {before} Dokumenten sind nicht mehr dabei ({_share(lost, before, allowed)})."]


def _by_source(before: Mapping[str, Origin], lost: list[str], allowed: float) -> list[str]:
    all_of = Counter(origin.source for origin in before.values())
    lost_of = Counter(before[name].source for name in lost)
    return [
        f"Von der Quelle „{source}“ sind {count} von {all_of[source]} Dokumenten nicht mehr dabei "
        f"({_share(count, all_of[source], allowed)})."
        for source, count in sorted(lost_of.items())
        if count > FEW and count / all_of[source] > allowed
    ]


def _share(lost: int, before: int, allowed: float) -> str:
    return f"{lost / before:.0%}, erlaubt sind {allowed:.0%}"
