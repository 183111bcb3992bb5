"""A model chooses which source lines belong in the answer: a few numbers, nothing to invent."""

import re
from collections.abc import Sequence
from contextlib import aclosing

from bot.compose.candidates import Candidate
from bot.model.client import stream_text
from bot.run import Run
from prompts.loading import load_prompt

# At most four numbers; the answer is checked all the same, since not every server knows grammars.
GRAMMAR = (
    'root ::= number ("," " "? number)? ("," " "? number)? ("," " "? number)?\nnumber ::= [0-9] [0-9]?\n'
)
_MOST = 4
_LEAST_SHARE = 0.3
_MAX_TOKENS = 16
_NUMBERS = re.compile(r"\s*\d{1,2}(?:\s*,\s*\d{1,2}){0,3}\s*")


async def choose(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that the model names, in its order; empty where it names none or talks nonsense.

    Raises `ModelFailed`.
    """
    model = run.tools.model
    if model is None:
        return []
    shown = sorted(sorted(pool, key=lambda entry: -entry.score)[: run.tools.settings.model_lines], key=_place)
    messages = load_prompt("choose").format_messages(lines=numbered(shown), question=run.text)
    reply = stream_text(model, messages, max_tokens=_MAX_TOKENS, grammar=GRAMMAR, on_place=run.queued)
    # Closing the stream frees the model's server at once when the time is up.
    async with aclosing(reply):
        text = "".join([piece async for piece in reply])
    if not _NUMBERS.fullmatch(text):
        return []
    numbers = dict.fromkeys(int(number) for number in re.findall(r"\d+", text))
    named = [shown[number - 1] for number in numbers if 1 <= number <= len(shown)][:_MOST]
    # The model may only prefer among what the reader thinks possible: a lying one picks nothing odd.
    floor = max(entry.score for entry in shown) * _LEAST_SHARE
    return [entry for entry in named if entry.score >= floor]


def numbered(shown: Sequence[Candidate]) -> str:
    """The lines as the prompt shows them: a number, the heading, the text."""
    return "\n".join(
        f"{number}. ({entry.line.heading}) {entry.line.text}" for number, entry in enumerate(shown, start=1)
    )


def _place(entry: Candidate) -> tuple[int, int]:
    return entry.line.section, entry.line.position
