"""Life events: what happens to people, and the services that they need then, in order."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from corpus.lexicon.files import load_lexicon
from corpus.lexicon.lexicon import LANGUAGES, LexiconError, Service
from corpus.lexicon.phrase_table import PhraseTable

_FILE = "life_events.toml"


@dataclass(frozen=True, slots=True)
class EventStep:
    """A service that an event calls for, and what to do, in short German."""

    service: Service
    label: str


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """An event with its name by language, how people put it, and its steps, the most urgent first."""

    key: str
    names: Mapping[str, str]
    steps: tuple[EventStep, ...]
    phrases: tuple[str, ...] = ()


class LifeEvents:
    """The events that are known, found by how people put them."""

    def __init__(self, events: tuple[LifeEvent, ...], phrases: Mapping[str, list[str]]) -> None:
        """`phrases` holds those of each event and its names, in all languages."""
        self.events = events
        self._by_key = {event.key: event for event in events}
        self._table = PhraseTable(phrases)

    def find(self, question: str) -> tuple[LifeEvent, float] | None:
        """The event that `question` tells of, with how well it fits; None where it tells of none."""
        fits = self._table.fits(question)
        return (self._by_key[fits[0][0]], fits[0][1]) if fits else None


@cache
def load_events() -> LifeEvents:
    """The events that come with the program. Raises `LexiconError` if their file is broken."""
    data = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    services = {service.key: service for service in load_lexicon().services}
    events = tuple(_event(key, entry, services) for key, entry in data.items())
    return LifeEvents(events, {event.key: [*event.phrases, *event.names.values()] for event in events})


def _event(key: str, entry: Mapping[str, Any], services: Mapping[str, Service]) -> LifeEvent:
    if missing := {"de", *LANGUAGES} - set(entry["name"]):
        raise LexiconError(f"{_FILE}: {key!r} has no name in {', '.join(sorted(missing))}.")
    if unknown := [service for service, _ in entry["steps"] if service not in services]:
        raise LexiconError(f"{_FILE}: {key!r} has steps that are no service: {', '.join(unknown)}.")
    steps = tuple(EventStep(services[service], label) for service, label in entry["steps"])
    return LifeEvent(key, entry["name"], steps, tuple(_phrases(key, entry)))


def _phrases(key: str, entry: Mapping[str, Any]) -> list[str]:
    if missing := {"phrases", *LANGUAGES} - set(entry):
        raise LexiconError(f"{_FILE}: {key!r} has no phrases in {', '.join(sorted(missing))}.")
    return [*entry["phrases"], *(phrase for code in LANGUAGES for phrase in entry[code])]
