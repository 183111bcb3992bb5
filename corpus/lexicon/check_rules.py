"""What an entry of the lexicon must keep to, so that it leads where it should."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.analysis.tokens import stem, stems, words
from corpus.analysis.topic import filler_stems, request_stems
from corpus.lexicon.lexicon import LANGUAGES, Lexicon, Service
from corpus.lexicon.objects import general_stems
from corpus.lexicon.phrases import read_phrase

_SURE = 6
"""From so many letters on, a beginning in another language is taken to mean the same as the German word."""
_SHORTEST_STAR = 3
_DOZEN = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: an error if it leads citizens astray, else something still missing."""

    rule: str
    service: str
    what: str
    is_error: bool = True


def findings(lexicon: Lexicon) -> list[Finding]:
    """All that the rules find, errors first."""
    rules = (
        _collisions,
        _general,
        _foreign,
        _style,
        _stars,
        _numbers,
        _names,
        _thesaurus,
        _few_phrases,
        _missing_languages,
    )
    found = [finding for rule in rules for finding in rule(lexicon)]
    return sorted(found, key=lambda finding: not finding.is_error)


def _collisions(lexicon: Lexicon) -> Iterator[Finding]:
    """One phrase may lead to two services only if one of them covers the other (wholes.toml)."""
    owners: dict[tuple[str, frozenset[str]], dict[str, str]] = defaultdict(dict)
    for service in lexicon.services:
        for language, phrase in _texts(service):
            owners[language, frozenset(read_phrase(phrase).tokens)].setdefault(service.key, phrase)
    for sharing in owners.values():
        if len(sharing) > 1 and (unrelated := _unrelated(lexicon, list(sharing))):
            one, other = unrelated
            yield Finding("Doppeldeutig", one, f"„{sharing[one]}“ führt auch zu {other}")


def _unrelated(lexicon: Lexicon, keys: list[str]) -> tuple[str, str] | None:
    for place, one in enumerate(keys):
        for other in keys[place + 1 :]:
            if other not in lexicon.wholes.get(one, ()) and one not in lexicon.wholes.get(other, ()):
                return one, other
    return None


def _general(lexicon: Lexicon) -> Iterator[Finding]:
    """A word that goes with every service, such as "anmelden" or "kosten", names none."""
    general = filler_stems() | request_stems() | general_stems()
    for service in lexicon.services:
        for phrase in service.phrases:
            tokens = read_phrase(phrase).tokens
            if len(tokens) == 1 and tokens[0] in general:
                yield Finding("Zu allgemein", service.key, f"„{phrase}“ allein passt zu vielen Leistungen")


def _foreign(lexicon: Lexicon) -> Iterator[Finding]:
    """A short name in another language must not be a German word of another service: "rats" and "Rat"."""
    german = _german_words(lexicon.services)
    for service in lexicon.services:
        for language, names in service.names.items():
            for name in names:
                tokens = read_phrase(name).tokens
                if len(tokens) != 1 or len(tokens[0]) >= _SURE:
                    continue
                for word in _alike(tokens[0], german):
                    if not any(_related(lexicon, service.key, other) for other in german[word]):
                        text = f"„{name}“ ({language}) trifft das deutsche „{word}“ ({min(german[word])})"
                        yield Finding("Fremdes Wort", service.key, text)


def _related(lexicon: Lexicon, one: str, other: str) -> bool:
    return one == other or _unrelated(lexicon, [one, other]) is None


def _german_words(services: Iterable[Service]) -> dict[str, set[str]]:
    german: dict[str, set[str]] = defaultdict(set)
    for service in services:
        for text in (*service.official, *service.phrases):
            for word in words(text):
                german[word].add(service.key)
    return german


def _alike(token: str, german: dict[str, set[str]]) -> list[str]:
    if token.endswith("*"):
        return [word for word in german if word.startswith(token[:-1])]
    return [token] if token in german else [word for word in german if stem(word) == token]


def _style(lexicon: Lexicon) -> Iterator[Finding]:
    """Phrases and names are lower-case, with single blanks between their words, and there only once."""
    for service in lexicon.services:
        for field, texts in (("phrases", service.phrases), *service.names.items()):
            for text in texts:
                if text != text.lower() or text != " ".join(text.split()):
                    what = f"„{text}“ ({field}): klein schreiben, keine doppelten Leerzeichen"
                    yield Finding("Schreibweise", service.key, what)
            for text in sorted({text for text in texts if texts.count(text) > 1}):
                yield Finding("Schreibweise", service.key, f"„{text}“ ({field}) steht zweimal da")
        for name in service.official:
            if name != " ".join(name.split()) or "*" in name:
                what = f"„{name}“: ohne Sternchen, ohne doppelte Leerzeichen"
                yield Finding("Schreibweise", service.key, what)


def _stars(lexicon: Lexicon) -> Iterator[Finding]:
    """A star stands at the end of a word; where no other is longer, after three letters or more."""
    for service in lexicon.services:
        for _, text in _texts(service):
            longest = max(read_phrase(text).tokens, key=len)
            is_short = longest.endswith("*") and len(longest) <= _SHORTEST_STAR
            if is_short or any("*" in word.removesuffix("*") for word in text.split()):
                what = f"„{text}“: ein Sternchen steht am Wortende nach mindestens drei Buchstaben"
                yield Finding("Sternchen", service.key, what)


def _numbers(lexicon: Lexicon) -> Iterator[Finding]:
    """A LeiKa number belongs to one service."""
    owners: dict[str, list[str]] = defaultdict(list)
    for service in lexicon.services:
        for number in service.leika:
            owners[number].append(service.key)
    for number, keys in owners.items():
        if len(keys) > 1:
            yield Finding("LeiKa-Nummer", keys[0], f"{number} hat auch {keys[1]}")


def _names(lexicon: Lexicon) -> Iterator[Finding]:
    """No two services have the same official name first: they would be one."""
    owners: dict[frozenset[str], list[str]] = defaultdict(list)
    for service in lexicon.services:
        owners[frozenset(read_phrase(service.official[0]).tokens)].append(service.key)
    for keys in owners.values():
        if len(keys) > 1:
            yield Finding("Gleicher Name", keys[0], f"heißt wie {keys[1]}: zusammenlegen oder unterscheiden")


def _thesaurus(lexicon: Lexicon) -> Iterator[Finding]:
    """The thesaurus looks up single words: several, or a word that says nothing, are never found."""
    for official, said in (*lexicon.thesaurus.items(), *lexicon.common.items()):
        for word in said:
            if len(stems(word)) != 1:
                yield Finding("Thesaurus", official, f"„{word}“ muss ein einzelnes Wort mit Aussage sein")


def _few_phrases(lexicon: Lexicon) -> Iterator[Finding]:
    for service in lexicon.services:
        if (count := len(service.phrases)) < _DOZEN:
            yield Finding("Weniger als zwölf Fragen", service.key, f"{count} statt {_DOZEN}", is_error=False)


def _missing_languages(lexicon: Lexicon) -> Iterator[Finding]:
    for service in lexicon.services:
        if missing := [code for code in LANGUAGES if code not in service.names]:
            yield Finding("Sprachen fehlen", service.key, " ".join(missing), is_error=False)


def _texts(service: Service) -> Iterator[tuple[str, str]]:
    yield from (("de", phrase) for phrase in service.phrases)
    yield from ((code, name) for code, names in service.names.items() for name in names)
