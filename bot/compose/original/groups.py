"""Which lines make sense only together: lists with what announces them, sentences with those they lean on."""

import re
from collections.abc import Sequence
from typing import Literal

from bot.compose.original.candidates import Candidate

Form = Literal["paragraph", "list", "steps"]
_LONG_LIST = 10
_LONG_STEPS = 16
_LEANS_AT_MOST = 2
_LEANING = re.compile(
    r"(?:Dann|Er|Es|Ihn|Ihm|Dies\w*|Das gilt|Das ist|Dabei|Dafür|Dazu|Auch|Außerdem|Danach|Deshalb|Daher"
    r"|Sonst|Denn|Aber|Dadurch|Deswegen|Ebenso|Damit|Darin|Darüber|So|Dort|Diesen|Letztere\w*|Beide\w*|Hierzu|Hierfür"
    r"|Sie nehmen|Sie gilt|Sie ist|Ja|Nein"
    r"|(?:[^\W\d]+ ){1,4}(?:dazu|dafür|hierzu|hierfür|dabei|dann|deshalb|daher|dadurch))\b"
)
_BULLETS = ("- ", "• ")
_ROW = re.compile(r"[^:;.!?]{1,60}: [^;]+(?:; [^:;]{1,60}: [^;]+)+")


def with_sense(pool: Sequence[Candidate], index: int) -> list[int]:
    """A line with all that it needs to make sense: its list, or the sentences that it leans on."""
    group = _with_list(pool, index)
    first = group[0]
    for _ in range(_LEANS_AT_MOST):
        leaning = first > 0 and leans(pool[first].line.text) and _same_section(pool, first, first - 1)
        if not leaning or _is_item(pool[first]):
            break
        first -= 1
        group.insert(0, first)
    return group


def leans(text: str) -> bool:
    """Whether a sentence can only be understood after the one before it."""
    return bool(_LEANING.match(text))


def form_of(entry: Candidate) -> Form:
    """Whether a line is an item of a list, a step, a row of a table (shown as an item), or running text."""
    text = entry.line.text
    if text.startswith(_BULLETS) or _ROW.fullmatch(text):
        return "list"
    number, dot, rest = text.partition(". ")
    return "steps" if dot and number.isdigit() and len(number) <= 2 and rest[:1].isupper() else "paragraph"


def bare(text: str, form: Form) -> str:
    """The line without its marker."""
    if form == "list" and text.startswith(_BULLETS):
        return text[2:].strip()
    return text.partition(". ")[2].strip() if form == "steps" else text


def _with_list(pool: Sequence[Candidate], index: int) -> list[int]:
    """A line that announces a list brings its items; an item brings its announcement and its siblings."""
    if not _is_item(pool[index]):
        items = _items_from(pool, index + 1, index)
        # "Hinweis:" says nothing without the sentence after it.
        after = index + 1 < len(pool) and _same_section(pool, index, index + 1)
        if not items and after and pool[index].line.text.endswith((":", "?")):
            items = [index + 1]
        return [index, *items] if _announces(pool[index]) else [index]
    first = index
    while first > 0 and _is_item(pool[first - 1]) and _same_section(pool, index, first - 1):
        first -= 1
    items = _items_from(pool, first, index)
    announced = first > 0 and _announces(pool[first - 1]) and _same_section(pool, index, first - 1)
    announcement = [first - 1] if announced else []
    longest = _LONG_STEPS if form_of(pool[index]) == "steps" else _LONG_LIST
    return [*announcement, *(items if len(items) <= longest else [index])]


def _announces(entry: Candidate) -> bool:
    """Whether a line is a sentence only together with the list after it."""
    return not entry.line.text.endswith((".", "!"))


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
    """A step or a list's item; a table's row can stand alone."""
    return form_of(entry) != "paragraph" and not _ROW.fullmatch(entry.line.text)
