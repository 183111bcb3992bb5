"""Requests that an authority's assistant doesn't follow: commands, insults, politics, advice in a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.safety.clauses import clauses, spoken_by_citizen
from bot.safety.disguise import hidden_text, readings
from bot.safety.patterns import folded_patterns
from bot.safety.people import asks_about_somebody
from bot.safety.scenes.match import scenes_in
from corpus.lexicon import expand, load_lexicon
from corpus.machine_text.addressed import addresses_machine
from corpus.machine_text.fold import fold

_COMMANDS = "injection.toml"
_DECLINED = "declined.toml"

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
    if reason is None and injected and not _asks(clauses(rest)):
        reason = "injection"
    return Guarded(rest, reason, injected)


def _without_commands(text: str) -> str | None:
    """What is left of `text`; None where nothing had to be cut out."""
    spoken = spoken_by_citizen(text)
    kept: list[str] = []
    commanded = announced = False
    for clause in clauses(spoken):
        folded = fold(clause)
        if (
            _is_command(clause, folded)
            or (commanded and _is_demand(folded))
            or (announced and not _questions(folded))
        ):
            commanded, announced = True, clause.endswith(":")
        else:
            kept.append(clause)
            announced = False
    if commanded or spoken != text.strip():
        return " ".join(kept)
    return None


def _is_command(clause: str, folded: str) -> bool:
    patterns = folded_patterns(_COMMANDS)
    return bool(
        patterns["injection"].search(folded)
        or hidden_text(clause)
        or any(patterns["hidden"].search(fold(reading)) for reading in readings(clause))
        or scenes_in(clause, _COMMANDS)
        or addresses_machine(clause)
    )


def _is_demand(folded: str) -> bool:
    return bool(folded_patterns(_COMMANDS)["demand"].search(folded)) and not _questions(folded)


def _questions(folded: str) -> bool:
    return bool(folded_patterns(_COMMANDS)["asks"].search(folded))


def _asks(rest: Sequence[str]) -> bool:
    """Whether anything is left that a citizen could want to know: a question, or the name of a service."""
    mere_talk = folded_patterns(_COMMANDS)["mere_talk"]
    for clause in rest:
        folded = fold(clause)
        if sum(c.isalpha() for c in clause) < _FEWEST_LETTERS or mere_talk.search(folded):
            continue
        if _questions(folded):
            return True
        # "An die IT:" and "Übersetze:" only lead to what was cut out.
        if not clause.endswith(":") and (load_lexicon().find(clause) or expand(clause)):
            return True
    return False


def _reason(text: str) -> str | None:
    folded, patterns = fold(text), folded_patterns(_DECLINED)
    told = scenes_in(text, _DECLINED)
    for reason in REASONS:
        if reason in told or patterns[reason].search(folded):
            return reason
    return "private_person" if asks_about_somebody(text) else None
