"""Words, stems and index tokens of German text, the same for pages and for questions."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

import Stemmer

from corpus.analysis.function_words import function_words
from corpus.analysis.wordlists import wordlist

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"([a-zA-Z])[\u0300-\u036f]+")
_ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u0652]")
# "Bürger:innen", "Antragsteller*in", "Bürger/-innen", "Bürger_innen", "Bürger(innen)", "BürgerInnen".
_GENDERED = re.compile(r"(?<=[a-zäöüß])(?:[:*_·]|/-?)(?=in(?:nen)?\b)|(?<=[a-zäöüß])\((?=in(?:nen)?\))")
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])In(?=(?:nen)?\b)")
# "ue" is an umlaut unless it is part of "eue", "aue" or "que" (Steuer, Dauer, Quelle).
_WRITTEN_OUT = re.compile(r"ae|oe|(?<![aeq])ue")
# Marks and soft hyphens stand inside of words without being letters: they have to go before words are cut.
_MARKED = re.compile(r"[\u00ad\u0300-\u036f\u0640\u064b-\u0652]")
# Cheap signs that the patterns above may fit, looked for first: few texts have any.
_MAY_BE_GENDERED = re.compile(r"[:*_·/(]-?in", re.IGNORECASE)
_FEMININE = re.compile(r"(?<=er|or)in(?:nen)?$|(?<=[ea]nt)in(?:nen)?$")
# "anzumelden", "die vorzulegenden Unterlagen"; "hin" is left out for the sake of "hinzuziehen".
_TO_INFINITIVE = re.compile(
    r"(ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|her|heraus|los|mit|nach|statt|teil|um|vor|voraus|weg|weiter"
    r"|wieder|zu|zuruck|zusammen)zu(\w{3,}?n)(?:d\w{0,2})?",
)
_SHARP = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae"}
)
_SOFT_HYPHEN = "\u00ad"

GRAM = 5
"""Letters of the parts that long stems are cut into."""
_LONG = 7


def fold(text: str) -> str:
    """Lower-case `text` and write every letter one way: "Führer", "Fuehrer" and "Fuhrer" become one.

    ß becomes ss; umlauts and their written-out forms lose their dots; accents on Latin letters, soft hyphens
    and Arabic vowel signs fall away; other scripts stay as they are.
    """
    text = unicodedata.normalize("NFKC", text).translate(_SHARP).lower()
    return _WRITTEN_OUT.sub(_first_letter, text if text.isascii() else _without_marks(text))


def words(text: str) -> list[str]:
    """All words and numbers of `text` in order, folded; gendered forms are joined ("Bürger:innen")."""
    return [fold_word(word) for word in _raw_words(text)]


def stems(text: str) -> list[str]:
    """The stems of the words that say something, in order; stop words fall away."""
    found = words(text)
    stop = stopwords_among(found)
    return [stem(word) for word in found if word not in stop]


@lru_cache(maxsize=500)
def recent_stems(text: str) -> tuple[str, ...]:
    """`stems` of a text that is asked for several times in a row, as when documents are indexed."""
    return tuple(stems(text))


def index_tokens(text: str) -> list[str]:
    """What the lexical index holds: stems, and the 5-grams of long stems.

    The 5-grams find the parts of compounds ("Steuer" in "Hundesteuerbescheid") and forgive a typing error.
    """
    found = words(text)
    stop = stopwords_among(found)
    return [token for word in found if word not in stop for token in _tokens_of(word)]


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """`fold` of one word; remembered, since a corpus says the same words over and over."""
    return fold(word)


@lru_cache(maxsize=200_000)
def _tokens_of(word: str) -> tuple[str, ...]:
    """The index tokens of one folded word."""
    one = stem(word)
    return (one, *grams(one))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball stem of one folded word.

    Feminine forms share the stem of the masculine, "anzumelden" that of "anmelden".
    """
    if len(word) > 7:
        word = _FEMININE.sub("", word)
        if (parted := _TO_INFINITIVE.fullmatch(word)) and (verb := _verbs().get(parted[2])):
            word = parted[1] + verb
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=200_000)
def grams(one: str) -> tuple[str, ...]:
    """The 5-grams of a stem of at least seven letters; none of shorter ones or of numbers."""
    if len(one) < _LONG or one.isdigit():
        return ()
    return tuple(one[i : i + GRAM] for i in range(len(one) - GRAM + 1))


@cache
def stopwords() -> frozenset[str]:
    """Folded words that say nothing about a subject, of any language, but no telling word of German texts."""
    foreign = (_folded(listed.always) for listed in function_words().values())
    return _folded(wordlist("stopwords.txt")).union(*foreign)


def stopwords_among(found: Collection[str]) -> frozenset[str]:
    """The stop words of a text with these folded words.

    In a Polish question "do" and "nie" are stop words, too, though they may mean something elsewhere.
    """
    stop = stopwords()
    for always, beside in _ambiguous():
        if not always.isdisjoint(found):
            stop |= beside
    return stop


@cache
def _ambiguous() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Of each language with such words: the folded words that tell it, and those that it lends a meaning."""
    return tuple(
        (_folded(listed.always), _folded(listed.beside))
        for listed in function_words().values()
        if listed.beside
    )


def _folded(listed: Collection[str]) -> frozenset[str]:
    return frozenset(folded for word in listed for folded in words(word))


@cache
def _verbs() -> Mapping[str, str]:
    """Folded verbs by how they end a word after "zu", where "zuer" is folded as if it were "zür"."""
    return {fold("zu" + verb).removeprefix("zu"): fold(verb) for verb in wordlist("verbs.txt")}


@cache
def _stemmer() -> Stemmer.Stemmer:
    # Shared by threads: PyStemmer never gives up the interpreter's lock; our own cache replaces its cache.
    return Stemmer.Stemmer("german", 0)


def _first_letter(match: re.Match[str]) -> str:
    return match[0][0]


def _raw_words(text: str) -> list[str]:
    """The words of `text`, not yet folded."""
    text = unicodedata.normalize("NFKC", _join_gendered(text))
    return _WORD.findall(_without_marks(text) if _MARKED.search(text) else text)


def _without_marks(text: str) -> str:
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFD", text.replace(_SOFT_HYPHEN, "")))
    return _ARABIC_MARKS.sub("", unicodedata.normalize("NFC", text))


def _join_gendered(text: str) -> str:
    if _MAY_BE_GENDERED.search(text):
        text = _GENDERED.sub("", text)
    return _INNER_CAPITAL.sub("in", text) if "In" in text else text
