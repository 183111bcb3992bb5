"""What a service is about: its official names without the verb, as pages are titled ("Personalausweis")."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from corpus.analysis.tokens import stem, stopwords, stopwords_among, words
from corpus.analysis.topic import filler_stems, request_stems
from corpus.lexicon.compounds import Splitter

_COMMON = 8
_GAP = 6
_EXACT = 1.5
_OFFICIAL = 0.2
_FIRST = 0.1


@dataclass(frozen=True, slots=True)
class Named:
    """What one official name of a service is about: the parts of its words, and how much they weigh."""

    service: str
    parts: frozenset[str]
    compound: tuple[str, ...]
    """The parts in order if the name is one word, else empty."""
    weight: float
    is_first: bool
    is_common: bool
    """One word that many services share ("Führerschein"): it names this one only as a whole title."""


class Objects:
    """The services of a lexicon by what their official names are about."""

    def __init__(self, official: Mapping[str, Sequence[str]], known: Iterable[str]) -> None:
        """`official` are the names of each service, by key; `known` the texts whose words part compounds."""
        texts = list(known)
        self._splitter = Splitter(word for text in texts for word in words(text))
        self._by_part: dict[str, list[Named]] = defaultdict(list)
        common = self._common(official)
        for key, names in official.items():
            for position, name in enumerate(names):
                if named := self._read(key, name, position == 0, common):
                    self._by_part[max(named.parts, key=len)].append(named)

    def fitting(self, text: str) -> Iterator[tuple[str, float]]:
        """The keys of services whose object `text` names, each with how well it fits.

        A service whose object is all that the text names goes far before one that is only part of it.
        """
        asked = _Asked(text, self._splitter)
        for part in asked.places:
            for named in self._by_part.get(part, ()):
                if not asked.names(named):
                    continue
                exact = asked.telling <= named.parts
                if exact or not named.is_common:
                    yield named.service, named.weight + _OFFICIAL + _FIRST * named.is_first + _EXACT * exact

    def size(self, name: str) -> int:
        """How many parts the object of an official name has: fewer for a more general service."""
        return len(self._parts(_object(words(name))))

    def _read(self, key: str, name: str, is_first: bool, common: frozenset[str]) -> Named | None:
        telling = _object(words(name))
        parts = self._parts(telling)
        if parts <= general_stems():
            return None
        weight = sum(1 + min(len(word), 12) / 24 for word in telling)
        compound = tuple(self._ordered(telling)) if len(telling) == 1 else ()
        return Named(key, parts, compound, weight, is_first, parts <= common and len(parts) == 1)

    def _parts(self, telling: Iterable[str]) -> frozenset[str]:
        return frozenset(self._ordered(telling))

    def _ordered(self, telling: Iterable[str]) -> Iterator[str]:
        return (part for word in telling for part in _alike(self._splitter.parts(word), word))

    def _common(self, official: Mapping[str, Sequence[str]]) -> frozenset[str]:
        counts: Counter[str] = Counter()
        for names in official.values():
            counts.update({part for name in names for part in self._parts(_object(words(name)))})
        return frozenset(part for part, count in counts.items() if count >= _COMMON)


class _Asked:
    """The parts of a text's words, by where they stand."""

    def __init__(self, text: str, splitter: Splitter) -> None:
        found = words(text)
        stop, idle = stopwords_among(found), _idle_stems()
        self.places: dict[str, list[int]] = defaultdict(list)
        self.telling: set[str] = set()
        self.words: dict[int, tuple[str, ...]] = {}
        self._whole: set[str] = set()
        for place, word in enumerate(found):
            if word in stop:
                continue
            parts = self.words[place] = _alike(splitter.parts(word), word)
            if len(parts) == 1:
                self._whole.update(parts)
            for part in parts:
                self.places[part].append(place)
            if stem(word) not in idle:
                self.telling.update(parts)

    def names(self, named: Named) -> bool:
        """Tell whether the parts are there and stand together rather than all over a long question.

        A single one is a word of its own: "Mülltrennung" is no "Trennung". In one compound they keep their
        order: "Vollzeitpflege" is no "Pflegezeit".
        """
        parts = named.parts
        if len(parts) == 1:
            return parts <= self._whole
        if not parts <= self.places.keys():
            return False
        at = set.union(*(set(self.places[part]) for part in parts))
        if len(at) == 1 and named.compound and not _in_order(named.compound, self.words[at.pop()]):
            return False
        first = min(self.places[part][0] for part in parts)
        return all(min(abs(at - first) for at in self.places[part]) <= _GAP for part in parts)


def _in_order(parts: Sequence[str], word: Sequence[str]) -> bool:
    rest = iter(word)
    return all(part in rest for part in parts)


def _object(found: Sequence[str]) -> list[str]:
    """The words that name the thing; all of them if a name is made of nothing but requests."""
    stop, requests = stopwords(), request_stems()
    return [word for word in found if word not in stop and stem(word) not in requests]


def _alike(parts: tuple[str, ...], word: str) -> tuple[str, ...]:
    same = _same()
    if whole := same.get(stem(word)):
        return (whole,)
    return tuple(same.get(part, part) for part in parts)


@cache
def _same() -> Mapping[str, str]:
    """The words of alike.txt by their stem, each with the stem that stands for all of its line."""
    groups = [words(line) for line in _lines("alike.txt")]
    return {stem(word): stem(group[0]) for group in groups for word in group}


@cache
def general_stems() -> frozenset[str]:
    """The stems of general.txt, as `_same` has them; the empty object is general, too."""
    same = _same()
    found = (stem(word) for line in _lines("general.txt") for word in words(line))
    return frozenset(same.get(one, one) for one in found)


@cache
def _idle_stems() -> frozenset[str]:
    """The stems of words that name no thing: those that every question has, and those of what is done."""
    return filler_stems() | request_stems()


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("lists", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
