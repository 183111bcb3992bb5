"""What a question wants to know of a service: cost, papers, place, hours, duration …"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.records import FactKind, SectionKind


@dataclass(frozen=True)
class Aspect:
    """One thing to know of a service, with the sections and facts that tell it, best first."""

    name: str
    kinds: tuple[SectionKind, ...]
    facts: tuple[FactKind, ...]
    pattern: re.Pattern[str]


@cache
def all_aspects() -> dict[str, Aspect]:
    """Every aspect by name, the most specific first."""
    data = tomllib.loads(files("bot.understanding").joinpath("aspects.toml").read_text(encoding="utf-8"))
    return {
        name: Aspect(
            name,
            tuple(SectionKind(kind) for kind in entry["kinds"]),
            tuple(FactKind(kind) for kind in entry["facts"]),
            re.compile("|".join(f"(?:{_any_spelling(one)})" for one in entry["patterns"]), re.IGNORECASE),
        )
        for name, entry in data.items()
    }


def _any_spelling(pattern: str) -> str:
    """`pattern` for umlauts as they are, written out ("Gebuehr") or without their dots ("Gebuhr")."""
    for umlaut, written, bare in (("ü", "ue", "u"), ("ä", "ae", "a"), ("ö", "oe", "o"), ("ß", "ss", "s")):
        pattern = pattern.replace(umlaut, f"(?:{umlaut}|{written}|{bare})")
    return pattern


GENERAL = frozenset({"procedure", "requirements"})
"""Aspects that "Muss ich …" and "Wie buche ich …" ask for, too, whatever else is asked.

"Was muss ich machen und was kostet das?" asks both; "wie lange dauert das" is no question of procedure.
"""
OF_OFFICES = frozenset({"where", "hours"})
"""Aspects that are asked of an office rather than of a service."""


# Who asks how or by when to pay says "bezahlen" too; only words like these ask for the price as well.
_PAYING = frozenset({"payment", "deadline"})
_PRICE = re.compile(
    r"\bkoste|\bgebühr|\bpreis|\bteuer|\bwie ?(?:viel|hoch)\b|how much|\bfee|\bcost|ücret|ne kadar|стоит"
    r"|стоимост|пошлин|коштує|вартіст|كم|رسوم|تكلف|\bile\b|koszt|opłat",
    re.IGNORECASE,
)


# How high a benefit is, is no fee.
_BENEFIT = re.compile(
    r"\b(?:wohn|eltern|kinder|pflege|blinden|bürger|arbeitslosen|kranken|mutterschafts)geld\b|\bunterhalt|\bbafög"
    r"|\bgrundsicherung|\bsozialhilfe|\brente\b|\bzuschuss|\bzuschüsse|\bfördergeld",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bwie ?(?:viel|hoch)\b", re.IGNORECASE)
_SPENT = re.compile(r"\bkost|\bgebühr|\bzahl|\bbezahl|\bkostenlos|\bumsonst", re.IGNORECASE)
# An appointment ("Termin") is no deadline, which is what the same word says in Polish.
_BOOKED = re.compile(
    r"\b(?:ein\w*|ohne|mit|nen?|kein\w*|den|der|freie\w*|nächste\w*|meine?n?) termine?\b"
    r"|\btermine? (?:\w+ ){0,2}(?:vereinbar|buch|ausmach|mach|reservier|brauch|nötig|absag|verschieb)"
    r"|\btermine? (?:online|notwendig)|\bterminbuchung|\bterminvereinbarung",
    re.IGNORECASE,
)


def find_aspects(text: str) -> tuple[Aspect, ...]:
    """The aspects that `text` asks for; general ones only where no specific one is asked for."""
    found = [aspect for aspect in all_aspects().values() if aspect.pattern.search(text)]
    if any(aspect.name in _PAYING for aspect in found) and not _PRICE.search(text):
        found = [aspect for aspect in found if aspect.name != "cost"]
    if _BENEFIT.search(text) and not _SPENT.search(text):
        asks_how = not _HOW_MUCH.search(text)
        found = [one for one in found if one.name != "cost" and (asks_how or one.name != "procedure")]
    if _BOOKED.search(text):
        found = [aspect for aspect in found if aspect.name != "deadline"]
    specific = [aspect for aspect in found if aspect.name not in GENERAL]
    return tuple(specific or found)


def aspects_named(names: tuple[str, ...]) -> tuple[Aspect, ...]:
    """The aspects with these names; unknown names (of an older version) are left out."""
    return tuple(all_aspects()[name] for name in names if name in all_aspects())
