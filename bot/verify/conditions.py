"""Conditional clauses in every form: "wenn …", "wer …", and the verb first ("Ziehen Sie um, …")."""

import re

from bot.verify.clauses import content_stems
from bot.verify.content import Vocabulary, share_known

_IF = re.compile(r"\b(?:wenn|falls|sofern|soweit|solange|sobald)\b([^,;.:?!]*)", re.IGNORECASE)
_WHO = re.compile(r"(?:^|[.;:]\s+)(?:Wer|Wem|Wen|wer|wem|wen)\b([^,;.:?!]*),")
_VERBS = (
    "ist|sind|war|waren|wird|werden|hat|haben|muss|müssen|kann|können|soll|sollen|darf|dürfen|will|wollen|besteht|"
    "bestehen|droht|liegt|liegen|fehlt|fehlen|gibt|geht|zieht|läuft|steigt|sinkt|stirbt|lebt|wohnt|braucht|möchten|"
    "sollte|sollten|lässt|kommt|reicht|gilt|endet|beginnt|verdient|erhält|bekommt"
)
_VERB_FIRST = re.compile(
    rf"(?:^|[.;:?!]\s+)(?:(?:{_VERBS.title()}|{_VERBS})\b|[A-ZÄÖÜ][a-zäöüß]+(?:en|ern|eln)\s(?=Sie\b))"
    r"([^,;.:?!]*)(?:,\s(?!und|oder|dass|wenn|wer|sobald|die|der|das|damit|um|sondern|aber|bevor|falls)(?=[a-zäöü])|\?\s(?:Dann|So)\b)"
)
_ON = re.compile(
    r"\b(?:auf (Antrag|Wunsch|Anfrage|Verlangen)|nach (Vereinbarung|Absprache|Anmeldung)|"
    r"mit (Vollmacht|Termin)|bei (Bedarf)|im (Einzelfall))\b"
)
_LEAST_SHARE, _LEAST_ALIKE = 0.7, 0.5


def conditions_kept(said: str, claim: str) -> bool:
    """Whether `said` holds under the same conditions as `claim`, whatever form they have.

    The words of each conditional clause must be told by the other side: those that the rest of the claim
    doesn't say anyway, or else there must be as many such clauses on both sides.
    """
    if any(not _literally(match[0], said) for match in _ON.finditer(claim)):
        return False
    ours, theirs = _clauses(said), _clauses(claim)
    if len(ours) > len(theirs) and any(share_known(content_stems(one), claim) < 1 for one in ours):
        return False
    least = _LEAST_SHARE if len(ours) < len(theirs) else _LEAST_ALIKE
    for one in theirs:
        rest = Vocabulary.of(claim.replace(one, " ", 1))
        own = frozenset(word for word in content_stems(one) if not rest.knows_stem(word))
        if share_known(own, said) < least or (not own and len(ours) < len(theirs)):
            return False
    return True


def _literally(condition: str, said: str) -> bool:
    """Whether the words of "auf Antrag" are said themselves; that one can apply elsewhere doesn't do."""
    stems = Vocabulary.of(said).stems
    return all(any(word in one for one in stems) for word in content_stems(condition))


def _clauses(text: str) -> list[str]:
    return [match[1] for pattern in (_IF, _WHO, _VERB_FIRST) for match in pattern.finditer(text)]
