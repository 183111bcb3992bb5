"""How hard a German text is to read: the first Wiener Sachtextformel and LIX, computed by textstat."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.answer import Style
from corpus.analysis.sentences import split_sentences

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

HARDEST: Final = {Style.STANDARD: 9.0, Style.EINFACH: 6.0}
"""The highest Wiener Sachtextformel that a sentence written by a model may have."""
LONGEST: Final = {Style.STANDARD: 25, Style.EINFACH: 12}
"""The most words that a sentence written by a model may have."""
# Formulas were made for texts: of a few words, a single official name ("Melderegisterauskunft") decides.
_SHORT = 8
_WORD = re.compile(r"\w+(?:[-.,:]\w+)*")
_MARKER = re.compile(r"^(?:[-•]|\d{1,2}\.) ")
_INNER_END = re.compile(r"[.!?…:]+(?=.)")


def wiener(text: str) -> float:
    """The first Wiener Sachtextformel (Bamberger and Vanecek 1984): about the school year that can read it.

    From 4 (very easy) to 15 (very hard); 0 for a text without words.
    """
    return float(_textstat().wiener_sachtextformel(_prepared(text), 1))


def lix(text: str) -> float:
    """The LIX (Björnsson 1968): below 40 is easy, above 60 very hard; 0 for a text without words."""
    return float(_textstat().lix(_prepared(text)))


def too_hard(text: str, style: Style) -> bool:
    """Whether a generated text is too hard for `style`, and has to be written again or left out.

    One sentence or several; a text of up to eight words is taken as it is.
    """
    sentences = split_sentences(text)
    lengths = [len(_WORD.findall(sentence)) for sentence in sentences]
    if sum(lengths) <= _SHORT:
        return False
    return max(lengths) > LONGEST[style] or wiener(text) > HARDEST[style]


def _prepared(text: str) -> str:
    """One full stop a sentence, and no other: textstat ends one at every mark, "z. B." and "1.12." too."""
    sentences = (_MARKER.sub("", sentence).rstrip(".!?…:; ") for sentence in split_sentences(text))
    return " ".join(_INNER_END.sub("", sentence) + "." for sentence in sentences if sentence)


@cache
def _textstat() -> "textstatistics":
    # Imports nltk: over a second, which nobody pays who is answered from the original texts. What nltk
    # could download is an English dictionary; German syllables are counted by pyphen's own patterns.
    from textstat.textstat import textstatistics

    statistics = textstatistics()
    statistics.set_lang("de")
    return statistics
