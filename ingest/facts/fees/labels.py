"""Says what each price of a statement is for: the words before it, or those behind that belong to it."""

import re
from collections.abc import Sequence

from ingest.facts.fees.prices import Price
from ingest.facts.fees.rows import row_label
from ingest.facts.lines import is_row, without_mark

REDUCED = re.compile(
    r"ermäßig|\berm\b|ermässig|\breduziert|vergünstig|\bsozialtarif|\breduced\b|\bconcession|\bdiscount"
    r"|nachlass\b|\brabatt",
    re.IGNORECASE,
)
_EDGES = " :;,.–-=|()/*•"
_SHORTEST, _LONGEST = 3, 100
_SENTENCE_END = re.compile(
    r"(?<=[a-zäöüß)])(?<!\berm)(?<!\bermäß)(?<!\blfd)(?<!\bbzw)(?<!\binkl)(?<!\bNr)(?<!\bStd)(?<!\bggf)[.!?]\s+"
)
_FEE = (
    r"(?:verwaltungs)?(?:gebühr(?:en)?|kosten|preise?|entgelte?|steuer|beitrag|fees?|costs?|charges?|price)"
)
_LEAD = re.compile(
    rf"(?:und|oder|bzw\.|sowie|aber|jedoch|dazu|plus|zuzüglich|zzgl\.?|and|or|für|for|von|bei|davon)\s+"
    rf"|(?:(?:die|der|das|eine?|the|a)\s+)?{_FEE}(?:\s+(?:hierfür|dafür|jeweils))?\s+(?:für|for)\s+"
    rf"|(?:(?:die|der|das|eine?|the|a)\s+)?{_FEE}\s+(?:beträgt|betragen|liegt|liegen|is|are)\s+"
    r"|(?:es\s+)?(?:wird|werden|fällt|fallen|ist|sind)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:^|\s)(?:kostet|kosten|beträgt|betragen|kommen|kommt|sind|ist|werden|wird|fallen|fällt|zahlt"
    r"|zahlen(?: sie)?|erhalten|erhält|von|in höhe von|eine? gebühr|gebühr(?:en)?|(?:der|ein) betrag"
    r"|jeweils"
    r"|liegt bei|setz(?:t|en) sich zusammen aus|besteht aus|is|are|costs?|bis zu|auf|um|sich|je|und|oder"
    r"|and|or|für|an)$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:ist|sind|wird|werden|kann|können|hat|haben|muss|müssen|gilt|zahlt|zahlen)\b")
_NOTHING_SAID = re.compile(
    rf"(?:(?:die|der|das|eine?|es|sie|wird|werden|the|dies(?:e|er|es)?|hierfür|dafür|dabei|bitte"
    rf"|überweisen|dann)\s*)*"
    rf"(?:{_FEE})?(?:\s*(?:dafür|hierfür|in))?",
    re.IGNORECASE,
)
# "1. Hund 84 Euro": the number counts dogs, no list's items.
_COUNTED = re.compile(
    r"\d{1,2}\.\s+(?:Hund|Kind|Person|Stunde|Tag|Woche|Monat|Jahr|Mahnung|Ausfertigung|Exemplar|Kopie|Gerät"
    r"|Fahrzeug|Behälter|Rate|Verlängerung)(?:e[snr]?)?\b"
)
_BRACKET = re.compile(r"\s*\(([^()]{2,80})\)")
_FOR = re.compile(
    r"\s+(?:(?:gilt |gelten |sind |ist |erhoben |fällig )?(?:für|for|bei)\s+|(?:sind|ist)\s+)"
    r"(?P<whom>[^;,.()]{2,80})",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s+(?:und|oder|bzw\.|sowie|and|or)\s*$", re.IGNORECASE)


def labels(text: str, prices: Sequence[Price], heading: str) -> list[str]:
    """Give each price's label; the section's heading where the statement says nothing of it."""
    if is_row(text):
        return [row_label(text, price.start) or heading for price in prices]
    said: list[str] = []
    begin = len(text) - len(without_mark(text)) if without_mark(text) and not _COUNTED.match(text) else 0
    for number, price in enumerate(prices):
        stop = prices[number + 1].start if number + 1 < len(prices) else len(text)
        behind, taken = _behind(text[price.end : stop], is_last=stop == len(text))
        before = _before(text[begin : price.start])
        begin = price.end + taken
        label = ", ".join(part for part in (before, behind) if part)
        if said and _is_only_reduction(label) and said[0] != heading:
            label = f"{said[0]}, {label}"
        said.append(
            label if _SHORTEST <= len(label) <= _LONGEST else (before or behind or heading)[:_LONGEST]
        )
    return [_balanced(label) for label in said]


def _balanced(label: str) -> str:
    """Close a bracket that the price behind it cut off: "Bescheinigung (auf Antrag" gets its bracket back."""
    return f"{label})" if label.count("(") > label.count(")") else label


def _behind(text: str, *, is_last: bool) -> tuple[str, int]:
    """What stands directly behind a price and belongs to it, and how many characters that takes."""
    if bracket := _BRACKET.match(text):
        return bracket[1].strip(_EDGES), bracket.end()
    match = _FOR.match(text)
    if match is None:
        return "", 0
    whom = match["whom"]
    if not is_last and match.end() == len(text):
        joined = _JOINS.search(whom)
        if joined is None:  # "5 Euro für Kinder 3 Euro": it belongs to the next
            return "", 0
        whom = whom[: joined.start()]
    return _TAIL.sub("", whom.strip(_EDGES)).strip(_EDGES), match.end()


def _before(text: str) -> str:
    """The words before a price without what only leads to it; "" if nothing is left that says what for."""
    text = _SENTENCE_END.split(text)[-1].strip(_EDGES)
    while lead := _LEAD.match(text):
        text = text[lead.end() :].strip(_EDGES)
    while tail := _TAIL.search(text):
        text = text[: tail.start()].strip(_EDGES)
    # "Eine Abholung ist bezahlt, jede weitere kostet …": the clause before says what else there is.
    clause, comma, last = text.rpartition(", ")
    if comma and _VERB.search(clause):
        text = last
    if len(text) > _LONGEST:
        text = re.split(r"[;,](?!\d)|\bund\b|\boder\b", text)[-1].strip(_EDGES)
    if _NOTHING_SAID.fullmatch(text) or len(text) < _SHORTEST:
        return ""
    return text


def _is_only_reduction(label: str) -> bool:
    return bool(REDUCED.search(label)) and len(label.split()) == 1
