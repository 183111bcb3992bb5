"""Durations in a sentence: how long the office takes. How long an appointment or a validity lasts is none."""

import re

from corpus.records import SectionKind
from ingest.facts.times.clauses import LONGEST_WHOLE, clause
from ingest.facts.times.deadlines import misleads
from ingest.facts.times.spans import APPROXIMATELY, SPAN

_DURATION = re.compile(
    rf"(?:(?:innerhalb|binnen|within)(?:\s+von)?\s+)?(?:{APPROXIMATELY}\s+)*{SPAN}|\bsofort\b|\bumgehend\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"bearbeitung|\bdauert\b|lieferzeit|lieferdauer|wartezeit|processing|\btakes\b|produktionszeit"
    r"|herstellungsdauer",
    re.IGNORECASE,
)
# "Wir entscheiden innerhalb von …": a promise of the office.
_PROMISE = re.compile(
    r"\b(?:wir|die (?:behörde|verwaltung|stadt|gemeinde))\b.{0,60}?\b(?:innerhalb|binnen|in der regel)\b"
    r"|\b(?:bearbeiten|entscheiden|prüfen)\s+wir\b|\bwird\b.{0,40}?\binnerhalb\b.{0,60}?\b(?:bearbeitet"
    r"|entschieden|ausgestellt)"
    r"|\bwe (?:process|decide)\b",
    re.IGNORECASE,
)
_READY = re.compile(
    rf"\b(?:nach|in|innerhalb von|binnen)\s+(?:{APPROXIMATELY}\s+)*{SPAN}(?:(?!\bmuss\b"
    rf"|\bmüssen\b)[^.;]){{0,60}}?"
    r"\b(?:abgeholt|abholbereit|geliefert|ausgestellt|zugestellt|zugesandt|zugeschickt|fertig"
    r"|ausgehändigt|abholen)\b"
    rf"|\b(?:abholbereit|fertig|geliefert)\b[^.;]{{0,20}}?\b(?:nach|in)\s+(?:{APPROXIMATELY}\s+)*{SPAN}",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:sofort|umgehend)(?= (?:ausgestellt|ausgehändigt|mitgenommen|mitnehmen|erledigt|bearbeitet"
    r"|fertig|erteilt)\b)",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:muss|müssen|ist .* zu|sind .* zu)\b", re.IGNORECASE)
_OTHER_HEADING = re.compile(
    r"termin|gültig|gilt\b|gelten|geltung|aufbewahr|öffnungsdauer|\bkurs|veranstaltung|aufenthalt"
    r"|nutzungsdauer"
    r"|ruhezeit|ruhefrist|leih|miet|wohndauer|validity|appointment|förder|bewilligung|leistungsdauer"
    r"|bezugsdauer",
    re.IGNORECASE,
)
_PROCESSING = re.compile(r"bearbeitung|verfahren|processing|wartezeit|lieferzeit", re.IGNORECASE)
_APPOINTMENT = re.compile(
    r"\b(?:vor-ort-)?(?:termine?s?|gespräch|beratung|besuch|appointment"
    r"|vorsprache)\b.{0,50}?\b(?:dauert|dauern|vorgesehen"
    r"|eingeplant|einplanen|reserviert|takes|lasts|minuten|minutes)\b|\bplanen sie\b|\b(?:dauer"
    r"|länge) des termins\b"
    r"|\bminuten\b.{0,30}\b(?:termin|einplanen|eingeplant)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"gültig|\bgilt\b|\bgelten\b|geltungsdauer|\bvalid\b|befristet|aufbewahrt|verlängert werden",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:\w*kurse?s?|\w*veranstaltung|\w*fest|\w*führung|\w*prüfung|\w*sitzung|lehrgang|seminar"
    r"|vortrag|\w*ausbildung"
    r"|amtszeit|pflege|trauung|fahrt|praktikum|workshop|rundgang|konzert|\w*markt|ferien|event|course"
    r"|tour|film"
    r"|arbeiten|bauarbeiten|sperrung|vollsperrung|spiel|test|urlaub|kita-?tag|einsatz"
    r"|untersuchung)\b.{0,30}?"
    r"\b(?:dauer[nt]|takes|lasts)\b",
    re.IGNORECASE,
)


def is_about_processing(kind: SectionKind, heading: str) -> bool:
    """Tell whether a section about durations is about how long the office takes."""
    if kind is not SectionKind.DURATION:
        return False
    return bool(_PROCESSING.search(heading)) or not _OTHER_HEADING.search(heading)


def find_duration(sentence: str, *, in_duration: bool) -> str:
    """The duration that a sentence states; "" if none, or if it is of something else.

    A sentence of a section about processing times is given whole; elsewhere its one span, or it whole if it
    has several.
    """
    if _APPOINTMENT.search(sentence) and not _PROCESSING.search(sentence):
        return ""
    if at_once := _AT_ONCE.search(sentence):
        return at_once[0]
    if _LASTS.search(sentence) or _SUBJECT.search(sentence):
        return ""
    if in_duration:
        whole = sentence.rstrip(".") if len(sentence) <= LONGEST_WHOLE else ""
        if _DURATION.search(sentence) and whole:
            return whole
    elif not says_how_long(sentence):
        return ""
    return _one_span(sentence)


def says_how_long(sentence: str) -> bool:
    """Tell whether a sentence speaks of how long the office takes."""
    if _WORDS.search(sentence) or _AT_ONCE.search(sentence):
        return True
    return not _MUST.search(sentence) and bool(_PROMISE.search(sentence) or _READY.search(sentence))


def _one_span(sentence: str) -> str:
    matches = list(_DURATION.finditer(sentence))
    if not matches or any(misleads(sentence, *match.span()) for match in matches):
        return ""
    if len(matches) > 1:
        return sentence.rstrip(".") if len(sentence) <= LONGEST_WHOLE else ""
    return clause(sentence, *matches[0].span())
