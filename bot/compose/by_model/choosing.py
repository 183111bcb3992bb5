"""A model chooses which source lines belong in the answer: a few numbers, nothing to invent."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import aclosing

from bot.compose.by_model.form import number_rule
from bot.compose.by_model.reply import reason_of, reply_lines
from bot.compose.by_model.request import request
from bot.compose.original.candidates import Candidate
from bot.compose.original.groups import with_sense
from bot.model.client.failures import ModelFailed
from bot.run import Run

LEAST_SHARE = 0.15
"""Of the best line's score: what the reader thinks less likely, no model brings into an answer."""
_MOST = 4
_NUMBERS = re.compile(r"\s*\d{1,2}(?:\s*,\s*\d{1,2}){0,3}\s*")


async def choose(run: Run, pool: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that the model names, in the page's order, with the lists that they belong to.

    Empty where it isn't asked, names none, talks nonsense, fails or is late; then the reader's own choice
    stands. The model may only prefer among what the reader thinks possible: a lying one picks nothing odd.
    """
    asked = request(run, "choosing", pool)
    if asked is None or len(asked.shown) < 2:
        return []
    grammar = choosing_grammar(len(asked.shown))
    reply = reply_lines(run, asked.messages, grammar=grammar, max_tokens=asked.written_tokens)
    try:
        # Closing the stream frees the model's server at once when the time is up.
        async with asyncio.timeout(run.tools.settings.model_first_sentence), aclosing(reply):
            text = "\n".join([line async for line in reply])
    except (ModelFailed, TimeoutError) as failure:
        run.model_failure = reason_of(failure)
        return []
    named = [asked.shown[number - 1] for number in read_numbers(text, len(asked.shown))]
    return _whole(pool, named)


def _whole(pool: Sequence[Candidate], named: Sequence[Candidate]) -> list[Candidate]:
    """The named lines that are likely enough, each with its list, in the order of `pool`."""
    floor = LEAST_SHARE * max(entry.score for entry in pool)
    found = {id(entry) for entry in named if entry.score >= floor}
    indices = [index for index, entry in enumerate(pool) if id(entry) in found]
    return [pool[i] for i in sorted({i for index in indices for i in with_sense(pool, index)})]


def choosing_grammar(lines: int) -> str:
    """GBNF for up to four of the numbers 1 to `lines`, or for 0."""
    return f'root ::= "0" | number (", " number){{0,{_MOST - 1}}}\n{number_rule(lines)}'


def read_numbers(text: str, lines: int) -> list[int]:
    """The numbers in a reply, each once; none where it holds anything else, or only lines that aren't there.

    It is checked all the same, since not every server knows grammars.
    """
    if not _NUMBERS.fullmatch(text):
        return []
    numbers = dict.fromkeys(int(number) for number in re.findall(r"\d+", text))
    return [number for number in numbers if 1 <= number <= lines][:_MOST]
