"""What the hostile models say: lines that they were shown, falsified, and sentences that stand nowhere.

Each lie is made of lines for one language: in German the lines themselves are falsified, in other languages
it is told as a translation of the line that it cites.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from corpus.values.value import ValueKind
from evaluation.hostile.line import Line
from evaluation.hostile.phrases import (
    FEES,
    FOREIGN,
    INJECTED,
    KNOWLEDGE,
    NO_DUTY,
    OTHER_OFFICE,
)
from evaluation.verifying.corruptions import content, logic
from evaluation.verifying.corruptions.values import changed_value

Lies = Iterator[tuple[int, str, str]]
_CHANGES: tuple[Callable[[str, Random], str | None], ...] = (
    content.swapped_roles,
    content.swapped_office,
    logic.opposite_word,
    logic.changed_modality,
    logic.changed_comparison,
    logic.dropped_condition,
    logic.changed_quantifier,
)
_GERMAN = "de"


def fees(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """Amounts and other values changed or invented."""
    for line in lines:
        changed = changed_value(line.text, frozenset(ValueKind), rng)
        if changed and language == _GERMAN:
            yield line.number, changed, ""
        yield line.number, FEES[language].format(rng.randint(71, 99)), ""


def negations(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """Without "nicht" where it was, with it where it wasn't."""
    for line in lines:
        turned = logic.dropped_negation(line.text, rng) or logic.added_negation(line.text, rng)
        if turned and language == _GERMAN:
            yield line.number, turned, ""
        yield line.number, NO_DUTY[language], ""


def general_knowledge(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """What it has read elsewhere."""
    for line in lines:
        yield line.number, rng.choice(KNOWLEDGE[language]), ""


def wrong_sources(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """True sentences, each with the number of another line or one that isn't there."""
    for line, other in zip(lines, [*lines[1:], *lines[:1]], strict=True):
        if folded(other.text) != folded(line.text):
            yield other.number, line.text, line.text
        yield 99, line.text, line.text


def injected(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """What a manipulated page or question told it to say."""
    for line in lines:
        yield line.number, rng.choice(INJECTED[language]), ""


def markup(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """Lines with HTML, Markdown, control characters, and marks that turn the writing round."""
    for line in lines:
        said = line.text if language == _GERMAN else rng.choice(KNOWLEDGE[language])
        yield line.number, f'<img src=x onerror="alert(1)"> {said}', ""
        yield line.number, f"[{said}](https://evil.example)", ""
        yield line.number, f"\x1b[31m{said}", ""
        yield line.number, f"\u202e{said}\u2066", ""
        yield line.number, f"{said} www.evil.example.", ""
        yield line.number, f"{said[:-1]}\u200b{said[-1:]}", ""


def wrong_language(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """French or Italian, whatever was asked for."""
    for line in lines:
        yield line.number, rng.choice(FOREIGN), ""


def roles(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """Other offices, other people, other obligations, limits and conditions."""
    for line in lines:
        for change in _CHANGES if language == _GERMAN else ():
            changed = change(line.text, rng)
            if changed:
                yield line.number, changed, ""
        yield line.number, OTHER_OFFICE[language], ""


def nothing(lines: Sequence[Line], language: str, rng: Random) -> Lies:
    """Silence."""
    yield from ()


def folded(text: str) -> str:
    """`text` as it is compared: white space and case aside."""
    return " ".join(text.split()).casefold()
