"""The comparison as a report: figures of each chat, and whether ours is within its limits."""

import gzip
from statistics import median

import brotli
from playwright.sync_api import Browser
from pydantic import BaseModel, ConfigDict

from evaluation.benchmarks.widget.candidates import OURS, Candidate
from evaluation.benchmarks.widget.host import serving
from evaluation.benchmarks.widget.measuring import Behaviour, Times, behaviour, times
from evaluation.report.rows import NOTHING, Table

LARGEST = 20_000
LONGEST_MS = 50.0


class Measured(BaseModel):
    """One chat: bytes of its script, median ms beyond a page without a chat, what the browser saw."""

    model_config = ConfigDict(frozen=True)

    name: str
    version: str
    raw: int
    gzip: int
    brotli: int
    shown_ms: float
    opened_ms: float | None
    behaviour: Behaviour


def measure(browser: Browser, chats: list[Candidate], rounds: int) -> list[Measured]:
    """All chats and a page without one in turn in each round: a busy machine slows all of them."""
    empty: list[Times] = []
    found: dict[str, list[Times]] = {chat.name: [] for chat in chats}
    for _ in range(rounds):
        for chat in (None, *chats):
            with serving(chat) as url:
                (found[chat.name] if chat else empty).append(times(browser, url, chat))
    base = median(one.shown for one in empty)
    return [_measured(browser, chat, found[chat.name], base) for chat in chats]


def _measured(browser: Browser, chat: Candidate, all_times: list[Times], base: float) -> Measured:
    script = chat.script.read_bytes()
    opened = [one.opened for one in all_times if one.opened is not None]
    with serving(chat) as url:
        seen = behaviour(browser, url, chat)
    return Measured(
        name=chat.name,
        version=chat.version,
        raw=len(script),
        gzip=len(gzip.compress(script, 9, mtime=0)),
        brotli=len(brotli.compress(script)),
        shown_ms=round(median(one.shown for one in all_times) - base, 1),
        opened_ms=round(median(opened), 1) if opened else None,
        behaviour=seen,
    )


def missed(measured: list[Measured]) -> list[str]:
    """What of ours isn't as it has to be, one sentence each."""
    ours = next(one for one in measured if one.name == OURS)
    seen = ours.behaviour
    limits = {
        f"The script has {ours.gzip} bytes compressed, {LARGEST} are allowed.": ours.gzip <= LARGEST,
        f"The first paint takes {ours.shown_ms} ms, {LONGEST_MS} are allowed.": ours.shown_ms < LONGEST_MS,
        f"The host page moves by {seen.shift}.": not seen.shift,
        f"{seen.elsewhere} requests go elsewhere.": not seen.elsewhere,
        f"{seen.cookies + seen.stored} things are stored.": not seen.cookies + seen.stored,
        f"axe-core objects: {'; '.join(seen.axe)}": not seen.axe,
        "There is no live region.": seen.live_region,
        f"A strict policy is broken {seen.refused} times.": seen.works_strictly and not seen.refused,
    }
    return [sentence for sentence, held in limits.items() if not held]


def table(measured: list[Measured]) -> Table:
    """A property a row, a chat a column."""
    rows = {
        "script, bytes": [f"{one.raw:,}" for one in measured],
        "gzip -9": [f"{one.gzip:,}" for one in measured],
        "brotli 11": [f"{one.brotli:,}" for one in measured],
        "main thread until first paint, ms": [f"{one.shown_ms:.1f}" for one in measured],
        "main thread to open it, ms": [_or_nothing(one.opened_ms) for one in measured],
        "requests when open": [str(one.behaviour.requests) for one in measured],
        "of them to other hosts": [str(one.behaviour.elsewhere) for one in measured],
        "cookies": [str(one.behaviour.cookies) for one in measured],
        "stored entries and databases": [str(one.behaviour.stored) for one in measured],
        "layout shift of the page": [f"{one.behaviour.shift:.3f}" for one in measured],
        "axe-core violations when open": [str(len(one.behaviour.axe)) for one in measured],
        "live region": [_yes(one.behaviour.live_region) for one in measured],
        "opens under a strict policy": [_yes(one.behaviour.works_strictly) for one in measured],
        "breaches of that policy": [str(one.behaviour.refused) for one in measured],
    }
    names = (f"{one.name} {one.version}".strip() for one in measured)
    return Table(("", *names), tuple((name, *cells) for name, cells in rows.items()))


def _or_nothing(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.1f}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
