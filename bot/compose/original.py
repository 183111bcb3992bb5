"""Composes from the source's own sentences: the best lines, in the order of the page, lists kept whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answer import Origin, Sentence
from bot.compose.candidates import Candidate
from bot.run import Run

Form = Literal["paragraph", "list", "steps"]
_LEAST_SHARE = 0.45
_LONG_LIST = 10
_LEANS_AT_MOST = 2
_LEANING = re.compile(
    r"(?:Dann|Er|Es|Ihn|Ihm|Dies\w*|Das gilt|Das ist|Dabei|Dafür|Dazu|Auch|Außerdem|Danach|Deshalb|Daher"
    r"|Sonst|Ebenso|Damit|Darin|Darüber|So|Dort|Diesen|Letztere\w*|Beide\w*|Hierzu|Hierfür"
    r"|Sie nehmen|Sie gilt|Sie ist|Ja|Nein)\b"
)
_BULLETS = ("- ", "• ")


@dataclass(frozen=True)
class Draft:
    """A sentence before the gate, with the heading and form of the block that it belongs to."""

    sentence: Sentence
    heading: str
    form: Form


def choose_lines(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The lines to show, within the budget of characters and sentences, in the page's order."""
    if not pool:
        return []
    settings = run.tools.settings
    most = settings.max_sentences if not run.facts else settings.max_sentences // 2
    best = max(entry.score for entry in pool)
    chosen: set[int] = set()
    size = sentences = 0
    for index in sorted(range(len(pool)), key=lambda i: -pool[i].score):
        if pool[index].score < best * _LEAST_SHARE and chosen:
            break
        group = [i for i in _with_sense(pool, index) if i not in chosen]
        length = sum(len(pool[i].line.text) for i in group)
        if chosen and (size + length > settings.max_characters or sentences >= most):
            continue
        chosen.update(group)
        size += length
        sentences += 1
    return [pool[i] for i in sorted(chosen)]


def drafts_of(run: Run, chosen: Sequence[Candidate]) -> list[Draft]:
    """The chosen lines as sentences with their citation, ready for the gate."""
    drafts = []
    for entry in chosen:
        form = _form(entry)
        number = run.sources.cite(entry.document, entry.line.section)
        sentence = Sentence(
            text=_bare(entry.line.text, form),
            citations=(number,),
            origin=Origin.SOURCE,
            language=entry.document.section_language(entry.line.section),
        )
        drafts.append(Draft(sentence, entry.line.heading, form))
    return drafts


def _with_sense(pool: Sequence[Candidate], index: int) -> list[int]:
    """A line with all that it needs to make sense: its list, or the sentences that it leans on."""
    group = _with_list(pool, index)
    first = group[0]
    for _ in range(_LEANS_AT_MOST):
        leans = first > 0 and _LEANING.match(pool[first].line.text) and _same_section(pool, first, first - 1)
        if not leans or _is_item(pool[first]):
            break
        first -= 1
        group.insert(0, first)
    return group


def _with_list(pool: Sequence[Candidate], index: int) -> list[int]:
    """A line that announces a list brings its items; an item brings its announcement and its siblings."""
    if not _is_item(pool[index]):
        items = _items_from(pool, index + 1, index)
        return [index, *items] if _announces(pool[index]) else [index]
    first = index
    while first > 0 and _is_item(pool[first - 1]) and _same_section(pool, index, first - 1):
        first -= 1
    items = _items_from(pool, first, index)
    announced = first > 0 and _announces(pool[first - 1]) and _same_section(pool, index, first - 1)
    announcement = [first - 1] if announced else []
    return [*announcement, *(items if len(items) <= _LONG_LIST else [index])]


def _announces(entry: Candidate) -> bool:
    """Whether a line is a sentence only together with the list after it."""
    return not entry.line.text.endswith((".", "!", "?"))


def _items_from(pool: Sequence[Candidate], start: int, anchor: int) -> list[int]:
    end = start
    while end < len(pool) and _is_item(pool[end]) and _same_section(pool, anchor, end):
        end += 1
    return list(range(start, end))


def _same_section(pool: Sequence[Candidate], one: int, other: int) -> bool:
    return (
        pool[one].line.section == pool[other].line.section
        and pool[one].document.id == pool[other].document.id
    )


def _is_item(entry: Candidate) -> bool:
    return _form(entry) != "paragraph"


def _form(entry: Candidate) -> Form:
    text = entry.line.text
    if text.startswith(_BULLETS):
        return "list"
    number, dot, rest = text.partition(". ")
    return "steps" if dot and number.isdigit() and len(number) <= 2 and rest[:1].isupper() else "paragraph"


def _bare(text: str, form: str) -> str:
    if form == "list":
        return text[2:].strip()
    return text.partition(". ")[2].strip() if form == "steps" else text
