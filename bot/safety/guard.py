"""Requests that an authority's assistant doesn't follow: commands, insults, politics, advice in a case."""

import re
from dataclasses import dataclass

from bot.safety.clauses import clauses, spoken_by_citizen
from bot.safety.patterns import folded_patterns
from corpus.machine_text.addressed import addresses_machine
from corpus.machine_text.encoded import decoded
from corpus.machine_text.fold import fold

REASONS = (
    "crafting",
    "insult",
    "politics",
    "private_person",
    "legal_advice",
    "medical_advice",
    "off_task",
)
_FEWEST_LETTERS = 4
# "Wo wohnt Thomas Berger?" names a person, "wo wohnt man günstig" doesn't: only capitals tell.
_WHERE_A_PERSON_LIVES = re.compile(
    r"\b[Ww]o\s+wohnt\s+(?:\w+\s+)?[A-ZÄÖÜ][a-zäöüß]+\s+[A-ZÄÖÜ][a-zäöüß]+\s*\??\s*$"
)


@dataclass(frozen=True)
class Guarded:
    """The question without injected commands; `declined` names the reason to decline, if there is one."""

    text: str
    declined: str | None
    injected: bool


def guard(text: str) -> Guarded:
    """Cut commands to the machine out of `text` and look for requests to decline.

    A question that holds nothing but commands is declined as `injection`.
    """
    kept = _without_commands(text)
    rest, injected = (text, False) if kept is None else (kept, True)
    reason = _reason(rest)
    if reason is None and injected and not _asks(rest):
        reason = "injection"
    return Guarded(rest, reason, injected)


def _without_commands(text: str) -> str | None:
    """What is left of `text`; None where nothing had to be cut out."""
    spoken = spoken_by_citizen(text)
    kept: list[str] = []
    commanded = False
    for clause in clauses(spoken):
        folded = fold(clause)
        if _is_command(clause, folded) or (commanded and _is_demand(folded)):
            commanded = True
        else:
            kept.append(clause)
    if commanded or spoken != text:
        return " ".join(kept)
    return None


def _is_command(clause: str, folded: str) -> bool:
    return bool(
        folded_patterns("guard.toml")["injection"].search(folded) or decoded(clause)
    ) or addresses_machine(clause)


def _is_demand(folded: str) -> bool:
    patterns = folded_patterns("guard.toml")
    return bool(patterns["demand"].search(folded)) and not patterns["asks"].search(folded)


def _asks(rest: str) -> bool:
    """Whether anything is left that a citizen could want to know: a question, or the name of a thing."""
    if sum(c.isalpha() for c in rest) < _FEWEST_LETTERS:
        return False
    return not folded_patterns("guard.toml")["mere_talk"].search(fold(rest))


def _reason(text: str) -> str | None:
    folded, patterns = fold(text), folded_patterns("guard.toml")
    if _WHERE_A_PERSON_LIVES.search(text):
        return "private_person"
    return next((reason for reason in REASONS if patterns[reason].search(folded)), None)
