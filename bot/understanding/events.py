"""Whether a question means a life event and no single service."""

from collections.abc import Sequence

from bot.understanding.aspects import Aspect
from corpus.analysis.topic import topic_stems
from corpus.lexicon import load_lexicon
from corpus.lexicon.events import LifeEvent, load_events
from corpus.lexicon.phrases import Question, read_phrase

# Who asks for something else wants to know one thing of one service: what it costs, until when.
_OPEN = frozenset({"procedure", "requirements", "documents", "where"})
_TELLING = 2.0
"""How well a phrase of at least two words fits; one word alone ("Umzug") tells less."""
_NAMED = 1.3
"""How well an official name fits, at least of one word with eight letters."""
_WORDS_AROUND, _WORDS_AROUND_ONE = 7, 4
_LONGEST_FOREIGN = 16


def event_meant(text: str, aspects: Sequence[Aspect], *, german: bool) -> LifeEvent | None:
    """The event that `text` tells of; None where it asks for one service by its name, or for its cost.

    "Oma gestorben, was tun?" means the event, "Was kostet eine Sterbeurkunde?" the service.
    """
    if any(aspect.name not in _OPEN for aspect in aspects):
        return None
    found = load_events().find(text)
    if found is None:
        return None
    event, fit = found
    if _says_more(text, fit, german=german) or _names_a_service(text, event, fit):
        return None
    return event


def _says_more(text: str, fit: float, *, german: bool) -> bool:
    """Whether the question has so many words of its own that the event is only its occasion."""
    if not german:
        return len(text.split()) > _LONGEST_FOREIGN
    return len(topic_stems(text)) > (_WORDS_AROUND if fit >= _TELLING else _WORDS_AROUND_ONE)


def _names_a_service(text: str, event: LifeEvent, fit: float) -> bool:
    """Whether a service is named officially, or one outside the event fits better than the event does."""
    asked = Question(text)
    own = {step.service.key for step in event.steps}
    for service in load_lexicon().find(text):
        if max(read_phrase(term).fit(asked) for term in service.official) >= min(fit, _NAMED):
            return True
        spoken = max((read_phrase(phrase).fit(asked) for phrase in service.phrases), default=0.0)
        if service.key not in own and spoken > fit:
            return True
    return False
