"""Where a statement says that something costs nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.facts.lines import without_mark

_WORD = r"(?:gebührenfrei|kostenfrei|kostenlos|unentgeltlich|entgeltfrei|beitragsfrei|gratis|free of charge)"
_FREE = re.compile(
    rf"\b{_WORD}\b|\bkeine \w*(?:gebühr(?:en)?|kosten|steuer|entgelte?)\b|\b(?:kostet|kosten) nichts\b"
    r"|\bfrei\b(?=\s*(?:[.;,!()]|$))|(?<!kein )\bfreier eintritt(?= (?:für|bei|bis)\b)"
    r"|\bentf(?:ällt|allen) (?:die |eine |alle )?\w*(?:gebühr(?:en)?|steuer|kosten)\b"
    r"|\bno (?:fees?|charges?)\b|\b(?:gebühr(?:en)?|kosten|verwaltungsgebühr) ent(?:fällt|fallen)\b"
    r"|\bvon (?:der|den) gebühr(?:en)?(?: (?:ist|sind))? befreit\b|\bgebührenbefreit\b",
    re.IGNORECASE,
)
# A whole line, or a cell, or what stands behind a colon.
_BARE = re.compile(
    r"(?:^|:\s|;\s|\|\s)(?P<word>keine?|freier eintritt|none|free)\s*[.!]?\s*(?=$|;|\()",
    re.IGNORECASE,
)
# In running text about something else only a predicate counts, not "kostenlose Parkplätze".
_PREDICATE = re.compile(
    rf"\b(?:ist|sind|bleibt|bleiben|wird|werden|erfolgt|erfolgen)\b[^.;!?]{{0,60}}?\b(?P<word>{_WORD})\b"
    r"(?=\s*(?:[.;,!]|$|und\b|möglich|angeboten|durchgeführt|ausgestellt|erteilt))"
    r"|\b(?P<nothing>(?:kostet|kosten) nichts|ent(?:steht|stehen) keine kosten)\b"
    r"|\b(?P<charge>(?:is|are) free of charge)\b",
    re.IGNORECASE,
)
_NOT_FEES = re.compile(
    r"hotline|telefonnummer|rufnummer|\banruf|parken|parkplätze|wlan|w-lan|download|newsletter|erreichbar",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(r"\b(?:nicht|nie|ist keine?|not|kaum)\s+(?:mehr\s+|immer\s+)?$", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:wenn|sofern|falls|außer|nur|soweit|solange|if|unless|kann|können|eventuell|möglicherweise"
    r"|gegebenenfalls|ggf)\b|innerhalb der (?:ersten|frist)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.]\s|,\s(?=(?:die|der|das|jede\w*|für|danach|sonst|ab|alle)\b)|\b(?:aber|jedoch)\b")


@dataclass(frozen=True, slots=True)
class Free:
    """Words that say so, from `start` to `end`; `amount` is 0, or None where it holds under a condition."""

    start: int
    end: int
    amount: Decimal | None


def find_free(text: str, *, in_fees: bool) -> Iterator[Free]:
    """Find what is free in a statement; outside a section about fees only where a predicate says so."""
    if not in_fees:
        if not _NOT_FEES.search(text):
            for match in _PREDICATE.finditer(text):
                group = next(name for name in ("word", "nothing", "charge") if match[name])
                yield from _one(text, *match.span(group))
        return
    taken = 0
    for match in _FREE.finditer(text):
        taken = match.end()
        yield from _one(text, match.start(), match.end())
    if not taken:
        offset = text.find(without_mark(text))
        for match in _BARE.finditer(text, max(offset, 0)):
            yield from _one(text, *match.span("word"))


def _one(text: str, start: int, end: int) -> Iterator[Free]:
    if _NOT_FREE.search(text[:start]):
        return
    clause = _clause(text, start, end)
    yield Free(start, end, None if _CONDITION.search(clause) else Decimal(0))


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a place: what another clause of the sentence says is no condition of this one."""
    before = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    after = _CLAUSE.search(text, end)
    return text[before : after.start() if after else len(text)]
