"""What the inspection found in a source, for the editors' report."""

from collections.abc import Callable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from ingest.safety.invisible import shown

_LONGEST = 200


class SuspicionKind(StrEnum):
    """What is suspicious about a text."""

    ADDRESSED = "addressed"
    HIDDEN = "hidden"
    INVISIBLE = "invisible"


class Suspicion(BaseModel):
    """A text that speaks to machines: where, what of it (at most 200 characters), what was done (German)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    kind: SuspicionKind
    excerpt: str
    done: str


Notice = Callable[[Suspicion], None]


def unnoticed(_: Suspicion) -> None:
    """Take no notice: for callers who keep no report."""


def suspicion(url: str, kind: SuspicionKind, text: str, done: str) -> Suspicion:
    """Make a suspicion whose excerpt is short and has nothing invisible in it."""
    clear = " ".join(shown(text).split())
    excerpt = clear if len(clear) <= _LONGEST else f"{clear[: _LONGEST - 1]}…"
    return Suspicion(url=url, kind=kind, excerpt=excerpt, done=done)
