"""Whether what one must, can or may do stays so."""

import re

from bot.verify.clauses import clauses_of
from bot.verify.content import Vocabulary
from bot.verify.marks import MarkKind, Statement
from corpus.analysis.tokens import stopwords

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
    rf"(?:^|[.;:?!]\s+)Sie\s(?!(?:{_GETS})\b)[a-zäöü][a-zäöüß]+(?:en|ern|eln)\b|"
    r"(?:^|[.;:?!]\s+)Sie\s(?:sind|haben|wohnen|leben)\b"
)
_NEED = re.compile(
    r"\b(?:nötig|erforderlich|notwendig|verpflichtet|vorgeschrieben|brauch(?:en|t)|benötig(?:en|t)|bedürfen|bedarf|"
    r"verlang(?:en|t)|voraussetzung(?:en)?|\w*pflicht|\w*pflichtig\w*|unterlieg(?:en|t))\b",
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
# "Der Hund muss die Marke tragen": "Der Hund trägt die Marke."
_OTHERS_MUST = re.compile(r"\b(?:muss|müssen)\b")
_YOU_MUST = re.compile(r"\b(?:muss man|man muss|Sie müssen|müssen Sie)\b", re.IGNORECASE)
_OFFER = re.compile(
    r"\b(?:erreichen|finden|bekommen|erhalten) Sie\b|\bSie (?:erreichen|finden|bekommen|erhalten)\b|"
    r"^[A-ZÄÖÜ]\w+: [A-ZÄÖÜ]\w+en Sie\b|\b(?:gilt|gelten|gültig|bekommt|erhält|gibt es|es gibt|angeboten|"
    r"angenommen|ausgestellt|ausgegeben|erhältlich|erreichbar|zugänglich|verfügbar|geöffnet|offen|bietet|bieten|Anspruch)\b"
)


_LEAST_TOLD = 0.34
_VERB_LIKE = re.compile(r"\b[a-zäöüß]+(?:t|en|ern|eln)\b(?!\s[A-ZÄÖÜ])")


def modality_kept(said: Statement, claim: Statement) -> bool:
    """Whether both say the same of what must, can or may be done.

    A request ("Melden Sie sich an") is as good as "müssen"; one that leaves a choice ("oder") as "können".
    """
    ours = frozenset(said.count(MarkKind.MODAL))
    theirs = frozenset(claim.count(MarkKind.MODAL))
    if ours == theirs or ours == _told(claim.text, said.text) or (not theirs and _verbless(claim.text)):
        return True
    if ours ^ theirs == {"must"}:
        bound, other = (said, claim) if "must" in ours else (claim, said)
        return asks(other.text) or (
            not (ours and theirs)
            and bool(_OTHERS_MUST.search(bound.text))
            and not _YOU_MUST.search(bound.text)
            and not _OFFER.search(other.text)
        )
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


def _told(claim: str, said: str) -> frozenset[str]:
    """The modal verbs of those clauses of `claim` that `said` tells anything of."""
    clauses, known = clauses_of(claim), Vocabulary.of(said)
    modals: set[str] = set()
    for place, clause in enumerate(clauses):
        governed = set(clause.own)
        for following in clauses[place + 1 :]:
            if not following.joined or following.modals:
                break
            governed |= following.own
        told = sum(known.knows_stem(one) for one in governed)
        if not governed or told >= _LEAST_TOLD * len(governed):
            modals |= clause.modals
    return frozenset(modals)


def _verbless(text: str) -> bool:
    """Whether `text` only names things, as a list under a heading does, so that no verb says what to do."""
    return not any(word.lower() not in stopwords() for word in _VERB_LIKE.findall(text))


def asks(text: str) -> bool:
    """Whether `text` requests something or says that it is needed, without a modal verb."""
    return any(pattern.search(text) for pattern in (_REQUEST, _DONE, _NEED))
