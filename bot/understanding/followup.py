"""Whether a question leans on the one before: "und für Kinder?", "wo ist das?", "war aber in der S-Bahn"."""

import re

_OPENING = re.compile(
    r"^(und|aber|oder|ach|also|dann|and|but|ve|peki|а|і|и|a|و)\b"
    r"|^(war|wir haben|mein\w*)\b.{0,20}\baber\b|\bund nun\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(das|des|da|dafür|dazu|dabei|damit|dort|den|der|dann|es|ihn|sie|davon|daran|that|there|it|bunu|orada|это"
    r"|там|це|to|tam)\b",
    re.IGNORECASE,
)
_SHORT = 9


def leans_on_context(text: str, *, topic_words: int) -> bool:
    """Whether `text` refers back; `topic_words` counts its words that name a thing of the corpus."""
    words = len(text.split())
    if _OPENING.search(text):
        return True
    if topic_words == 0 and words <= _SHORT:
        return True
    return words <= _SHORT and topic_words <= 1 and bool(_POINTING.search(text))
