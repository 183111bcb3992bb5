"""From citizens' words to official terms: 'perso' becomes 'Personalausweis beantragen'."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.analysis.tokens import stems, stopwords, words
from corpus.lexicon.objects import Objects
from corpus.lexicon.phrases import Phrase, Question, read_phrase

LANGUAGES = ("en", "tr", "uk", "ru", "ar", "pl")
_TERMS = 6
_SERVICES = 3


class LexiconError(Exception):
    """A lexicon file with an entry that can't be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Service:
    """An administrative service: official terms (the first is its name) and how citizens put it.

    `names` holds, by language code, what it is called in other languages; `leika` its numbers in the national
    catalogue of services, of 14 digits each, where they are known for sure.
    """

    key: str
    official: tuple[str, ...]
    phrases: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    leika: tuple[str, ...] = ()


Phrases = dict[str, list[tuple[Phrase, Service]]]
Fits = dict[str, float]
"""How well each service fits, by its key."""


class Lexicon:
    """Services with their phrases, and single words with their official synonyms."""

    def __init__(
        self,
        services: tuple[Service, ...],
        thesaurus: dict[str, tuple[str, ...]],
        common: dict[str, tuple[str, ...]] | None = None,
        wholes: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`thesaurus` maps official words to citizens' words; `common` those too common to widen a search.

        `wholes` maps the keys of services to those that they cover, which may share their phrases.
        """
        self.services = services
        self.thesaurus = thesaurus
        self.common = common or {}
        self.wholes = wholes or {}
        self._phrases: Phrases = defaultdict(list)
        self._names: Phrases = defaultdict(list)
        for service in services:
            foreign = (name for names in service.names.values() for name in names)
            for text in (*service.phrases, *(name for name in foreign if not _is_german(name))):
                phrase = read_phrase(text)
                self._phrases[phrase.rarest].append((phrase, service))
            for text in service.official:
                phrase = read_phrase(text)
                self._names[phrase.rarest].append((phrase, service))
        self._objects = Objects({service.key: service.official for service in services}, _german(services))
        self._by_key = {service.key: service for service in services}
        self._by_leika = {number: service for service in services for number in service.leika}
        # Among equals the more general service, then the one that more phrases ask for.
        self._rank = {
            service.key: (self._objects.size(service.official[0]), -len(service.phrases), place)
            for place, service in enumerate(services)
        }
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
        terms = [term for service in self._best(_fits(asked, self._phrases)) for term in service.official]
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
        """The services that `question` or a title seems to be about, best first, at most three.

        A service is named by a phrase, and by the object of an official name ("Personalausweis",
        "Bestätigung des Wohnungsgebers"). Whatever names it wholly goes first, among equals the more general.
        """
        fits = _fits(Question(question), self._phrases, self._names)
        for key, score in self._objects.fitting(question):
            if score > fits.get(key, 0.0):
                fits[key] = score
        return self._best(fits)

    def numbered(self, leika: str) -> Service | None:
        """The service with that number in the national catalogue of services, if it is known."""
        return self._by_leika.get(leika)

    def _best(self, fits: Fits) -> list[Service]:
        ordered = sorted(fits, key=lambda key: (-fits[key], self._rank[key]))
        # A phrase of two words that fits makes those that share only one of them unlikely.
        return [self._by_key[key] for key in ordered if fits[key] >= 0.6 * fits[ordered[0]]][:_SERVICES]


def _german(services: tuple[Service, ...]) -> Iterator[str]:
    return (text for service in services for text in (*service.official, *service.phrases))


def _is_german(name: str) -> bool:
    """A foreign name that is nothing but a German function word: an English "bin" isn't in "ich bin"."""
    return set(words(name)) <= stopwords()


def _fits(asked: Question, *tables: Phrases) -> Fits:
    fits: Fits = {}
    for word in asked.lookups:
        for table in tables:
            for phrase, service in table.get(word, ()):
                score = phrase.fit(asked)
                if score > fits.get(service.key, 0.0):
                    fits[service.key] = score
    return fits
