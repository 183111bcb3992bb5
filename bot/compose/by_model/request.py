"""What a model is given: the fixed part first, then the lines there is room for, date and question last."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.compose.original.candidates import Candidate
from bot.model.client.budget import Use, budget
from bot.run import Run
from prompts.loading import STANDARD, Turn, load_prompt

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
# With brackets of other kinds no text can look like our tags, a line's number or a model's control token.
_HARMLESS = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "/", "`": "'"})
_BULLET = re.compile(r"^[-•]\s+")
# What a chat template writes around a turn.
AROUND = 16


@dataclass(frozen=True)
class Request:
    """What is sent to a model: the messages, the lines shown (numbered from 1), the tokens it may write."""

    messages: "tuple[BaseMessage, ...]"
    shown: tuple[Candidate, ...]
    written_tokens: int


def request(
    run: Run, use: Use, pool: Sequence[Candidate], *, turn: Turn = "human", sentences: str = ""
) -> Request | None:
    """A request about the likeliest of `pool`, in its order; None where the model isn't worth asking.

    Beyond the fixed part, which the model's server keeps, it holds no more tokens than the machine's speed
    and `model_prompt_tokens` allow.
    """
    settings, style = run.tools.settings, run.question.style.value
    allowed = budget(run.tools.speed, settings, use)
    if not allowed.ask:
        return None
    template = load_prompt(use, style=style if use == "wording" else STANDARD, turn=turn)
    values = {"today": printed_date(run.now.date()), "question": fenced(run.text)}
    if turn == "again":
        values["sentences"] = sentences
    bare = template.format_messages(lines="", **values)
    room = allowed.prompt_tokens - tokens_of(str(bare[-1].content)) - AROUND
    shown = pick(pool, room, settings.model_lines)
    if not shown:
        return None
    messages = template.format_messages(lines=numbered(shown), **values)
    return Request(tuple(messages), tuple(shown), allowed.written_tokens)


def pick(pool: Sequence[Candidate], room: int, most: int) -> list[Candidate]:
    """The likeliest lines that fit into `room` tokens, in the order of `pool`; a longer one gives way."""
    taken: list[int] = []
    headed: set[tuple[str, int, str]] = set()
    for index in sorted(range(len(pool)), key=lambda i: -pool[i].score):
        entry = pool[index]
        section = entry.document.id, entry.line.section, entry.line.heading
        needed = tokens_of(f"{most}: {fenced(entry.line.text)}\n")
        if section not in headed:
            needed += tokens_of(f"# {fenced(entry.line.heading)}\n")
        if len(taken) < most and needed <= room:
            room -= needed
            taken.append(index)
            headed.add(section)
    return [pool[i] for i in sorted(taken)]


def numbered(shown: Sequence[Candidate]) -> str:
    """The lines as the prompt shows them: a number each, a heading where it changes."""
    lines, heading = list[str](), ""
    for number, entry in enumerate(shown, start=1):
        if entry.line.heading != heading:
            heading = entry.line.heading
            lines.append(f"# {fenced(heading)}")
        lines.append(f"{number}: {fenced(entry.line.text)}")
    return "\n".join(lines)


def fenced(text: str) -> str:
    """`text` on one line, such that it can't end the part of the prompt that it stands in."""
    visible = "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return _BULLET.sub("", " ".join(visible.split()).translate(_HARMLESS))


def tokens_of(text: str) -> int:
    """At most so many tokens `text` has, whatever the tokenizer.

    A third of its Latin letters and spaces, two thirds of the letters of other scripts, and each digit and
    other character: tokenizers of today's models need fewer for German.
    """
    total = 0.0
    for c in text:
        if c.isspace() or (c.isalpha() and c < "\u0250"):
            total += 1 / 3
        else:
            total += 2 / 3 if c.isalpha() else 1
    return math.ceil(total)


def printed_date(day: date) -> str:
    """A date as German texts print it: "2. März 2026"."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
