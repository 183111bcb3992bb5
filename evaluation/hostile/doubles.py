"""Language models that lie on purpose and know which of their sentences are lies."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from langchain_core.messages import BaseMessage

from evaluation.hostile import lies
from evaluation.hostile.line import Line
from evaluation.hostile.talker import Talker

_LINE = re.compile(r"^(\d{1,2}): (.*)$", re.MULTILINE)
_GIVEN = re.compile(r"<zeilen>\n(.*?)\n</zeilen>", re.DOTALL)


@dataclass
class Told:
    """What a double has said: how often it was asked, and its lies with the line that would carry each."""

    asked: int = 0
    lies: dict[str, str] = field(default_factory=dict)


Lie = Callable[[Sequence[Line], str, Random], Iterator[tuple[int, str, str]]]
"""Makes sentences of lines for a language: the number to cite, the sentence, the line that would carry it."""


class Double(Talker):
    """Answers with lies.

    Its sentences are in `language`, which may be changed between two questions. One that `chooses` names
    numbers of lines at random, some of which aren't there, and says nothing.
    """

    does: str
    lie: Lie
    language: str = "de"
    chooses: bool = False
    prints_prompt: bool = False
    told: Told = Told()

    def says(self, messages: Sequence[BaseMessage]) -> str:
        """Its sentences, each a lie that is kept; who `dies` does so in mid-sentence."""
        text = "".join(self._lines(messages))
        return text[: len(text) // 2] if self.dies else text

    def _lines(self, messages: Sequence[BaseMessage]) -> Iterator[str]:
        """The reply's lines; what is said is kept as a lie, unless it is one of the lines shown."""
        self.told.asked += 1
        shown = "\n".join(str(message.content) for message in messages)
        if self.prints_prompt:
            yield shown
            return
        given = _GIVEN.findall(shown)
        lines = [Line(int(number), text) for number, text in _LINE.findall(given[-1] if given else "")]
        if self.chooses:
            named = Random(self.told.asked).sample(range(-1, len(lines) + 4), 3)
            yield ", ".join(str(abs(number)) for number in named)
            return
        known = {lies.folded(line.text) for line in lines}
        for number, text, carried_by in self.lie(lines, self.language, Random(self.told.asked)):
            if lies.folded(text) not in known or carried_by:
                self.told.lies[lies.folded(text)] = lies.folded(carried_by)
                yield f"[{number}] {text}\n"


def doubles() -> tuple[Double, ...]:
    """The twelve, new: what they have told is empty."""
    return (
        _double("invents fees", lies.fees),
        _double("drops and adds negations", lies.negations),
        _double("answers from general knowledge", lies.general_knowledge),
        _double("cites wrong sources", lies.wrong_sources),
        _double("obeys injected text", lies.injected),
        _double("emits HTML, Markdown links, control characters", lies.markup),
        _double("loops for ever", lies.fees, loops=True),
        _double("is silent", lies.nothing, hangs=True),
        _double("dies mid-sentence", lies.fees, dies=True),
        _double("answers in the wrong language", lies.wrong_language),
        _double("prints the prompt", lies.nothing, prints_prompt=True),
        _double("swaps offices and roles", lies.roles),
    )


def chooser() -> Double:
    """One that names lines at random where it is asked to choose, new."""
    return _double("chooses lines at random", lies.nothing, chooses=True)


def _double(does: str, lie: Lie, **ways: bool) -> Double:
    return Double(does=does, lie=lie, told=Told(), **ways)
