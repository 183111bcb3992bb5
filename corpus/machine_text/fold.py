"""Brings text to the form that patterns are matched in, whatever disguise it comes in."""

import re
import unicodedata

# Letters that look like Latin ones (Unicode Technical Standard 39, confusables), after decomposition.
_LOOKALIKES = str.maketrans(
    "аеорсухкмтвніјѕԁһӏαορνικτηυχε",
    "aeopcyxkmtbhijsdhlaopviktnuxe",
)
_WITHOUT_MARKS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u20d0-\u20ff\ufe00-\ufe0f]")
# Unicode's format characters (Cf), fillers, variation selectors and controls, line ends apart.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-z]")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .·\-_*]){4,}[^\W\d_](?![^\W_])")
_DIGITS = re.compile(r"(?<![\w.,-])(?=[a-z0134578$@]*[0134578$@])(?:[a-z0134578$@]{5,})(?![\w.,-])")
_DIGIT_LETTERS = str.maketrans("0134578$@", "oieastbsa")


def fold(text: str) -> str:
    """Give `text` in lower case without accents, ligatures, look-alike letters, gaps between letters.

    "Ignоriere" with a Cyrillic о, "𝐈𝐠𝐧𝐨𝐫𝐢𝐞𝐫𝐞", "1gnoriere" and "I g n o r i e r e" give "ignoriere".
    """
    text = without_marks(_UNSEEN.sub("", text).lower()).lower()
    if _OTHER_SCRIPT.search(text) and _LATIN.search(text):
        text = _WORD.sub(_as_latin, text)
    text = _SPACED.sub(lambda match: re.sub(r"[^\w]|_", "", match[0]), text)
    return _DIGITS.sub(_as_letters, text)


def without_marks(text: str) -> str:
    """Decompose (NFKD) and leave the marks out: "für" is "fur", "й" is "и", "أ" is "ا"."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_WITHOUT_MARKS)


def _as_latin(word: re.Match[str]) -> str:
    if _LATIN.search(word[0]) and _OTHER_SCRIPT.search(word[0]):
        return word[0].translate(_LOOKALIKES)
    return word[0]


def _as_letters(word: re.Match[str]) -> str:
    letters = sum(letter.isalpha() for letter in word[0])
    return word[0].translate(_DIGIT_LETTERS) if letters >= 4 else word[0]
