"""Words, stems and index tokens of German text, the same for pages and for questions."""

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

from corpus.analysis.wordlists import wordlist

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"([a-zA-Z])[\u0300-\u036f]+")
_ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u0652]")
# "Bürger:innen", "Antragsteller*in", "Bürger/-innen", "Bürger_innen", "Bürger(innen)", "BürgerInnen".
_GENDERED = re.compile(r"(?<=[a-zäöüß])(?:[:*_·]|/-?)(?=in(?:nen)?\b)|(?<=[a-zäöüß])\((?=in(?:nen)?\))")
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])In(?=(?:nen)?\b)")
# "ue" is an umlaut unless it is part of "eue", "aue" or "que" (Steuer, Dauer, Quelle).
_WRITTEN_OUT = re.compile(r"ae|oe|(?<![aeq])ue")
_FEMININE = re.compile(r"(?<=er|or)in(?:nen)?$|(?<=[ea]nt)in(?:nen)?$")
_SHARP = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "æ": "ae", "\u00ad": None}
)

_GRAM = 5
_LONG = 7


def fold(text: str) -> str:
    """Lower-case `text` and write every letter one way: "Führer", "Fuehrer" and "Fuhrer" become one.

    ß becomes ss; umlauts and their written-out forms lose their dots; accents on Latin letters, soft hyphens
    and Arabic vowel signs fall away; other scripts stay as they are.
    """
    text = unicodedata.normalize("NFKC", text).translate(_SHARP).lower()
    if text.isascii():
        return _WRITTEN_OUT.sub(_first_letter, text)
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFD", text))
    text = _ARABIC_MARKS.sub("", unicodedata.normalize("NFC", text))
    return _WRITTEN_OUT.sub(_first_letter, text)


def words(text: str) -> list[str]:
    """All words and numbers of `text` in order, folded; gendered forms are joined ("Bürger:innen")."""
    return _WORD.findall(fold(_join_gendered(text)))


def stems(text: str) -> list[str]:
    """The stems of the words that say something, in order; stop words fall away."""
    stop = stopwords()
    return [stem(word) for word in words(text) if word not in stop]


def index_tokens(text: str) -> list[str]:
    """What the lexical index holds: stems, and the 5-grams of long stems.

    The 5-grams find the parts of compounds ("Steuer" in "Hundesteuerbescheid") and forgive a typing error.
    """
    tokens: list[str] = []
    for one in stems(text):
        tokens.append(one)
        tokens.extend(grams(one))
    return tokens


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball stem of one folded word; feminine forms share the stem of the masculine."""
    if len(word) > 7:
        word = _FEMININE.sub("", word)
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=200_000)
def grams(one: str) -> tuple[str, ...]:
    """The 5-grams of a stem of at least seven letters; none of shorter ones or of numbers."""
    if len(one) < _LONG or one.isdigit():
        return ()
    return tuple(one[i : i + _GRAM] for i in range(len(one) - _GRAM + 1))


@cache
def stopwords() -> frozenset[str]:
    """Folded words that say nothing about a subject, German and English."""
    return frozenset(folded for word in wordlist("stopwords.txt") for folded in words(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    # Shared by threads: PyStemmer never gives up the interpreter's lock; our own cache replaces its cache.
    return Stemmer.Stemmer("german", 0)


def _first_letter(match: re.Match[str]) -> str:
    return match[0][0]


def _join_gendered(text: str) -> str:
    return _INNER_CAPITAL.sub("in", _GENDERED.sub("", text))
