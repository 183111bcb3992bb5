"""Names in a sentence and its translation: what must stay as it is, and what was put in."""

import re
from collections.abc import Iterator

from bot.verify.translation.language import Language
from corpus.analysis.tokens import fold, stem

# What German itself tells to be a name: capitals inside, streets with a number, people, quoted, postcodes.
_CAPITALS = re.compile(r"\b(?:[A-ZÄÖÜ]{2,}[A-Z0-9ÄÖÜ-]*|[a-zäöü]*[A-Z][a-zäöüß]+[A-Z]\w*|[a-z][A-Z]\w*)\b")
_STREET = re.compile(
    r"\b([A-ZÄÖÜ][\wäöüß.-]*(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Pp]latz|[Ww]eg|[Gg]asse|[Aa]llee|[Rr]ing|[Uu]fer|"
    r"[Mm]arkt|[Dd]amm|[Hh]of))(?=\s\d)"
)
_PERSON = re.compile(r"\b(?:Frau|Herrn?)\s(?:Dr\.\s)?([A-ZÄÖÜ][\wäöüß-]+)")
_TOWN = re.compile(r"\b\d{5}\s([A-ZÄÖÜ][\wäöüß-]+)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[„“\"(]\s*)$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# Abbreviations of units and laws are values, not names; these have a form in every language.
_NO_NAMES = frozenset({"EU", "EUR", "PDF", "SMS", "USA", "DIN", "II", "III", "IV"})
_SHARED = 4


def missing_names(translated: str, german: str, told: Language) -> Iterator[str]:
    """Names of the German sentence that the translation doesn't print, in Latin letters, as they are."""
    here = fold(translated)
    for name in _names_of(german):
        if fold(name) not in here and stem(fold(name)) not in here:
            yield name


def added_names(translated: str, german: str, told: Language) -> Iterator[str]:
    """Names in the translation that the German sentence holds neither as a word nor as a part of one."""
    known = fold(german)
    common = {fold(word) for word in told.titles.split()}
    calendar = told.pattern("|".join((*told.months, *told.weekdays)))
    for match in _WORD.finditer(translated):
        word = match.group()
        if told.script == "latin":
            starts = _SENTENCE_START.search(translated[: match.start()]) is not None
            if starts or not word[0].isupper():
                continue
        elif not _LATIN.match(word) or not word[0].isupper():
            continue
        bare = fold(re.split(r"['’]", word)[0])
        named = bare in common or calendar.match(translated, match.start()) or _shares(bare, known)
        if not named:
            yield word


def _names_of(german: str) -> list[str]:
    names = [name for name in _CAPITALS.findall(german) if name not in _NO_NAMES]
    for pattern in (_STREET, _PERSON, _TOWN):
        names += pattern.findall(german)
    return names


def _shares(word: str, known: str) -> bool:
    """Whether `word` or, with an ending of its language, its beginning stands in `known`."""
    for part in word.split("-"):
        short = part[: max(_SHARED, len(part) - 3)]
        if short not in known:
            return False
    return True
