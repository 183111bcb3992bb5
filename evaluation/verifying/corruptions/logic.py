"""Changes of what holds when, for whom and whether at all: negations, conditions, limits, obligations."""

import re
from random import Random

_NEGATED = (
    (r"\bnicht (?!nur|mehr als|weniger)", ""),
    (r"\bkeine([mnrs]?)\b", r"eine\1"),
    (r"\bkein\b", "ein"),
    (r"\bohne\b", "mit"),
)
_COMPARED = (
    ("mindestens", "höchstens"),
    ("höchstens", "mindestens"),
    ("spätestens", "frühestens"),
    ("frühestens", "spätestens"),
    ("unter", "über"),
    ("mehr als", "weniger als"),
    ("weniger als", "mehr als"),
    ("ab", "bis"),
    ("bis zu", "ab"),
    ("vor", "nach"),
    ("nach", "vor"),
    ("innerhalb von", "frühestens nach"),
    ("länger als", "kürzer als"),
    ("älter als", "jünger als"),
    ("über", "unter"),
)
_BESIDE_NUMBER = {"unter", "über", "ab", "bis zu", "vor", "nach", "innerhalb von"}
_MODALS = (
    ("müssen", ("können", "dürfen")),
    ("muss", ("kann", "darf")),
    ("können", ("müssen",)),
    ("kann", ("muss",)),
    ("dürfen", ("müssen",)),
    ("darf", ("muss",)),
    ("sollen", ("dürfen",)),
    ("soll", ("darf",)),
    ("sollten", ("dürfen",)),
)
_QUANTIFIED = (
    (r"\beinige\b", "alle"),
    (r"\b[Vv]iele\b", "Alle"),
    (r"\b[Mm]anche\b", "Alle"),
    (r"\b[Aa]lle(?=[nrs]?\b)", "einige"),
    (r"\b[Jj]ede[rs]? (?=[A-ZÄÖÜ])", "nicht jede "),
    (r"\b[Nn]ur ", ""),
    (r"\bauch\b", "nur"),
    (r"\bmeist(?:ens)?\b", "immer"),
    (r"\b(?:in der Regel|grundsätzlich)\b", "immer"),
    (r"\bbeide\b", "alle"),
)
_OPPOSITES = (
    ("meld", (("an", "ab"), ("ab", "an"), ("um", "ab"))),
    ("gemeldet", (("an", "ab"), ("ab", "an"), ("um", "ab"))),
    ("zug", (("ein", "aus"), ("aus", "ein"), ("zu", "weg"), ("weg", "zu"))),
    ("zieh", (("ein", "aus"), ("aus", "ein"), ("weg", "zu"))),
    ("gezogen", (("ein", "aus"), ("aus", "ein"), ("weg", "zu"))),
    ("kauf", (("ver", "an"), ("an", "ver"))),
    ("reise", (("ein", "aus"), ("aus", "ein"))),
    ("mieter", (("ver", ""), ("", "ver"))),
    ("geber", (("arbeit", "auftrag"),)),
)
_IF = r"(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]oweit)"
_LEADING_IF = re.compile(rf"^{_IF} [^,;:.]+, (?:dann )?(?=\w)")
_TRAILING_IF = re.compile(rf", (?:aber nur |außer |es sei denn, )?{_IF} [^,;:.]+(?=[.;!]|$)")
_LIMIT = re.compile(
    r"\b(?:nur|mindestens|höchstens|spätestens|frühestens|bis zu|ausschließlich|lediglich|"
    r"unter \d+ Jahren|ab \d+ Jahren|bei Kindern unter \d+ Jahren|auf Antrag|mit Vollmacht) ",
)
_OTHER_IFS = (
    "wenn Sie verheiratet sind",
    "wenn Sie Kinder haben",
    "wenn Sie seit fünf Jahren hier wohnen",
    "wenn Sie eine Rente beziehen",
    "wenn Sie selbstständig sind",
    "wenn der Antrag abgelehnt wurde",
)
_FINITE = re.compile(
    r"\b(?:ist|sind|wird|werden|kann|können|muss|müssen|darf|dürfen|gilt|gelten|kostet|bekommen Sie|"
    r"erhalten Sie|brauchen Sie|haben Sie)\b(?! (?:nicht|kein))"
)


