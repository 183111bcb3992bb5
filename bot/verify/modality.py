"""Whether what one must, can or may do stays so."""

import re

from bot.verify.marks import MarkKind, Statement

# What says "must" without a modal verb: a request, a need.
_REQUEST = re.compile(
    r"(?:^|[.:;–,]\s+|\bund\s|\boder\s)(?:[Bb]itte\s)?[A-ZÄÖÜa-zäöü][a-zäöüß]+(?:en|ern|eln)\sSie\b"
)
_NEED = re.compile(
    r"\b(?:nötig|erforderlich|notwendig|verpflichtet|vorgeschrieben|brauch(?:en|t)|benötig(?:en|t)|bedürfen|bedarf)\b",
    re.IGNORECASE,
)
_IMPOSSIBLE = re.compile(
    r"\bnicht möglich\b|\bgibt es (?:\w+ )?(?:nicht|kein\w*)\b|\bes gibt (?:\w+ )?kein\w*\b", re.IGNORECASE
)
_GIVES_IT_NOT = re.compile(r"\bgibt es (?:\w+ ){0,2}nicht\b", re.IGNORECASE)
# "Sie haben zwei Wochen Zeit": they can within two weeks.
_TIME = re.compile(r"\b(?:haben|hat)\b[^.;:?!]*\bZeit\b")
# "Telefonisch erreichen Sie uns" offers what "Sie können uns anrufen" does.
_OFFER = re.compile(
    r"\b(?:erreichen|finden|bekommen|erhalten) Sie\b|\bSie (?:erreichen|finden|bekommen|erhalten)\b|"
    r"^[A-ZÄÖÜ]\w+: [A-ZÄÖÜ]\w+en Sie\b"
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
        return _asks(other.text)
    if ours ^ theirs != {"can"}:
        return False
    able, plain = (said.text, claim.text) if "can" in ours else (claim.text, said.text)
    # "Es gibt keine …" and "… ist nicht möglich"; that both are negated has been seen to.
    if _IMPOSSIBLE.search(said.text + claim.text) or _GIVES_IT_NOT.search(plain):
        return True
    if _TIME.search(plain) or (able == said.text and _OFFER.search(plain)):
        return True
    # Who asks for one of several things leaves a choice; that all of them are told has to be seen.
    return (" oder " in plain and " oder " in able and _asks(plain)) or (
        able == said.text and " oder " in plain and _asks(plain)
    )


def _asks(text: str) -> bool:
    return bool(_REQUEST.search(text) or _NEED.search(text))
