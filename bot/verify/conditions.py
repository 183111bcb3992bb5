"""Conditional clauses in every form: "wenn …", "wer …", and the verb first ("Ziehen Sie um, …")."""

import re

from bot.verify.clauses import content_stems
from bot.verify.content import share_known

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
_LEAST_SHARE = 0.7


def conditions_kept(said: str, claim: str) -> bool:
    """Whether `said` holds under the same conditions as `claim`, whatever form they have.

    As many conditional clauses on both sides; otherwise the words of each must be told by the other side.
    """
    if any(
        content_stems(match[0]) and share_known(content_stems(match[0]), said) < 1
        for match in _ON.finditer(claim)
    ):
        return False
    ours, theirs = _clauses(said), _clauses(claim)
    if len(ours) == len(theirs):
        return True
    if len(ours) > len(theirs):
        return all(share_known(content_stems(one), claim) >= 1 for one in ours)
    return all(share_known(content_stems(one), said) >= _LEAST_SHARE and content_stems(one) for one in theirs)


def _clauses(text: str) -> list[str]:
    return [match[1] for pattern in (_IF, _WHO, _VERB_FIRST) for match in pattern.finditer(text)]
