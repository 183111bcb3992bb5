"""A model words plainer sentences, each from lines that it names; the gate decides which of them pass."""

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from bot.answer import Origin, Sentence
from bot.compose.candidates import Candidate
from bot.compose.choosing import numbered
from bot.model.client import stream_text
from bot.run import Run
from prompts.loading import load_prompt

_LINE = re.compile(r"^\s*\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]\s*(\S.*)$")
_MAX_TOKENS = 160
_MOST = 5


async def word(run: Run, pool: Sequence[Candidate]) -> AsyncGenerator[Sentence]:
    """Sentences as the model finishes them, with the lines that they name; lines in another form are dropped.

    Raises `ModelFailed`.
    """
    model = run.tools.model
    if model is None:
        return
    shown = sorted(pool, key=lambda entry: -entry.score)[: run.tools.settings.model_lines]
    messages = load_prompt("wording").format_messages(lines=numbered(shown), question=run.text)
    count, rest = 0, ""
    reply = stream_text(model, messages, max_tokens=_MAX_TOKENS, on_place=run.queued)
    # Closing the stream frees the model's server at once when nobody wants more.
    async with aclosing(reply):
        async for piece in reply:
            rest += piece
            *lines, rest = rest.split("\n")
            for line in lines:
                sentence = _sentence(run, line, shown)
                if sentence is not None and count < _MOST:
                    count += 1
                    yield sentence
    sentence = _sentence(run, rest, shown)
    if sentence is not None and count < _MOST:
        yield sentence


def _sentence(run: Run, line: str, shown: Sequence[Candidate]) -> Sentence | None:
    match = _LINE.match(line)
    if match is None:
        return None
    numbers = dict.fromkeys(int(number) for number in match.group(1).split(","))
    cited = [shown[number - 1] for number in numbers if 1 <= number <= len(shown)]
    if not cited or len(cited) != len(numbers):
        return None
    return Sentence(
        text=match.group(2).strip(),
        citations=tuple(dict.fromkeys(run.sources.cite(e.document, e.line.section) for e in cited)),
        origin=Origin.MODEL,
        original=tuple(entry.line.text for entry in cited),
    )
