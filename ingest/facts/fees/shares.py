"""Fees that no amount states: shares of a value ("10 % der Miete"), rates, reductions, fees by effort."""

import re
from collections.abc import Iterator

_NUMBER = r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?"
_RATE = (
    rf"{_NUMBER}\s?(?:%|‰|Prozent\b|Promille\b|v\.\s?H\.|vom Hundert\b|vom Tausend\b|percent\b|per cent\b)"
)
_OF = r"\s(?:der|des|vom|von|aus|of)\s(?:the\s)?(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜa-z][\wäöüß-]+"
_LESS = (
    r"\s(?:Ermäßigung|Nachlass|Rabatt|Zuschlag|Aufschlag|ermäßigt|reduziert|günstiger|discount|reduction)\b"
)
_SHARE = re.compile(rf"(?:mindestens |bis zu |höchstens )?{_RATE}(?:{_LESS}|{_OF})?")
_NO_FEE = re.compile(
    r"behinder|\bGdB\b|mehrwertsteuer|umsatzsteuer|mwst|ust\b|zins|säumnis|verzug|anteil|bevölkerung"
    r"|stimmen|wahlbeteiligung"
    r"|erstatte|übernimmt|übernommen|förder|zuschuss|beteiligung",
    re.IGNORECASE,
)
_EFFORT = re.compile(
    r"\bnach\s(?:(?:dem\s)?(?:tatsächlichen?m?|jeweiligen?m?)\s)?(?:zeit-?|arbeits-?|verwaltungs-?"
    r"|personal-?)?aufwand\b",
    re.IGNORECASE,
)


def find_shares(text: str) -> Iterator[tuple[int, int]]:
    """Find shares and rates with what they are a share of, as places in the text."""
    if _NO_FEE.search(text):
        return
    for match in _SHARE.finditer(text):
        yield match.start(), match.end()


def find_efforts(text: str) -> Iterator[tuple[int, int]]:
    """Find where a fee goes by the effort ("nach Zeitaufwand")."""
    if match := _EFFORT.search(text):
        yield match.start(), match.end()
