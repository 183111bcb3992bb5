"""Whether a new generation may replace the one that is being served."""

from corpus.city import City
from corpus.generations.errors import GenerationError
from corpus.generations.opened import Generation


def check(new: Generation, old: Generation | None, city: City) -> list[str]:
    """The reasons not to publish `new`, a German sentence each; empty if there are none.

    Checked are: the dense index, that there are public passages, that no more than `city.max_loss` of the old
    generation's documents are missing, and that every canary question still finds words of the corpus.
    """
    try:
        new.warm()
    except GenerationError as error:
        return [str(error)]
    if not new.manifest.audiences.get("public"):
        return ["Die neue Generation enthält keinen öffentlichen Text."]
    return [*_losses(new, old, city.max_loss), *_silent_canaries(new, city.canary_questions)]


def _losses(new: Generation, old: Generation | None, allowed: float) -> list[str]:
    if old is None:
        return []
    before = old.document_ids()
    lost = before - new.document_ids()
    if not before or len(lost) / len(before) <= allowed:
        return []
    share = f"{len(lost) / len(before):.0%}, erlaubt sind {allowed:.0%}"
    return [f"{len(lost)} von {len(before)} Dokumenten sind nicht mehr dabei ({share})."]


def _silent_canaries(new: Generation, questions: tuple[str, ...]) -> list[str]:
    return [
        f"Die Probefrage „{question}“ findet nichts mehr."
        for question in questions
        if not any(hit.lexical > 0 for hit in new.search(question).hits)
    ]
