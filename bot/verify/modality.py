"""Whether what one must, can or may do stays so."""

import re

from bot.verify.marks import MarkKind, Statement

_GETS = (
    "bekommen|erhalten|finden|erreichen|haben|können|müssen|dürfen|sollen|möchten|wollen|werden|sind|waren|"
    "brauchen|sparen|gehören|wohnen|leben|wissen"
)
# What says "must" without a modal verb: a request, what a citizen is said to do ("Sie zahlen …"), a need.
_REQUEST = re.compile(
    r"(?:^|[.:;–,?]\s+|\bund\s|\boder\s)(?:[Bb]itte\s)?[A-ZÄÖÜa-zäöü][a-zäöüß]+(?:en|ern|eln)\sSie\b"
)
_DONE = re.compile(
    rf"\b(?!(?:{_GETS})\b)[a-zäöü][a-zäöüß]+(?:en|ern|eln)\sSie\b|"
    rf"(?:^|[.;:?!]\s+)Sie\s(?!(?:{_GETS})\b)[a-zäöü][a-zäöüß]+(?:en|ern|eln)\b"
)
_NEED = re.compile(
    r"\b(?:nötig|erforderlich|notwendig|verpflichtet|vorgeschrieben|brauch(?:en|t)|benötig(?:en|t)|bedürfen|bedarf|"
    r"verlang(?:en|t)|\w*pflicht|\w*pflichtig\w*|unterlieg(?:en|t))\b",
    re.IGNORECASE,
)
_IMPOSSIBLE = re.compile(
    r"\bnicht möglich\b|\bausgeschlossen\b|\bgibt es (?:\w+ )?(?:nicht|kein\w*)\b|"
    r"\bes gibt (?:\w+ )?kein\w*\b",
    re.IGNORECASE,
)
_GIVES_IT_NOT = re.compile(r"\bgibt es (?:\w+ ){0,2}nicht\b", re.IGNORECASE)
# "Sie haben zwei Wochen Zeit": they can within two weeks.
_TIME = re.compile(r"\b(?:haben|hat)\b[^.;:?!]*\bZeit\b")
# "Telefonisch erreichen Sie uns" offers what "Sie können uns anrufen" does.
_OFFER = re.compile(
    r"\b(?:erreichen|finden|bekommen|erhalten) Sie\b|\bSie (?:erreichen|finden|bekommen|erhalten)\b|"
    r"^[A-ZÄÖÜ]\w+: [A-ZÄÖÜ]\w+en Sie\b|\b(?:gilt|gelten|gültig|bekommt|erhält)\b"
)


def modality_kept(said: Statement, claim: Statement) -> bool:
    """Whether both say the same of what must, can or may be done.

    A request ("Melden Sie sich an") is as good as "müssen"; one that leaves a choice ("oder") as "können".
    """
    ours, theirs = (frozenset(one.count(MarkKind.MODAL)) for one in (said, claim))
    if ours == theirs:
        return True
    if ours ^ theirs == {"must"}:
        other = claim if "must" in ours else said
        return asks(other.text)
    if ours ^ theirs != {"can"}:
        return False
    able, plain = (said.text, claim.text) if "can" in ours else (claim.text, said.text)
    # "Es gibt keine …" and "… ist nicht möglich"; that both are negated has been seen to.
    if _IMPOSSIBLE.search(said.text + claim.text) or _GIVES_IT_NOT.search(plain):
        return True
    if _TIME.search(plain) or (able == said.text and _OFFER.search(plain)):
        return True
    # Who asks for one of several things leaves a choice; that all of them are told has to be seen.
    return (" oder " in plain and " oder " in able and asks(plain)) or (
        able == said.text and " oder " in plain and asks(plain)
    )


def asks(text: str) -> bool:
    """Whether `text` requests something or says that it is needed, without a modal verb."""
    return any(pattern.search(text) for pattern in (_REQUEST, _DONE, _NEED))
