"""Whether a question means a life event and no single service."""

import re
from collections.abc import Sequence

from bot.patterns import load_patterns
from bot.understanding.aspects import Aspect
from corpus.analysis.tokens import stems
from corpus.analysis.topic import topic_stems
from corpus.lexicon import load_lexicon
from corpus.lexicon.events import LifeEvent, load_events
from corpus.lexicon.lexicon import Service
from corpus.lexicon.phrases import Question, read_phrase

# Who asks for anything else wants to know one thing of one service: what it costs, which papers, until when.
_OPEN = frozenset({"procedure", "requirements"})
_TELLING = 2.0
"""How well a phrase of at least two words fits; one word alone ("Umzug") tells less."""
_NAMED = 1.3
"""How well an official name fits, at least of one word with eight letters."""
_WORDS_AROUND, _WORDS_AROUND_ONE = 7, 4
_WORDS_TOLD = 5
"""Words of their own that who asks nothing may tell: more are about one thing of the event."""
_LONGEST_FOREIGN = 16


def event_meant(text: str, aspects: Sequence[Aspect], *, german: bool) -> LifeEvent | None:
    """The event that `text` tells of; None where it asks for one service, or for one thing of it.

    "Oma gestorben, was tun?" means the event; "Was kostet eine Sterbeurkunde?" and "Wir heiraten, welche
    Papiere?" mean a service.
    """
    if named := _called_by_name(text):
        return named
    if any(aspect.name not in _OPEN for aspect in aspects):
        return None
    found = load_events().find(text)
    if found is None:
        return None
    event, fit = found
    if _asks_for_one_thing(text, german=german):
        return None
    if _says_more(text, fit, german=german) or _names_a_service(text, event, fit):
        return None
    return event


def event_near(text: str) -> LifeEvent | None:
    """The event that is the occasion of `text`, whatever it asks."""
    found = load_events().find(text)
    return found[0] if found else None


def told_clearly(text: str) -> bool:
    """Whether at least two words of `text` tell of an event: "Umzug" alone may be anything's occasion."""
    found = load_events().find(text)
    return found is not None and found[1] >= _TELLING


def _called_by_name(text: str) -> LifeEvent | None:
    """The event that a question of ours is about: "Umzug: Was ist zu tun?"."""
    head, colon, _ = text.partition(":")
    plain = head.strip("\u2068\u2069 ").casefold()
    named = (event for event in load_events().events if plain in map(str.casefold, event.names.values()))
    return next(named, None) if colon and _patterns()["openly"].search(text) else None


def _asks_for_one_thing(text: str, *, german: bool) -> bool:
    """Whether it asks how, where or whether; "was tun?" asks openly, and who only tells asks so, too."""
    patterns = _patterns()
    if patterns["openly"].search(text):
        return False
    return bool(patterns["one_thing"].search(text)) or (german and len(topic_stems(text)) > _WORDS_TOLD)


def _patterns() -> dict[str, re.Pattern[str]]:
    return load_patterns("bot.understanding", "events.toml")


def _says_more(text: str, fit: float, *, german: bool) -> bool:
    """Whether the question has so many words of its own that the event is only its occasion."""
    if not german:
        return len(text.split()) > _LONGEST_FOREIGN
    return len(topic_stems(text)) > (_WORDS_AROUND if fit >= _TELLING else _WORDS_AROUND_ONE)


def _names_a_service(text: str, event: LifeEvent, fit: float) -> bool:
    """Whether a service is named: officially, by what is done, or better than the event though outside it."""
    asked = Question(text)
    own = {step.service.key: step.label for step in event.steps}
    for service in load_lexicon().find(text):
        if max(read_phrase(term).fit(asked) for term in service.official) >= min(fit, _NAMED):
            return True
        spoken = max((read_phrase(phrase).fit(asked) for phrase in service.phrases), default=0.0)
        if service.key not in own and spoken > fit:
            return True
        if service.key in own and _is_done(service, own[service.key], event, asked):
            return True
    return False


def _is_done(service: Service, label: str, event: LifeEvent, asked: Question) -> bool:
    """Whether a phrase of the service says what is to be done with it ("auto ummelden")."""
    occasion = {token.rstrip("*") for phrase in event.phrases for token in read_phrase(phrase).tokens}
    doing = set(stems(" ".join([label, *service.official]))) - occasion
    fitting = (read_phrase(phrase) for phrase in service.phrases)
    return any(doing & set(phrase.tokens) and phrase.fit(asked) >= _TELLING for phrase in fitting)
