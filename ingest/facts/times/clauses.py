"""Extends a span to the clause that it belongs to, so that a value never breaks off."""

import re

LONGEST_WHOLE = 160
_CLAUSE = re.compile(r",?\s+(?:bevor|ehe|nachdem|sobald|wenn|falls|seit|before|after|of)\b", re.IGNORECASE)
_FROM_WHEN = re.compile(r",?\s+(?:vor|nach|ab)\b(?!\s*(?:[.,;!]|$))")
_NOUN = r"(?:[a-zäöüß]+(?:e[nrms]?|ten)\s+){0,2}[A-ZÄÖÜ][\w-]*"
_PHRASE = re.compile(rf"\s+(?:(?:de[rmsn]|einem|einer|Ihrem|Ihrer)\s+)?{_NOUN}(?:\s+(?:des|der)\s+{_NOUN})?")
_RELATIVE = re.compile(r",\s+(?:(?:an|in|zu|mit|auf)\s+)?(?:dem|der|denen|die|das)\b")
_ADVERB = re.compile(r",?\s+(?:vorher|davor|danach|zuvor|im Voraus|in advance|beforehand)\b")


def clause(sentence: str, start: int, end: int) -> str:
    """Extend a span by what it counts from; "" if that is too long."""
    rest = sentence[end:]
    if adverb := _ADVERB.match(rest):
        return sentence[start : end + adverb.end()]
    if from_when := _FROM_WHEN.match(rest):
        phrase = _PHRASE.match(rest, from_when.end())
        stop = phrase.end() if phrase else from_when.end()
        if phrase and not _RELATIVE.match(rest, stop):
            return sentence[start : end + stop]
    elif not _CLAUSE.match(rest):
        return sentence[start:end].strip(" ,")
    whole = sentence[start:].rstrip(".!")
    return whole if len(whole) <= LONGEST_WHOLE else ""
