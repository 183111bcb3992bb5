"""A model translates verified German sentences into the citizen's language, each beside its German."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answer import Origin
from bot.compose.by_model.form import Written, ends, read_translation, translating_grammar
from bot.compose.by_model.reply import reason_of, reply_lines
from bot.compose.by_model.request import AROUND, fenced, tokens_of
from bot.compose.original.choice import Draft
from bot.compose.translating.language import in_language
from bot.model.client.budget import budget
from bot.model.client.failures import ModelFailed
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release
from prompts.loading import load_prompt, prompt_languages

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_GERMAN = "de"
_PROMPT = "translating"
# How much longer than the German a translation may be, with German terms in brackets: factor and characters.
_LONGER, _SLACK = 2, 60


def translates(run: Run) -> bool:
    """Whether a model may translate into the language of this answer."""
    language = run.language
    allowed = language in run.tools.settings.translating and language in prompt_languages(_PROMPT)
    return run.tools.model is not None and language != _GERMAN and allowed


async def translate(run: Run, drafts: Sequence[Draft]) -> None:
    """Release all drafts in their order; those that are translated faithfully and in time, translated.

    The others are released as they are, in German. Where any was translated, a notice says so.
    """
    translation = _Translation(run, drafts)
    asked = _request(run, drafts)
    if asked is not None:
        settings = run.tools.settings
        started = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout_at(started + settings.model_first_sentence) as limit:
                await _listen(translation, asked, limit, started + settings.model_total)
        except (ModelFailed, TimeoutError) as failure:
            run.model_failure = reason_of(failure)
    translation.release_until(len(drafts))
    if translation.count:
        run.notices.append(say("translated", run.language, run.question.style))


@dataclass(frozen=True)
class _Request:
    """What is sent: the messages, and which drafts they show as 1, 2, …"""

    messages: "Sequence[BaseMessage]"
    indices: tuple[int, ...]
    longest: tuple[int, ...]
    written_tokens: int


async def _listen(translation: "_Translation", asked: _Request, limit: asyncio.Timeout, end: float) -> None:
    reply = reply_lines(
        translation.run,
        asked.messages,
        grammar=translating_grammar(asked.longest),
        max_tokens=asked.written_tokens,
    )
    # Closing the stream frees the model's server at once when nobody wants more.
    async with aclosing(reply):
        async for line in reply:
            written = read_translation(line)
            if written is not None and translation.take(written, asked.indices):
                limit.reschedule(end)
            if translation.next > asked.indices[-1]:
                return


def _request(run: Run, drafts: Sequence[Draft]) -> _Request | None:
    """A request for as many German drafts, from the first on, as there is room and time for."""
    allowed = budget(run.tools.speed, run.tools.settings, "translating")
    if not allowed.ask:
        return None
    template = load_prompt(_PROMPT, run.language)
    room = allowed.prompt_tokens - AROUND - tokens_of(str(template.format_messages(lines="")[-1].content))
    indices, lines = list[int](), list[str]()
    for index, draft in enumerate(drafts):
        if draft.sentence.language != _GERMAN or draft.sentence.origin is Origin.FRAME:
            continue
        lines.append(f"{len(lines) + 1}: {fenced(draft.sentence.text)}")
        if tokens_of("\n".join(lines)) > room:
            lines.pop()
            break
        indices.append(index)
    if not indices:
        return None
    longest = tuple(_LONGER * len(drafts[index].sentence.text) + _SLACK for index in indices)
    messages = template.format_messages(lines="\n".join(lines))
    return _Request(messages, tuple(indices), longest, allowed.written_tokens)


@dataclass
class _Translation:
    """The drafts of an answer, of which `next` is the first that isn't shown yet; `count` are translated."""

    run: Run
    drafts: Sequence[Draft]
    next: int = 0
    count: int = 0
    said: set[str] = field(default_factory=set)

    def take(self, written: Written, indices: Sequence[int]) -> bool:
        """Release the draft that was translated, after those before it. Whether as a translation."""
        if len(written.numbers) != 1 or not 1 <= written.numbers[0] <= len(indices):
            return False
        index = indices[written.numbers[0] - 1]
        if index < self.next:
            return False
        self.release_until(index)
        translated = self._translated(self.drafts[index], written.text)
        if not translated:
            self.release_until(index + 1)
        self.next = index + 1
        return translated

    def release_until(self, index: int) -> None:
        """Release the drafts before `index` that aren't shown yet as they are."""
        for draft in self.drafts[self.next : index]:
            release(self.run, draft.sentence, heading=draft.heading, form=draft.form)
        self.next = max(self.next, index)

    def _translated(self, draft: Draft, text: str) -> bool:
        german, language = draft.sentence.text, self.run.language
        half = ends(german) and not ends(text)
        if half or text in self.said or not in_language(text, german, language):
            return False
        self.said.add(text)
        sentence = draft.sentence.model_copy(
            update={"text": text, "language": language, "origin": Origin.MODEL, "original": (german,)}
        )
        if not release(self.run, sentence, heading=draft.heading, form=draft.form).carried:
            return False
        self.count += 1
        return True
