"""From citizens' words to official terms: 'perso' becomes 'Personalausweis beantragen'."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

from corpus.analysis.tokens import stems, words
from corpus.lexicon.phrases import Phrase, Question, read_phrase

LANGUAGES = ("en", "tr", "uk", "ru", "ar", "pl")
_TERMS = 6
_SERVICES = 3


class LexiconError(Exception):
    """A lexicon file with an entry that can't be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Service:
    """An administrative service: official terms (the first is its name) and how citizens put it.

    `names` holds, by language code, what it is called in other languages.
    """

    key: str
    official: tuple[str, ...]
    phrases: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


Phrases = dict[str, list[tuple[Phrase, Service]]]


class Lexicon:
    """Services with their phrases, and single words with their official synonyms."""

    def __init__(
        self,
        services: tuple[Service, ...],
        thesaurus: dict[str, tuple[str, ...]],
        common: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`thesaurus` maps official words to citizens' words; `common` those too common to widen a search."""
        self.services = services
        self.thesaurus = thesaurus
        self.common = common or {}
        self._phrases: Phrases = defaultdict(list)
        self._names: Phrases = defaultdict(list)
        for service in services:
            for text in (*service.phrases, *(name for names in service.names.values() for name in names)):
                phrase = read_phrase(text)
                self._phrases[phrase.rarest].append((phrase, service))
            for text in service.official:
                phrase = read_phrase(text)
                self._names[phrase.rarest].append((phrase, service))
        self._official: dict[str, list[str]] = defaultdict(list)
        for official, colloquial in thesaurus.items():
            for word in colloquial:
                if len(stem := stems(word)) == 1:
                    self._official[stem[0]].append(official)

    def expand(self, question: str) -> list[str]:
        """Official terms for the citizens' words in `question`, best first; none that it already holds.

        At most six: those of the services whose phrases fit best (more words, then longer ones); where no
        service fits, synonyms of single words. Empty where nothing is known.
        """
        asked = Question(question)
        # Whoever names a service officially needs no other words for it.
        terms = [term for service in _fitting(asked, self._phrases) for term in service.official]
        if not terms:
            terms = [term for stem in asked.stems for term in self._official.get(stem, ())]
        known = set(asked.stems)
        new: list[str] = []
        for term in dict.fromkeys(terms):
            meaning = set(stems(term))
            if not meaning <= known:
                new.append(term)
                known |= meaning
        return new[:_TERMS]

    def find(self, question: str) -> list[Service]:
        """The services that `question` or a title seems to be about, best first, at most three."""
        return _fitting(Question(question), self._phrases, self._names)


def _fitting(asked: Question, *tables: Phrases) -> list[Service]:
    fits: dict[str, tuple[float, Service]] = {}
    for word in asked.lookups:
        for phrase, service in (entry for table in tables for entry in table.get(word, ())):
            score = phrase.fit(asked)
            if score > fits.get(service.key, (0.0, service))[0]:
                fits[service.key] = (score, service)
    ordered = sorted(fits.values(), key=lambda fit: (-fit[0], fit[1].key))
    # A phrase of two words that fits makes those that share only one of them unlikely.
    return [service for score, service in ordered if score >= 0.6 * ordered[0][0]][:_SERVICES]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the program. Raises `LexiconError` if one of its files is broken."""
    folder = resources.files(__package__)
    services: dict[str, Service] = {}
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("services_") and path.name.endswith(".toml"):
            for key, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
                if key in services:
                    raise LexiconError(f"{path.name}: the service {key!r} is there twice.")
                services[key] = _service(key, entry, path.name)
    thesaurus = tomllib.loads(folder.joinpath("thesaurus.toml").read_text(encoding="utf-8"))
    return Lexicon(tuple(services.values()), _tuples(thesaurus["words"]), _tuples(thesaurus["common"]))


def expand(question: str) -> list[str]:
    """Official terms for the citizens' words in `question`; see `Lexicon.expand`."""
    return load_lexicon().expand(question)


def _tuples(words_of: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(others) for word, others in words_of.items()}


def _service(key: str, entry: dict[str, list[str]], name: str) -> Service:
    if unknown := set(entry) - {"official", "phrases", *LANGUAGES}:
        raise LexiconError(f"{name}: {key!r} has unknown keys: {', '.join(sorted(unknown))}.")
    if not entry.get("official") or not entry.get("phrases"):
        raise LexiconError(f"{name}: {key!r} needs official terms and phrases.")
    if empty := [text for texts in entry.values() for text in texts if not words(text)]:
        raise LexiconError(f"{name}: {key!r} has phrases without words: {empty}.")
    return Service(
        key=key,
        official=tuple(entry["official"]),
        phrases=tuple(entry["phrases"]),
        names={code: tuple(entry[code]) for code in LANGUAGES if code in entry},
    )
