"""The tokens of printed opening hours; one unknown word makes all of it uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


class Uncertain(Exception):
    """The lines hold something that can't be read with certainty."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign that means something in opening hours, by its kind."""

    kind: str
    text: str = ""


_LABEL = (
    r"(?:(?:Allgemeine\s)?(?:Öffnungs|Sprech|Service|Geschäfts|Besuchs)zeit(?:en)?|Wochentage?|Tage?|Zeit(?:en)?|"
    r"Uhrzeit(?:en)?|Vormittags?|Nachmittags?|(?:Wir haben )?geöffnet|durchgehend)"
)
_TOKENS = re.compile(
    r"(?P<day>(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?\b"
    r"|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?)"
    r"|(?P<daily>täglich\b)"
    r"|(?P<holiday>(?:an\s)?(?:gesetzlichen\s)?Feiertag(?:en|e|s)?\b)"
    r"|(?P<nth>(?:jede[nrms]?\s|am\s)?(?:[1-5]\.(?=\s?(?:Mo|Di|Mi|Do|Fr|Sa|So|und|,|sowie))|"
    r"(?:erste|zweite|dritte|vierte|letzte)[nrs]?\b))"
    r"|(?P<monthly>(?:im|des|jeden) Monats?\b)"
    r"|(?P<time>(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?![\d:.]\d|\d)(?:\s?(?:Uhr|h)\b)?)"
    r"|(?P<dash>-|–|—|−|bis\b)"
    r"|(?P<closed>geschlossen\b)"
    r"|(?P<also>auch\b|zusätzlich\b)"
    r"|(?P<and>und\b|sowie\b|u\.|,|&|\+|/|;|\n)"
    rf"|(?P<skip>\s+|:|\||von\b|am\b|jeden\b|{_LABEL}(?=\s*[:;\n]|\s+(?:von|ist|sind)\b|\s*$)\s*:?)",
    re.IGNORECASE,
)


def tokens(lines: Sequence[str]) -> list[Token]:
    """The tokens of all lines; raises `Uncertain` at the first character that is none."""
    text = "\n".join(re.sub(r"^\s*[-•*·]\s+", "", line.replace("\u00a0", " ")).strip() for line in lines)
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKENS.match(text, at)
        if match is None:
            raise Uncertain(text[at : at + 20])
        kind = match.lastgroup or ""
        if kind != "skip":
            found.append(Token(kind, match[0]))
        at = match.end()
    return found
