"""Words that turn a statement round where only they were changed: before and after, all and some."""

import re

from corpus.analysis.tokens import stem, stopwords, words
from corpus.values.normalise import found_in

_PAIRS = (
    ("vor", "nach"),
    ("ab", "bis"),
    ("unter", "über"),
    ("mit", "ohne"),
    ("mehr", "weniger"),
    ("länger", "kürzer"),
    ("älter", "jünger"),
    ("höher", "niedriger"),
    ("früher", "später"),
    ("innerhalb", "nach"),
    ("innerhalb", "vor"),
    ("mindestens", "höchstens"),
    ("spätestens", "frühestens"),
    ("beide", "alle"),
    ("alle", "einige"),
    ("alle", "manche"),
    ("alle", "viele"),
    ("alle", "keine"),
    ("jede", "manche"),
    ("innerhalb", "außerhalb"),
    ("vorher", "nachher"),
)
_ALIKE = {
    "wenigstens": "mindestens", "maximal": "höchstens", "binnen": "innerhalb", "seit": "ab",
    "beiden": "beide", "beider": "beide", "allen": "alle", "aller": "alle", "alles": "alle",
    "einigen": "einige", "einiger": "einige", "manchen": "manche", "mancher": "manche",
    "vielen": "viele", "vieler": "viele", "jeder": "jede", "jedes": "jede",
    "jedem": "jede", "jeden": "jede",
}  # fmt: skip
_ALL = re.compile(
    r"\b(?<!vor )(?:all(?:e[nrms]?)?|jede[rsmn]?|sämtliche\w*|immer|stets|jederzeit|ausnahmslos|überall)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:einige[nrms]?|manche[nrms]?|mehrere[nrms]?|viele[nrms]?|meist(?:e[nrms]?|ens)?|"
    r"in der Regel|grundsätzlich|normalerweise|üblicherweise|gewöhnlich|teilweise|teils|manchmal|häufig|oft|"
    r"bestimmte[nrms]?|die Hälfte|nicht all\w*|nicht jede\w*)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:beide[nrs]?|ganz(?:e[nmrs]?)?|gesamt\w*|voll(?:e[nmrs]?)?|komplett\w*)\b", re.IGNORECASE
)
_TOKEN = re.compile(r"[\wäöüßÄÖÜ€§.,-]*[\wäöüßÄÖÜ€§]")
_REACH = 4
_SEQUENCE = {
    "after": (
        re.compile(r"\bnachdem\b", re.IGNORECASE),
        re.compile(r"\b(?:nach\w*|danach|sobald|seit\w*|wenn|anschließend|abgelaufen)\b", re.IGNORECASE),
    ),
    "before": (
        re.compile(r"\bbevor\b", re.IGNORECASE),
        re.compile(r"\b(?:vor\w*|bevor|zuvor|ehe|erst|bis|frühestens)\b", re.IGNORECASE),
    ),
}


def opposite_of(said: str, claim: str) -> str:
    """What was turned round ("vor", "all"), empty where nothing was."""
    ours, theirs = _followed(said), _followed(claim)
    for word, other in (*_PAIRS, *((two, one) for one, two in _PAIRS)):
        for key in ours.get(word, frozenset()):
            if key not in theirs.get(word, frozenset()) and key in theirs.get(other, frozenset()):
                return word
    for word, (told, counted) in _SEQUENCE.items():
        if told.search(said) and not counted.search(claim):
            return word
    return _quantified(said, claim)


def _quantified(said: str, claim: str) -> str:
    ours, theirs = bool(_ALL.search(said)), bool(_ALL.search(claim))
    some, was_some = bool(_SOME.search(said)), bool(_SOME.search(claim))
    if ours and not theirs:
        return "all"
    if _WHOLE.search(said) and not _WHOLE.search(claim):
        return "whole"
    if some and not was_some and theirs and not ours:
        return "some"
    if len(_ALL.findall(said)) > len(_ALL.findall(claim)) and was_some and not some:
        return "all"
    if was_some and ours and not some:
        return "all"
    return "some" if some and not was_some and len(_ALL.findall(said)) < len(_ALL.findall(claim)) else ""


def _followed(text: str) -> dict[str, frozenset[str]]:
    """For each word of a pair, what comes next after it: values, and stems of words that say something."""
    interesting = {word for pair in _PAIRS for word in pair}
    for one in reversed(found_in(text)):
        name = "v" + "".join(
            character for value in one.values for character in value.canonical if character.isalnum()
        )
        text = f"{text[: one.start]} {name} {text[one.end :]}"
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    found: dict[str, set[str]] = {}
    for place, token in enumerate(tokens):
        word = _ALIKE.get(token, token)
        if word not in interesting:
            continue
        for following in tokens[place + 1 : place + 1 + _REACH]:
            parts = [stem(part) for part in words(following) if part not in stopwords()]
            if parts and _ALIKE.get(following, following) not in interesting:
                found.setdefault(word, set()).add(" ".join(parts))
                break
    return {word: frozenset(keys) for word, keys in found.items()}