def dropped_negation(text: str, rng: Random) -> str | None:
    """Without its "nicht", "kein" or "ohne"."""
    return _first_of(text, [(re.compile(pattern), new) for pattern, new in _NEGATED], rng)


def added_negation(text: str, rng: Random) -> str | None:
    """With a "nicht" or "kein" where none was."""
    if re.search(r"\b(?:nicht|kein\w*|ohne|nie)\b", text):
        return None
    if rng.random() < 0.4 and (match := re.search(r"\bein(?=e[mnrs]?\b)|\bein\b", text)):
        return text[: match.start()] + "kein" + text[match.end() :]
    if match := _FINITE.search(text):
        return f"{text[: match.end()]} nicht{text[match.end() :]}"
    return None


def dropped_condition(text: str, rng: Random) -> str | None:
    """Without the clause or word under which alone it holds."""
    changes = [
        text[: match.start()] + text[match.end() :]
        for pattern in (_LEADING_IF, _TRAILING_IF, _LIMIT)
        if (match := pattern.search(text))
    ]
    return _sentence(rng.choice(changes)) if changes else None


def wrong_condition(text: str, rng: Random) -> str | None:
    """With another condition in the place of its own, or with one where none was."""
    clause = rng.choice(_OTHER_IFS)
    if match := _TRAILING_IF.search(text):
        return f"{text[: match.start()]}, {clause}{text[match.end() :]}"
    if match := _LEADING_IF.search(text):
        return f"{clause[0].upper()}{clause[1:]}, {text[match.end() :]}"
    return f"{text[:-1]}, {clause}." if rng.random() < 0.3 and "," not in text else None


def changed_comparison(text: str, rng: Random) -> str | None:
    """With "höchstens" for "mindestens", "bis" for "ab", "nach" for "vor" and the like."""
    rules = []
    for old, new in _COMPARED:
        after = r"(?= (?:\d|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|dem|der|einem|einer))"
        rules.append((re.compile(rf"\b{old}\b{after if old in _BESIDE_NUMBER else ''}"), new))
    return _first_of(text, rules, rng)


def changed_modality(text: str, rng: Random) -> str | None:
    """With "kann" for "muss" and the like."""
    return _first_of(text, [(re.compile(rf"\b{old}\b"), rng.choice(new)) for old, new in _MODALS], rng)


def changed_quantifier(text: str, rng: Random) -> str | None:
    """With "alle" for "einige", without "nur", "nur" for "auch" and the like."""
    return _first_of(text, [(re.compile(pattern), new) for pattern, new in _QUANTIFIED], rng)


def opposite_word(text: str, rng: Random) -> str | None:
    """With "Abmeldung" for "Anmeldung", "Mieter" for "Vermieter" and the like."""
    rules = [
        (re.compile(rf"\b{old + core if old else core.title()}", re.IGNORECASE if old else 0), new + core)
        for core, pairs in _OPPOSITES
        for old, new in pairs
    ]
    fitting = [(match, new) for pattern, new in rules if (match := pattern.search(text))]
    if not fitting:
        return None
    match, new = rng.choice(fitting)
    said = new.capitalize() if match[0][0].isupper() else new
    return text[: match.start()] + said + text[match.end() :]


def _first_of(text: str, rules: list[tuple[re.Pattern[str], str]], rng: Random) -> str | None:
    """One of the rules that fit, applied once."""
    fitting = [(pattern, new) for pattern, new in rules if pattern.search(text)]
    if not fitting:
        return None
    pattern, new = rng.choice(fitting)
    return _sentence(pattern.sub(new, text, count=1))


def _sentence(text: str) -> str:
    text = re.sub(r" {2,}", " ", text).strip()
    return text[:1].upper() + text[1:]
