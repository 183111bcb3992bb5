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
_IMPOSSIBLE = re.compile(r"\bnicht möglich\b", re.IGNORECASE)


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
    if ours ^ theirs == {"can"} and _IMPOSSIBLE.search(said.text + claim.text):
        # "Es gibt keine …" and "… ist nicht möglich"; that both are negated has been seen to.
        return True
    return ours - theirs == {"can"} and not theirs - ours and " oder " in claim.text and _asks(claim.text)


def _asks(text: str) -> bool:
    return bool(_REQUEST.search(text) or _NEED.search(text))
