"""What a model is given, how much it may write and whether it is asked at all, from its measured speed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.speed import Speed
from bot.settings import BotSettings

Use = Literal["choosing", "wording", "translating"]

# Somebody else may be computing on the machine, too, and a measurement is short.
_RELIABLE_SHARE = 0.8


@dataclass(frozen=True)
class Needs:
    """What a use of the model is worth nothing without, and the most that does it good. All in tokens.

    `prompt` is the least that must fit beside the cached prefix, `first` what must be written until a citizen
    sees something, `written` the most that is written.
    """

    prompt: int
    first: int
    written: int


NEEDS: dict[Use, Needs] = {
    # The question and four lines; four numbers with their commas.
    "choosing": Needs(prompt=100, first=12, written=16),
    # The question and six lines; twelve German words take some thirty tokens with the numbers of their lines.
    "wording": Needs(prompt=150, first=30, written=160),
    # Two sentences; other scripts and the German terms in brackets take twice the tokens of German.
    "translating": Needs(prompt=80, first=50, written=320),
}


@dataclass(frozen=True)
class Budget:
    """Whether to ask, with how many tokens beyond the cached prefix, and how many may be written."""

    ask: bool
    prompt_tokens: int
    written_tokens: int


def budget(speed: Speed | None, settings: BotSettings, use: Use) -> Budget:
    """What this use of the model may cost, so that something is there within `model_first_sentence`.

    An unknown speed (a server by URL that tells none) is taken for fast: the time limits still hold. Without
    `ask` both counts are 0.
    """
    needs, most = NEEDS[use], settings.model_prompt_tokens
    if speed is None:
        return Budget(True, most, needs.written)
    reading = speed.prompt_tokens_per_second * _RELIABLE_SHARE
    writing = speed.written_tokens_per_second * _RELIABLE_SHARE
    prompt = min(most, int((settings.model_first_sentence - needs.first / writing) * reading))
    written = min(needs.written, int((settings.model_total - prompt / reading) * writing))
    if prompt < min(needs.prompt, most) or written < needs.first:
        return Budget(False, 0, 0)
    return Budget(True, prompt, written)
