"""Questions about somebody else that only they may answer."""

import re

from bot.safety.scenes.match import classes_in
from corpus.lexicon import expand, load_lexicon

_CAPITAL = "[A-ZÄÖÜÇŞĞİА-ЯЁІЇЄҐĄĆĘŁŃÓŚŹŻ]"
_NAME = rf"{_CAPITAL}[^\W\d_]+(?:-{_CAPITAL}[^\W\d_]+)?"
_ASKING = (
    "(?:wo|wie|was|wer|wann|welche\\w*|ist|hat|war|gib|sag|nenn|such|bekommt|bezieht|wohnt|lebt|herrn?|frau"
    "|gute\\w?|tag|morgen|abend|hallo|hi|liebe\\w?|sehr|danke|bitte"
    "|where|what|how|who|is|has|does|was|give|tell|mr|mrs|ms|где|де|как|як|сколько|скільки|чи|gdzie|jak|czy|ile)"
)
# First and last name; only capitals tell a person, so nothing is found in what is typed without them.
_FULL_NAME = re.compile(
    rf"(?<![\w-])(?!(?i:{_ASKING})\b)(?P<first>{_NAME})(?=\s+(?:(?:von|van|de|al|el)\s+)?{_NAME})"
)
# "Frau Krüger" is spoken of, but "Guten Tag Frau Krüger" is spoken to.
_TITLED = re.compile(
    r"(?P<greeting>\b(?:hallo|hi|tag|morgen|abend|liebe[rs]?|geehrte[rs]?|hello|dear)\s+)?"
    r"\b(?:frau|herrn?|familie|mr\.?|mrs\.?|ms\.?|pan|pani|pana|пан|пана|пані|господин\w?|госпож\w)\s+"
    rf"(?-i:{_NAME})",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:der|die|das|dem|den|des|ein\w*|im|am|vom|zum|zur|beim|the)\s*$", re.IGNORECASE)
ABOUT = frozenset({"intimate_fact", "whose"})
ALLOWED = frozenset({"of_mine", "official"})


def asks_about_somebody(text: str) -> bool:
    """Whether `text` names a person and asks where they live, what they earn or whether they are married."""
    if not _persons(text):
        return False
    classes = classes_in(text)
    return classes >= ABOUT and not classes & ALLOWED


def _persons(text: str) -> list[str]:
    """The persons that `text` speaks of; two capitals behind an article are a thing: "die Deutsche Bahn"."""
    titled = [match.group() for match in _TITLED.finditer(text) if not match["greeting"]]
    return titled + [
        match.group()
        for match in _FULL_NAME.finditer(text)
        if not _ARTICLE.search(text[: match.start()])
        and not (load_lexicon().find(match["first"]) or expand(match["first"]))
    ]
