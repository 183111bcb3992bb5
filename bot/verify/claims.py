"""Which parts of a cited line may stand alone: the items of a line that says the same of several cases."""

import re

from bot.verify.marks import MarkKind, Statement, read_statement
from corpus.values.value import ValueKind

_CUT = re.compile(
    r"([;|(]\s*|,(?![\d-])\s*|(?<=[a-zäöüß)])[.!?]\s+(?=[A-ZÄÖÜ])|\s[-–—]\s|"
    r"\s(?:und|oder|sowie|aber|sondern|jedoch|während)\s)"
)
_ASIDE = re.compile(r"\s\([^()]+\)")
_MAIN_CLAUSE = re.compile(
    r";\s|(?<=[a-zäöüß])[.!?]\s+(?=[A-ZÄÖÜ])|,?\s(?:und|aber)\s(?=(?:ist|sind|wird|werden|hat|haben|kann|können|"
    r"muss|müssen|darf|dürfen|dauert|kostet|gilt|gibt|geht|bekommt|kommt|enthält)\s)|,\s(?=(?:das|dies|es|danach|dann|sie|er)\s[a-zäöüß]+(?:en|t)\s)"
)
_RESTRICTS = re.compile(
    r"\b(?:nur|außer|ausgenommen|aber|jedoch|allerdings|sonst|es sei denn|sofern|wenn|falls|soweit|nicht für|"
    r"ausschließlich|lediglich|mindestens|ab|unter|ohne|bei|sollte)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:das|dies\w*|dann|danach|davon|daraus|er|sie wird|es|beide|jede weitere|sonst)\b", re.IGNORECASE
)
_OUTCOMES = (ValueKind.AMOUNT, ValueKind.TIME, ValueKind.PERCENT)
# A limit belongs to its own item; "nur" or "wenn" may govern the whole line.
_OWN_LIMITS = frozenset({"from", "under", "over", "until", "at least", "at most"})


def claims(line: str) -> list[Statement]:
    """What `line` claims: the whole line, and each item that a line of parallel items can be cut into.

    "ab 24 Jahren: 46 Euro, unter 24 Jahren: 27 Euro" has two items. A line is never cut where that would
    lose a condition, a negation or an obligation that may hold for all of it.
    """
    whole = read_statement(line)
    items = [read_statement(text) for text in _items(line)]
    return [whole, *items] if len(items) > 1 and _parallel(whole, items) else [whole]


def without_asides(line: str) -> list[str]:
    """`line` without what stands in brackets, and its main clauses, where the rest limits nothing.

    "Der Antrag ist kostenlos; nur Firmen zahlen" can't do without its second half.
    """
    bare = _ASIDE.sub(lambda match: match[0] if _RESTRICTS.search(match[0]) else "", line)
    found = [bare] if bare != line else []
    found += [
        line[: aside.start()] + line[aside.end() :]
        for aside in _ASIDE.finditer(line)
        if not _RESTRICTS.search(aside[0])
    ]
    for text in dict.fromkeys((line, bare)):
        for end in _MAIN_CLAUSE.finditer(text):
            first, second = text[: end.start()], text[end.end() :]
            if not _RESTRICTS.search(second):
                found.append(f"{first}.")
            if not _RESTRICTS.search(first) and not _LEANS.match(second):
                found.append(second[:1].upper() + second[1:])
    return found


def several_values(claim: Statement) -> bool:
    """Whether `claim` states more than one value of a kind."""
    return any(count > 1 for count in claim.kinds().values())


def is_plain(claim: Statement) -> bool:
    """Whether `claim` has nothing but subjects, so that it may be told together with another line."""
    return all(mark.kind is MarkKind.NOUN for mark in claim.marks)


def _items(line: str) -> list[str]:
    pieces = _CUT.split(line)
    items = [pieces[0]]
    for cut, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _outcomes(read_statement(items[-1])) and _opens(read_statement(piece)):
            items.append(piece)
        else:
            items[-1] += cut + piece
    return items


def _opens(piece: Statement) -> bool:
    return any(mark.kind in {MarkKind.NOUN, MarkKind.CONDITION} for mark in piece.marks) or bool(
        piece.kinds()[ValueKind.WEEKDAY]
    )


def _outcomes(item: Statement) -> frozenset[ValueKind]:
    kinds = item.kinds()
    return frozenset(kind for kind in _OUTCOMES if kinds[kind])


def _parallel(whole: Statement, items: list[Statement]) -> bool:
    limits = set(whole.count(MarkKind.CONDITION))
    return (
        not whole.count(MarkKind.NEGATION)
        and not whole.count(MarkKind.MODAL)
        and limits <= _OWN_LIMITS
        and len({_outcomes(item) for item in items}) == 1
        and bool(_outcomes(items[0]))
        and len({bool(item.count(MarkKind.CONDITION)) for item in items}) == 1
    )
