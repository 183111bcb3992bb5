"""What came of trying a model, and whether choosing, wording or neither is worth it on this machine."""

from dataclasses import dataclass, field
from statistics import median

from bot.answer import Style
from bot.compose.plain.readability import HARDEST
from bot.model.client.budget import Use, budget
from bot.model.speed import Speed
from bot.settings import BotSettings

_FEW = 3
_CHOSEN_SHARE = 0.75
_VERIFIED_SHARE = 0.7


@dataclass
class Trial:
    """How the canary questions went with one use of a model.

    `proposed` and `kept` count lines that it chose or sentences that it wrote, and those of them that stood
    the test; `readability` holds the first Wiener Sachtextformel of each answer with its sentences; `seconds`
    is how long each reply took.
    """

    use: Use
    questions: int = 0
    replies: int = 0
    proposed: int = 0
    kept: int = 0
    readability: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def share(self) -> float | None:
        """The share of what it proposed that stood the test; None where it proposed nothing."""
        return self.kept / self.proposed if self.proposed else None

    @property
    def typical_seconds(self) -> float | None:
        """The median of the replies' durations."""
        return median(self.seconds) if self.seconds else None

    @property
    def typical_readability(self) -> float | None:
        """The median of the answers' readability."""
        return median(self.readability) if self.readability else None


@dataclass(frozen=True)
class Judgement:
    """Whether a use is worth it here, and in one German sentence why."""

    use: Use
    worth: bool
    why: str


def judge(trial: Trial, speed: Speed | None, settings: BotSettings) -> Judgement:
    """Judge a use by speed first, then by what it brought."""
    if speed is None:
        return Judgement(trial.use, False, "Die Geschwindigkeit ließ sich nicht messen.")
    if not budget(speed, settings, trial.use).ask:
        waited = f"{settings.model_first_sentence:g}".replace(".", ",")
        return Judgement(trial.use, False, f"Zu langsam: In {waited} s käme hier kein erster Satz.")
    if trial.replies < _FEW:
        why = f"Zu wenige Antworten für ein Urteil ({trial.replies}): Bitte mehr Probefragen eintragen."
        return Judgement(trial.use, False, why)
    share, least = trial.share or 0.0, _CHOSEN_SHARE if trial.use == "choosing" else _VERIFIED_SHARE
    if share < least:
        what = (
            "der gewählten Sätze gehören zur Frage" if trial.use == "choosing" else "seiner Sätze sind belegt"
        )
        return Judgement(
            trial.use, False, f"Nur {share:.0%} {what}, nötig sind {least:.0%}.".replace("%", " %")
        )
    hard = trial.typical_readability
    if trial.use == "wording" and hard is not None and hard > HARDEST[Style.EINFACH]:
        return Judgement(trial.use, False, f"Seine Sätze sind zu schwer (Wiener Formel {hard:.1f}).")
    return Judgement(trial.use, True, "Schnell und zuverlässig genug.")
