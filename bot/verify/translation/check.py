"""Checks a translated sentence against the German sentence that it translates.

A translation has to say the same values, names and links, no more and no less, keep the German's negations,
limits and obligations, and be in the language that was asked for. Of its other words, those are checked that
administrations use most (see `concepts.toml`); the rest takes a reader of that language, so the German stands
beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from bot.verify.markup import has_foreign_markup
from bot.verify.translation.concepts import about_the_same, foreign_concepts
from bot.verify.translation.german import with_german_values
from bot.verify.translation.language import Language, language
from bot.verify.translation.names import added_names, missing_names
from bot.verify.verdict import Verdict
from corpus.values.normalise import carries as carries_values
from corpus.values.normalise import find_values, values_in
from corpus.values.value import Value, ValueKind

_LETTERS = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
}
_LETTER = re.compile(r"[^\W\d_]")
_GERMAN = re.compile(
    r"\b(?:der|die|das|den|dem|des|und|ist|sind|nicht|für|mit|von|zum|zur|ein|eine|einen|einem|einer|Sie|Ihr\w*|"
    r"bei|beim|oder|wird|werden|müssen|können|haben|auf|aus)\b"
)
_GERMAN_NEGATION = re.compile(
    r"\b(?:nicht|nichts|kein\w*|nie|niemals|niemand\w*|weder|ohne|außer|ausgenommen\w*|verboten\w*|untersagt\w*|"
    r"un(?:möglich|zulässig|gültig)\w*)\b",
    re.IGNORECASE,
)
_BOTH_WAYS = re.compile(r"\bnicht nur\b|\bnoch nicht\b", re.IGNORECASE)
_GERMAN_LIMITS = {
    "only": re.compile(r"\b(?:nur|ausschließlich|lediglich)\b", re.IGNORECASE),
    "at_least": re.compile(r"\b(?:mindestens|wenigstens)\b", re.IGNORECASE),
    "at_most": re.compile(r"\b(?:höchstens|maximal)\b", re.IGNORECASE),
}
_GERMAN_MUST = re.compile(r"\b(?:muss\w*|müss\w*|soll\w*|erforderlich|nötig|notwendig)\b", re.IGNORECASE)
_GERMAN_CAN = re.compile(r"\b(?:kann\w*|könn\w*|darf\w*|dürf\w*|möglich)\b", re.IGNORECASE)
_HOUR_DIGITS = 2
_LEAST_SCRIPT = 0.5
_LEAST_LENGTH, _MOST_LENGTH = 0.25, 4.0


def carries(translated: str, german: str, code: str) -> Verdict:
    """Whether `translated` (in `code`: en, tr, uk, ru, ar, pl) says what the sentence `german` says.

    Raises `KeyError` for a language that the assistant doesn't speak.
    """
    told = language(code)
    return next(_faults(translated, german, told, code), Verdict(True))


def _faults(translated: str, german: str, told: Language, code: str) -> Iterator[Verdict]:
    """What is wrong, as verdicts; none where all is right."""
    if not translated.strip() or not german.strip():
        yield Verdict(False, "empty")
        return
    if has_foreign_markup(translated, german):
        yield Verdict(False, "markup or link")
    if not _LEAST_LENGTH <= len(translated) / len(german) <= _MOST_LENGTH:
        yield Verdict(False, "length")
    if not _in_language(translated, german, told):
        yield Verdict(False, "language")
    read = with_german_values(translated, code)
    yield from _values(read, german, told)
    yield from _negations(read, german, told)
    yield from _limits(translated, german, told)
    if name := next(missing_names(translated, german, told), ""):
        yield Verdict(False, f"name missing: {name}")
    if name := next(added_names(translated, german, told), ""):
        yield Verdict(False, f"name added: {name}")
    if name := next(foreign_concepts(translated, german, code), ""):
        yield Verdict(False, f"content added: {name}")
    if not about_the_same(translated, german, code):
        yield Verdict(False, "content")


def _values(read: str, german: str, told: Language) -> Iterator[Verdict]:
    for value in carries_values(german, read):
        if not _otherwise(value, values_in(german)):
            yield Verdict(False, f"value {value.kind} added")
    for value in carries_values(read, german):
        if not _otherwise(value, values_in(read)) and not (value.canonical == "2" and _dual(read, told)):
            yield Verdict(False, f"value {value.kind} missing")
    if _how_often(german) != _how_often(read):
        yield Verdict(False, "value count")


def _otherwise(value: Value, others: frozenset[Value]) -> bool:
    """Whether the other side says the same as a value of another kind.

    "From 8 to 12" is "von 8 bis 12 Uhr", "в 8 часов" is both "um 8 Uhr" and "in 8 Stunden", "under 16" is
    "unter 16 Jahren", "second" is "2.".
    """
    number, _, unit = value.canonical.partition(" ")
    if value.kind is ValueKind.DURATION and unit == "hour" and number.isdigit():
        return Value(ValueKind.TIME, f"{int(number):02}:00") in others
    if value.kind is ValueKind.TIME and value.canonical.endswith(":00"):
        hour = int(value.canonical[:2])
        return not others.isdisjoint(
            {Value(ValueKind.DURATION, f"{hour} hour"), Value(ValueKind.NUMBER, str(hour))}
        )
    hours = value.kind is ValueKind.NUMBER and number.isdigit() and len(number) <= _HOUR_DIGITS
    if hours and Value(ValueKind.TIME, f"{int(number):02}:00") in others:
        return True
    if unit == "year":
        return Value(ValueKind.NUMBER, number) in others
    if value.kind is ValueKind.NUMBER and Value(ValueKind.DURATION, f"{number} year") in others:
        return True
    pairs = {ValueKind.NUMBER: ValueKind.ORDINAL, ValueKind.ORDINAL: ValueKind.NUMBER}
    kind = pairs.get(value.kind)
    return kind is not None and Value(kind, value.canonical) in others


def _dual(read: str, told: Language) -> bool:
    return bool(told.dual) and told.count(told.dual, read) > 0


def _how_often(text: str) -> Counter[ValueKind]:
    """How many different amounts, times, dates and telephone numbers are told."""
    kinds = (ValueKind.AMOUNT, ValueKind.DATE, ValueKind.TELEPHONE, ValueKind.PERCENT)
    return Counter(value.kind for value in values_in(text) if value.kind in kinds)


def _negations(read: str, german: str, told: Language) -> Iterator[Verdict]:
    """The same negations, or where a language doubles them, none against none and some against some."""
    wanted = len(_GERMAN_NEGATION.findall(_without_free(_BOTH_WAYS.sub(" ", german))))
    found = told.count(told.negations, _without_limits(_without_free(read), told))
    if not wanted and found and _BOTH_WAYS.search(german):
        return
    if (
        (wanted == 0) != (found == 0)
        or (wanted > 1 and found < wanted)
        or (found > wanted and not told.doubled)
    ):
        yield Verdict(False, "negation")


def _without_free(text: str) -> str:
    """`text` without what says that something costs nothing: that is an amount, and compared as one."""
    for one in find_values(text):
        if Value(ValueKind.AMOUNT, "0 EUR") in one.values:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _without_limits(text: str, told: Language) -> str:
    """ "не менее" says at least, not "not"."""
    return told.pattern(f"{told.at_least}|{told.at_most}", any_case=True).sub(" ", text)


def _limits(translated: str, german: str, told: Language) -> Iterator[Verdict]:
    words = {"only": told.only, "at_least": told.at_least, "at_most": told.at_most}
    for name, pattern in _GERMAN_LIMITS.items():
        if pattern.search(german) and not told.count(words[name], translated):
            yield Verdict(False, f"condition {name}")
    least, most = told.count(told.at_least, translated), told.count(told.at_most, translated)
    swapped = (_GERMAN_LIMITS["at_least"].search(german) and most and not least) or (
        _GERMAN_LIMITS["at_most"].search(german) and least and not most
    )
    if swapped:
        yield Verdict(False, "condition turned")
    must, can = told.count(told.must, translated), told.count(told.can, translated)
    if _GERMAN_MUST.search(german) and not _GERMAN_CAN.search(german) and can and not must:
        yield Verdict(False, "modal")
    if _GERMAN_CAN.search(german) and not _GERMAN_MUST.search(german) and must and not can:
        yield Verdict(False, "modal")


def _in_language(translated: str, german: str, told: Language) -> bool:
    if " ".join(translated.split()) == " ".join(german.split()) and len(german.split()) > 2:
        return False
    names = set(re.findall(r"\w+", german))
    own = " ".join(word for word in re.findall(r"\w+", translated) if word not in names)
    letters = len(_LETTER.findall(own))
    if letters and len(_LETTERS[told.script].findall(own)) / letters < _LEAST_SCRIPT:
        return False
    if told.script == "latin":
        here = {word.lower() for word in re.findall(r"\w+", translated)} & set(told.stopwords.split())
        return len(set(_GERMAN.findall(translated))) <= len(here)
    return not told.letters or _no_sibling(own, told)


def _no_sibling(text: str, told: Language) -> bool:
    """Ukrainian and Russian share a script, but not all of its letters."""
    others = set("ыэъёіїєґ") - set(told.letters)
    own, foreign = (sum(letter in group for letter in text.lower()) for group in (told.letters, others))
    return foreign <= own
