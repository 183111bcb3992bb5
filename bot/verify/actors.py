"""Whether who does something stays so: the citizen or the office, who gives and who gets."""

import re

from bot.verify.modality import asks
from corpus.analysis.tokens import stem, words

_VERB = r"([A-ZÄÖÜa-zäöü][a-zäöüß]+(?:en|ern|eln))"
_DOERS = {
    name: re.compile(
        rf"\b{_VERB} {name}\b|\b{name.title() if name == 'wir' else name} {_VERB}\b|\b{name} {_VERB}\b"
    )
    for name in ("wir", "Sie")
}
_AUXILIARY = re.compile(
    r"(?:haben|sind|werden|können|müssen|dürfen|sollen|sollten|wollen|möchten|waren|lassen|bitten)",
    re.IGNORECASE,
)
_NEEDS = re.compile(r"\b(?:brauch(?:en|t)|benötig(?:en|t)|nötig|erforderlich)\b", re.IGNORECASE)
_HANDS_IN = re.compile(
    r"\b(?:brauch|benötig|nötig|erforderlich|bring|vorleg|vorzulegen|einreich|mitbring|abgeb|verlang|Voraussetzung)",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"\b(?:bekomm\w*|erh[aä]lt\w*|g[ei]b(?:en|t)|kriegen|kommt|kommen|aus(?:ge)?stell\w*|stell\w+)\b"
)
_GETTING = re.compile(r"\b(?:bekommen|erhalten|kriegen) Sie\b|\bSie (?:bekommen|erhalten|kriegen)\b")


def actors_kept(said: str, claim: str) -> bool:
    """False where "wir" do in `said` what "Sie" do in `claim`, or one gets what one has to bring."""
    ours, theirs = ({name: _done_by(name, text) for name in _DOERS} for text in (said, claim))
    if ours["wir"] & theirs["Sie"] - theirs["wir"] or ours["Sie"] & theirs["wir"] - theirs["Sie"]:
        return False
    if _NEEDS.search(said) and _GETS.search(claim) and not _HANDS_IN.search(claim) and not asks(claim):
        return False
    return not (_GETTING.search(said) and _HANDS_IN.search(claim) and not _GETS.search(claim))


def _done_by(name: str, text: str) -> frozenset[str]:
    found = (verb for groups in _DOERS[name].findall(text) for verb in groups if verb)
    return frozenset(
        " ".join(stem(part) for part in words(verb)) for verb in found if not _AUXILIARY.fullmatch(verb)
    )
