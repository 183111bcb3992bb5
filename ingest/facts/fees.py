"""Fees: amount, for whom, free of charge."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts.lines import cells, lines, statements, without_mark
from ingest.facts.rows import row_label, starts_in_condition

_FEE_WORDS = re.compile(
    r"gebühr|kostet\b|kosten\b|\bpreis|entgelt|steuersatz|\bfee\b|\bcosts?\b|\bcharge", re.IGNORECASE
)
_NO_FEE = re.compile(
    r"geldbuße|bußgeld|geldstrafe|verwarn|einkommen|vermögen|freibetrag|kaution|ordnungswidrig|zuschuss|förder|erstatt|frankiert"
    r"|verdien|gehalt|mindestens .{0,20}(?:eigen|guthaben)|einkünfte|streitwert|fine of",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:gebührenfrei|kostenfrei|kostenlos|unentgeltlich|gratis|free of charge)\b"
    r"|\bkeine (?:gebühren?|kosten|verwaltungsgebühren?)\b|\bkeine gebühr\b|\bno (?:fee|charge)\b",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(
    r"\b(?:nicht|nie|ist keine?)\s+(?:mehr\s+)?(?:gebührenfrei|kostenfrei|kostenlos|gratis)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(ab|mindestens|von|from|zwischen|etwa|ca\.?|circa|rund|bis(?: zu)?|maximal|höchstens|up to|about"
    r"|(?:gebühr )?(?:plus|zuzüglich|zzgl\.))\s*$",
    re.IGNORECASE,
)
_SURCHARGE = re.compile(r"\s+(?:Aufpreis|Zuschlag|Aufschlag|extra|zusätzlich)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:wenn|sofern|falls|außer|nur|soweit|if|unless)\b", re.IGNORECASE)
_RANGE = re.compile(r"^\s*(?:bis(?: zu)?|und|[-–]|to)\s*$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:kostet|kosten|beträgt|betragen|kommen|kommt|sind|ist|werden|wird|fallen|zahlen sie"
    r"|von|in höhe von)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-zäöüß)])[.!?]\s+")
_SHORTEST_LABEL, _LONGEST_LABEL = 4, 100
_EDGES = " :;,.–-=|"


def find_fees(section: Section, index: int) -> Iterator[Fact]:
    """Find fees: every amount in a fees section, and amounts elsewhere in lines that speak of a fee."""
    in_fees = section.kind is SectionKind.FEES
    for line in lines(section):
        if _NO_FEE.search(line) or not (in_fees or _FEE_WORDS.search(line)):
            continue
        for statement in statements(line):
            amounts = list(_amounts(statement, section, index))
            yield from amounts
            if in_fees and not amounts and (free := _free(statement, section, index)):
                yield free


def _amounts(line: str, section: Section, index: int) -> Iterator[Fact]:
    from corpus.values.amounts import find_amounts

    found = [one for one in find_amounts(line) if not starts_in_condition(line, one.start)]
    position = 0
    while position < len(found):
        first = found[position]
        last = first
        following = found[position + 1] if position + 1 < len(found) else None
        between = line[first.end : following.start] if following else ""
        if following is not None and _RANGE.match(between):
            last = following
            position += 1
        bound = _BOUND.search(line[: first.start])
        if bound and bound[1].lower() in {"von", "from"} and last is first:
            bound = None
        surcharge = _SURCHARGE.match(line[last.end :])
        start = bound.start(1) if bound else first.start
        certain = last is first and bound is None and surcharge is None
        yield Fact(
            kind=FactKind.FEE,
            value=line[start : last.end + (surcharge.end() if surcharge else 0)].strip(),
            words=line,
            section=index,
            label=_label(line, start, last.end, len(found), section.heading),
            amount=first.value if certain else None,
        )
        position += 1


def _free(line: str, section: Section, index: int) -> Fact | None:
    match = _FREE.search(line)
    if match is None or _NOT_FREE.search(line):
        return None
    return Fact(
        kind=FactKind.FEE,
        value=match[0],
        words=line,
        section=index,
        label=_label(line, match.start(), match.end(), 1, section.heading),
        amount=None if _CONDITION.search(line) else Decimal(0),
    )


def _label(line: str, start: int, end: int, count: int, heading: str) -> str:
    """Say what an amount is for: the row's other cells, the words before it, or those in brackets behind."""
    row = cells(line)
    if "; " in line and any(column for column, _ in row):
        return row_label(line, start)
    before = without_mark(line[:start])
    if count > 1:
        before = re.split(r"[;,](?!\d)|\bund\b|\boder\b|(?<=\D)\.(?=\s)", before)[-1]
    before = _SENTENCE_END.split(before)[-1]
    before = _VERB.sub("", before.strip(_EDGES)).strip(_EDGES)
    if _SHORTEST_LABEL <= len(before) <= _LONGEST_LABEL:
        return before
    after = re.match(r"\s*\(([^)]{2,80})\)", line[end:]) or re.match(
        r"\s*(?:,|für|for)\s*([^;,.]{2,80})", line[end:]
    )
    return after[1].strip(_EDGES) if after else heading
