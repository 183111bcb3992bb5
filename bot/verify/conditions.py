"""Conditional clauses in every form: "wenn …", "wer …", and the verb first ("Ziehen Sie um, …")."""

import re

from bot.verify.clauses import content_stems
from bot.verify.content import Vocabulary, share_known, without_values

_IF = re.compile(
    r"\b(?<!auch )(?<!auch, )(?:wenn|falls|sofern|soweit|solange|sobald)\b([^,;.:?!]*)", re.IGNORECASE
)
# "Auch wenn …" limits nothing.
_EVEN_IF = re.compile(r"\bauch(?: dann)?,? wenn\b([^,;.:?!]*)", re.IGNORECASE)
_WHO = re.compile(r"(?:^|[.;:]\s+)(?:Wer|Wem|Wen|wer|wem|wen)\b([^,;.:?!]*),")
_VERBS = (
    "ist|sind|war|waren|wird|werden|hat|haben|muss|müssen|kann|können|soll|sollen|darf|dürfen|will|wollen|besteht|"
    "bestehen|droht|liegt|liegen|fehlt|fehlen|gibt|geht|zieht|läuft|steigt|sinkt|stirbt|lebt|wohnt|braucht|möchten|"
    "sollte|sollten|lässt|kommt|reicht|gilt|endet|beginnt|verdient|erhält|bekommt"
)
_VERB_FIRST = re.compile(
    rf"(?:^|[.;:?!]\s+)(?:(?:{_VERBS.title()}|{_VERBS})\b|[A-ZÄÖÜ][a-zäöüß]+(?:en|ern|eln)\s(?=Sie\b))"
    r"([^,;.:?!]*)(?:,\s(?!und|oder|dass|wenn|wer|sobald|die|der|das|damit|um|sondern|aber|bevor|falls)(?=[a-zäöü])|"
    r"\?(?:\s|$))"
)
# "Sie haben noch keine Wohnung? Dann …"
_ASKED = re.compile(r"(?:^|[.;:!]\s+)(?:Sie|Ihr(?:e[nmrs]?)?|Der|Die|Das|Ein(?:e[nmrs]?)?)\s([^.;:?!]*)\?")
_ON = re.compile(
    r"\b(?:auf (Antrag|Wunsch|Anfrage|Verlangen)|nach (Vereinbarung|Absprache|Anmeldung)|"
    r"mit (Vollmacht|Termin)|bei (Bedarf)|im (Einzelfall))\b"
)
# "Bei Diebstahl …", "In einer Notlage …"
_IN_CASE = re.compile(
    r"(?:^|[.;:]\s+)(?:Bei|In (?:einer|einem|diesem|solchen)|Im Falle? (?:von|einer|eines|der|des))\s"
    r"([A-ZÄÖÜ]\w+)\b"
)
# "Für einen Hund aus dem Tierheim …"
_FOR = re.compile(
    r"(?:^|[.;:]\s+)Für\s((?:(?!(?:gelten|kommen|fallen|brauchen|benötigen|bekommen|erhalten|zahlen|können|müssen|"
    r"dürfen|werden|sind|haben|betragen|kosten|sollen|stellen|nehmen|gibt|ist|wird)\b)"
    r"(?:[A-ZÄÖÜ][\wäöüß-]*|[a-zäöüß]+(?:e[nmrs]?)|der|das|dem|des|ein|aus|mit|von|vom|bei|im|in|ab|unter|zur|zum)\s)+)"
)
_LEAST_SHARE, _LEAST_ALIKE = 0.7, 0.5


def conditions_kept(said: str, claim: str) -> bool:
    """Whether `said` holds under the same conditions as `claim`, whatever form they have.

    The words of each conditional clause must be told by the other side: those that the rest of the claim
    doesn't say anyway, or else there must be as many such clauses on both sides.
    """
    if any(not _literally(match[0], said) for match in _ON.finditer(claim)):
        return False
    if any(share_known(content_stems(match[1]), said) < 1 for match in _IN_CASE.finditer(claim)):
        return False
    if any(
        share_known(content_stems(without_values(match[1])), said) < _LEAST_ALIKE
        for match in _FOR.finditer(claim)
    ):
        return False
    ours, theirs = _clauses(said), _clauses(claim)
    if not _evens_kept(said, claim, theirs):
        return False
    if len(ours) > len(theirs) and any(share_known(content_stems(one), claim) < 1 for one in ours):
        return False
    least = _LEAST_SHARE if len(ours) < len(theirs) else _LEAST_ALIKE
    for one in theirs:
        rest = Vocabulary.of(claim.replace(one, " ", 1))
        own = frozenset(word for word in content_stems(one) if not rest.knows_stem(word))
        if share_known(own, said) < least or (not own and len(ours) < len(theirs)):
            return False
    return True


def _evens_kept(said: str, claim: str, conditions: list[str]) -> bool:
    """Whether `said` has "auch wenn" only where `claim` has, or for one of the cases of a condition there."""
    choices = [one for one in conditions if " oder " in one]
    known = "\n".join([*_EVEN_IF.findall(claim), *choices])
    return all(known and share_known(content_stems(one), known) == 1 for one in _EVEN_IF.findall(said))


def _literally(condition: str, said: str) -> bool:
    """Whether the words of "auf Antrag" are said themselves; that one can apply elsewhere doesn't do."""
    stems = Vocabulary.of(said).stems
    return all(any(word in one for one in stems) for word in content_stems(condition))


def _clauses(text: str) -> list[str]:
    return [match[1] for pattern in (_IF, _WHO, _VERB_FIRST, _ASKED) for match in pattern.finditer(text)]
