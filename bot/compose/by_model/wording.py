"""A model words plainer sentences, each from lines that it names; the gate decides which of them pass."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from bot.answer import Origin, Sentence
from bot.compose.by_model.choosing import LEAST_SHARE
from bot.compose.by_model.form import Written, read_line, wording_grammar
from bot.compose.by_model.reply import reason_of, reply_lines
from bot.compose.by_model.request import Request, request
from bot.compose.original.candidates import Candidate
from bot.compose.original.choice import drafts_of
from bot.compose.original.groups import bare, form_of
from bot.compose.plain.readability import too_hard
from bot.model.client.failures import ModelFailed
from bot.run import Run
from bot.verify.gate import release
from corpus.analysis.tokens import words

MOST = 4
"""Sentences that a model may word for one answer."""
_GERMAN = "de"


async def word(run: Run, pool: Sequence[Candidate]) -> bool:
    """Release sentences as the model words them and the gate lets them pass; False where none did.

    Sentences that are too hard are sent back once. What is still too hard, or not carried by its source, is
    replaced by the source's own lines, so that nothing is missing between what is shown. Where the first
    sentence isn't there in time, nothing is released. What is shown stays.
    """
    german = [entry for entry in pool if entry.document.section_language(entry.line.section) == _GERMAN]
    asked = request(run, "wording", german)
    if asked is None:
        return False
    wording = _Wording(run, asked.shown)
    settings = run.tools.settings
    started = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout_at(started + settings.model_first_sentence) as limit:
            await _listen(wording, asked, limit, started + settings.model_total)
            if again := _sent_back(run, wording):
                wording.shown = again.shown
                await _listen(wording, again, limit, started + settings.model_total)
    except (ModelFailed, TimeoutError) as failure:
        run.model_failure = reason_of(failure)
    if wording.count:
        wording.fill_gaps(pool)
    return wording.count > 0


async def _listen(wording: "_Wording", asked: Request, limit: asyncio.Timeout, end: float) -> None:
    grammar = wording_grammar(len(asked.shown), MOST)
    reply = reply_lines(wording.run, asked.messages, grammar=grammar, max_tokens=asked.written_tokens)
    # Closing the stream frees the model's server at once when nobody wants more.
    async with aclosing(reply):
        async for line in reply:
            written = read_line(line)
            if written is not None and wording.take(written):
                limit.reschedule(end)
            if wording.count == MOST:
                return


def _sent_back(run: Run, wording: "_Wording") -> Request | None:
    """A request for the sentences that were too hard, with no more than the lines that they name."""
    lines = list({_place(entry): entry for _, cited in wording.hard for entry in cited}.values())
    numbers = {_place(entry): str(number) for number, entry in enumerate(lines, start=1)}
    sentences = "\n".join(
        f"[{', '.join(numbers[_place(entry)] for entry in cited)}] {text}" for text, cited in wording.hard
    )
    again = request(run, "wording", lines, turn="again", sentences=sentences) if lines else None
    return again if again is not None and len(again.shown) == len(lines) else None


def _place(entry: Candidate) -> tuple[str, int]:
    return entry.document.id, entry.line.position


@dataclass
class _Wording:
    """What has come of a model's sentences so far.

    `hard` are sentences that may be sent back, `open` the lines of those that couldn't be released, `told`
    the places of the lines of those that were.
    """

    run: Run
    shown: tuple[Candidate, ...]
    hard: list[tuple[str, list[Candidate]]] = field(default_factory=list)
    open: list[Candidate] = field(default_factory=list)
    told: set[tuple[str, int]] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    count: int = 0

    def take(self, written: Written) -> bool:
        """Release a sentence; keep it or its lines in mind where it can't be. Whether it was released."""
        cited, key = self._cited(written.numbers), " ".join(words(written.text))
        if not cited or key in self.said:
            return False
        self.said.add(key)
        if too_hard(written.text, self.run.question.style):
            self.hard.append((written.text, cited))
        elif release(self.run, self._sentence(written.text, cited)).carried:
            self.told.update(_place(entry) for entry in cited)
            self.count += 1
            return True
        self.open.extend(cited)
        return False

    def fill_gaps(self, pool: Sequence[Candidate]) -> None:
        """Release the lines whose sentences couldn't be, word for word, where they may answer."""
        floor = LEAST_SHARE * max(entry.score for entry in pool)
        missing = {
            _place(entry): entry
            for entry in self.open
            if _place(entry) not in self.told and entry.score >= floor
        }
        for draft in drafts_of(self.run, list(missing.values())[: MOST - self.count]):
            release(self.run, draft.sentence, heading=draft.heading, form=draft.form)

    def _cited(self, numbers: Sequence[int]) -> list[Candidate]:
        """The lines that a sentence names; none where it names one that wasn't shown."""
        wanted = list(dict.fromkeys(numbers))
        if not all(1 <= number <= len(self.shown) for number in wanted):
            return []
        return [self.shown[number - 1] for number in wanted]

    def _sentence(self, text: str, cited: Sequence[Candidate]) -> Sentence:
        sources = self.run.sources
        return Sentence(
            text=text,
            citations=tuple(dict.fromkeys(sources.cite(e.document, e.line.section) for e in cited)),
            origin=Origin.MODEL,
            original=tuple(bare(entry.line.text, form_of(entry)) for entry in cited),
        )
