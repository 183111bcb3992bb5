"""What a table's row says of the amounts in it: what each is for, and which are only conditions."""

import re
from collections.abc import Iterator

from ingest.facts.lines import is_row, without_mark

_AMOUNT = re.compile(r"\d\s?(?:€|Euro|EUR)", re.IGNORECASE)
_FREE_CELL = re.compile(r"(?:\w*frei|kostenlos|unentgeltlich|gratis|keine|free)\.?", re.IGNORECASE)
_FEE_COLUMN = re.compile(r"gebühr|kosten|preis|betrag|entgelt|euro|€|steuer|fee|price|cost", re.IGNORECASE)
_PLAIN_FEE_HEAD = re.compile(
    r"(?:die |in )?(?:verwaltungs)?(?:gebühr(?:en)?|kosten|preis|betrag|entgelt|euro|€|steuer|fee|price"
    r"|cost)"
    r"(?: in (?:euro|€|eur))?",
    re.IGNORECASE,
)
_BOUNDS = re.compile(r"(?:ab|bis|über|unter|von|mehr als|weniger als|höchstens|mindestens)\b", re.IGNORECASE)
_WORTH = re.compile(r"wert\b|einkommen|umsatz|summe|miete|erlös", re.IGNORECASE)
_EDGES = " :;,.–-=|"


def row_label(line: str, start: int) -> str:
    """Join the cells that tell what the amount at `start` is for, and its column's head where it says more.

    Cells with another column's price say nothing about it; a condition ("Wert der Sache: bis 10 Euro") does,
    and is given with its head. A head that holds an amount is none ("5 Euro: bis 10 Jahre").
    """
    others: list[str] = []
    own_head = ""
    for begin, part in _parts(line):
        head, colon, value = part.partition(": ")
        if begin <= start < begin + len(part):
            own_head = head if colon and not _AMOUNT.search(head) else ""
        elif starts_in_condition(line, begin + len(part) - 1):
            others.append(f"{head} {value}" if _AMOUNT.search(value) else value)
        elif not _AMOUNT.search(part) and not _FREE_CELL.fullmatch(value.strip()):
            others.append(value if colon else part)
    if own_head and not _PLAIN_FEE_HEAD.fullmatch(own_head.strip(_EDGES)):
        others.append(own_head)
    return ", ".join(text.strip(_EDGES) for text in others if text.strip(_EDGES)) or own_head


def cell_at(line: str, start: int) -> str:
    """Give the cell of a row with its head in which `start` lies; "" if the line is no row."""
    if not is_row(line):
        return ""
    return next((part for begin, part in _parts(line) if begin <= start < begin + len(part)), "")


def starts_in_condition(line: str, start: int) -> bool:
    """Tell whether `start` lies in a row where amounts are conditions, no fees.

    Those are its first cell while a later column is headed as the fee, a cell before that one that bounds
    something ("Wert: bis 50 Euro; Gebühr: 2,50 Euro"), a worth or an income, and a head whose cell has its
    own amount ("Rabatt ab 5 Euro: 3,50 Euro").
    """
    if not is_row(line):
        return False
    parts = list(_parts(line))
    for begin, part in parts:
        head, _, value = part.partition(": ")
        if begin <= start < begin + len(head) and _AMOUNT.search(value):
            return True
    for number, (begin, part) in enumerate(parts):
        head, colon, value = part.partition(": ")
        if not begin <= start < begin + len(part):
            continue
        if colon and _WORTH.search(head):
            return True
        may_be = number == 0 or _BOUNDS.match(value)
        if not colon or _FEE_COLUMN.search(head) or not may_be:
            return False
        later = [part.partition(": ")[0] for _, part in parts[number + 1 :] if ": " in part]
        return any(_FEE_COLUMN.search(head) for head in later)
    return False


def _parts(line: str) -> Iterator[tuple[int, str]]:
    """Give each cell with the place in the line where it begins."""
    position = 0
    for part in without_mark(line).split("; "):
        begin = line.find(part, position)
        position = begin + len(part)
        yield begin, part
