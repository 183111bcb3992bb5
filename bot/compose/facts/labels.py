"""Says what a fact is for so that it can be read alone: its label, or the sentence that it stands in."""

import re

from corpus.records import Document, Fact

_LONGEST_SENTENCE = 180
_SLACK = 12
_MARKER = re.compile(r"^(?:[-•]|\d{1,2}\.|\(\d{1,2}\)) +")
_AMOUNT = re.compile(
    r"(?:ab |bis zu |zusätzlich )?\d[\d.,–-]*(?:,-+)? ?(?:€|euros?|eur|cent|prozent|%)?", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"(?:bei|für|mit|ohne|von|nach|ab|in|zur|zum|wegen|je|pro|for|with|without) ", re.IGNORECASE
)
_LEADING = re.compile(
    r"(?:(?:die|der|das|eine?|the|an?|gebühr(?:en)? (?:für|von)|kosten (?:für|von)|fees?(?: for)?)\b)?[ (]*",
    re.IGNORECASE,
)
# "Wer zu spät kommt, zahlt": a label with a verb is a piece of a sentence.
_VERB = re.compile(
    r"\b(?:kann|können|muss|müssen|ist|sind|wird|werden|fällt|fallen|kostet|beträgt|betragen"
    r"|liegt|liegen|zahlt|zahlen|bekommen|erhalten|berechnen|erheben|kommen|kommt|sich|wir|Sie)\b"
)
_DANGLING = re.compile(
    r"(?:^(?:also|darunter|davon|bei|hinzu|zusätzlich|dazu|sonst|in der Regel)|[;,]"
    r"|\b(?:der|die|das|den|dem|des|zur|zum|bei|für|von|mit|und|oder|also|beziehungsweise|bzw\.))$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"gebühr(?:en)?|kosten|preise?|entgelte?|fees?|costs?|prices?|frist(?:en)?|dauer|bearbeitungs(?:zeit|dauer)"
    r"|(?:antrags|(?:erforderliche|benötigte|notwendige) )?(?:unterlagen|nachweise|dokumente)"
    r"|required documents",
    re.IGNORECASE,
)
_OVERRUN = re.compile(
    r"[\s,;]+(?:[Dd]azu|[Hh]inzu|[Dd]avon|[Dd]ie|[Dd]er|[Dd]as|[Ff]ür|[Bb]ei|Wenn|Es|Sie|und|oder|sowie|[Jj]e)$"
)
_LEAD = re.compile(
    r"(?:gebühr(?:en)?|kosten|preis|entgelt|dauer|frist|bearbeitungs(?:zeit|dauer)|fees?|costs?): ?(?=\S)",
    re.IGNORECASE,
)


def label_of(fact: Fact) -> str:
    """The label as it reads alone, with the preposition before it ("bei Umtausch"); "" if it says nothing."""
    label = fact.label.strip().rstrip(":")
    if not label or label.endswith("?") or _GENERAL.fullmatch(label):
        return ""
    before = _before(fact)
    match = _PREPOSITION.fullmatch(before)
    return f"{match[0]}{label}" if match else label


def sentence_of(fact: Fact, document: Document) -> str:
    """The words of a fact whose label was torn out of its sentence; "" where the label reads well alone."""
    words = _MARKER.sub("", fact.words).strip()
    if len(words) > _LONGEST_SENTENCE or fact.value not in words:
        return ""
    if _is_heading(fact, document):
        return words if words.endswith(".") and words != fact.value else ""
    return words if _is_torn(fact) else ""


def period_sentence(fact: Fact) -> str:
    """The words of a deadline or a duration, which mean nothing without what they are counted from.

    "" where they say no more than the value and its label, or too much for a line.
    """
    words = _MARKER.sub("", fact.words).strip()
    told = len(fact.value) + (len(fact.label) if fact.label in fact.words else 0)
    return words if told + _SLACK < len(words) <= _LONGEST_SENTENCE and fact.value in words else ""


def without_lead(sentence: str) -> str:
    """A sentence without the word for its kind ("Gebühr: 20,00 Euro."), which the label says already."""
    bare = _LEAD.sub("", sentence, count=1) if _LEAD.match(sentence) else sentence
    return (
        bare
        if bare == sentence or " " in bare.strip(".").replace(" Euro", "").replace(" €", "")
        else bare.rstrip(".")
    )


def value_of(fact: Fact) -> str:
    """The value without a word of the sentence after it ("800 Euro Dazu")."""
    return _OVERRUN.sub("", fact.value)


def _is_torn(fact: Fact) -> bool:
    label = fact.label.strip()
    if not label or label not in fact.words:
        return bool(label) and bool(
            _VERB.search(label) or _DANGLING.search(label) or _OVERRUN.search(fact.value)
        )
    if _VERB.search(label) or _DANGLING.search(label) or _OVERRUN.search(fact.value):
        return True
    before = _before(fact)
    if not before or _PREPOSITION.fullmatch(before) or (before.endswith(": ") and ";" not in before):
        return False
    return not _LEADING.fullmatch(_AMOUNT.sub("", before).strip())


def _before(fact: Fact) -> str:
    """What stands before the label in the fact's words, without a list's marker."""
    return _MARKER.sub("", fact.words).partition(fact.label)[0] if fact.label else ""


def _is_heading(fact: Fact, document: Document) -> bool:
    return fact.section < len(document.sections) and fact.label == document.sections[fact.section].heading
