"""Whether what is negated or restricted in a sentence is so in its source: "nicht", "kein", "nur"."""

import re
from collections import Counter

from bot.verify.marks import MarkKind, Statement

_LACKS = re.compile(
    r"\b(?:haben|hat|brauchen|braucht|benötigen|benötigt)\s(?:Sie\s|er\s|sie\s|man\s)?kein(?:e[nmrs]?)?\b|"
    r"\bkein(?:e[nmrs]?)?\s(?:\w+\s)?[A-ZÄÖÜ]\w+\s(?:haben|hat|brauchen|braucht|benötigen|benötigt|nötig)\b"
)
_LIMITS = frozenset({"from", "under", "over", "until", "if"})
_ONLY = re.compile(
    r"\b[Nn]ur\b(?:(,? (?:dann, )?(?:wenn|falls|unter bestimmten|mit|auf Antrag)\b)|"
    r"( die Hälfte| \d+(?:,\d+)? (?:Euro|€)))?"
)
_EVEN_IF = re.compile(r"\bauch(?: dann)?,? wenn\b", re.IGNORECASE)
_ON_CONDITION = re.compile(
    r"(?<!auch )(?<!auch, )\b(?:wenn|falls|sofern|soweit|wer|unter bestimmten|auf Antrag|nach Antrag)\b|"
    r"^(?!Auch )[A-ZÄÖÜ]\w+[^,.;:]*, (?:können|dürfen|müssen|ist|sind|wird|werden)\b",
    re.IGNORECASE,
)


def negated_alike(said: Statement, claim: Statement) -> bool:
    """Whether both have the same negations; "keinen Termin brauchen" is as good as "ohne Termin"."""
    ours, theirs = (_folded(one.count(MarkKind.NEGATION)) for one in (said, claim))
    if ours == theirs:
        return True
    return _lacking(said.text, ours) == _lacking(claim.text, theirs)


def _folded(negations: Counter[str]) -> Counter[str]:
    """`negations` with "kostenlos" as "nicht": "zahlt nicht" is "zahlt nichts"."""
    return +(negations + Counter({"not": negations["free"]}) - Counter({"free": negations["free"]}))


def _lacking(text: str, negations: Counter[str]) -> Counter[str]:
    """`negations` with what one hasn't or needn't as "without"."""
    found = min(len(_LACKS.findall(text)), negations["not"])
    return +(negations + Counter(without=found) - Counter({"not": found}))


def restrictions_kept(said: Statement, claim: Statement) -> bool:
    """Whether both have the same "nur" and "außer".

    "Nur, wenn …" may be said for "wenn …"; "nur die Hälfte" limits nothing.
    """
    ours, theirs = _own_conditions(said), _own_conditions(claim)
    conditional = bool(_ON_CONDITION.search(claim.text)) and not _EVEN_IF.search(claim.text)
    return ours == theirs or (
        "only" not in theirs
        and tuple(name for name in ours if name != "only") == theirs
        and all(match[2] or (match[1] and conditional) for match in _ONLY.finditer(said.text))
    )


def _own_conditions(statement: Statement) -> tuple[object, ...]:
    """ "Nur" and "außer", which govern the statement."""
    return tuple(sorted(name for name in statement.count(MarkKind.CONDITION) if name not in _LIMITS))
