"""Requests that an authority's assistant doesn't follow: commands, insults, politics, private data."""

from dataclasses import dataclass

from bot.patterns import load_patterns

_DECLINED = ("crafting", "insult", "politics", "private_person")


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
    patterns = load_patterns("bot.safety", "guard.toml")
    rest = " ".join(patterns["injection"].sub(" ", text).split())
    injected = rest != text
    for reason in _DECLINED:
        if patterns[reason].search(rest):
            return Guarded(rest, reason, injected)
    if injected and sum(c.isalpha() for c in rest) < 4:
        return Guarded(rest, "injection", injected)
    return Guarded(rest, None, injected)
