"""Tries a model on a city's canary questions, through the whole pipeline, use by use."""

from collections.abc import Callable, Sequence

from api.bot_settings import bot_settings
from api.models.choosing_exam import papers, sit
from api.models.judging import Trial
from api.models.listening import Listener, Reply
from api.settings import Settings
from api.state import State, now_in_berlin
from bot.answer import Answer, Origin, Style
from bot.assistant import Assistant
from bot.compose.by_model.form import read_line
from bot.compose.plain.readability import wiener
from bot.model.client.budget import Use
from bot.model.client.chat import CompleteChat
from bot.request import Question
from bot.settings import BotSettings
from corpus.city import City
from corpus.embedding.choose import load_embedder

# A judgement of what it says shouldn't hang on how long it takes; that is judged by the measured speed.
_PATIENCE_SECONDS = 90.0
_STYLE: dict[Use, Style] = {"choosing": Style.STANDARD, "wording": Style.EINFACH}


class Trials:
    """One model, one city's generation and its canary questions. `state` has been prepared."""

    def __init__(self, settings: Settings, state: State, city: City, chat: CompleteChat) -> None:
        self._questions = city.canary_questions
        self._city, self._library = city, state.libraries[city.id]
        self._embedder = load_embedder(city.embedding)
        self._settings = bot_settings(settings, city)
        self._listener = Listener()
        self._chat = chat.model_copy(update={"callbacks": [self._listener]})

    async def run(self, use: Use, step: Callable[[int, int], None]) -> Trial:
        """All questions with this use of the model and none other; `step` hears how many are done."""
        trial = Trial(use)
        step(0, len(self._questions))
        if use == "choosing":
            await self._choose(trial, step)
        else:
            await self._word(trial, step)
        return trial

    async def _choose(self, trial: Trial, step: Callable[[int, int], None]) -> None:
        plain = self._assistant(None)
        answers = [await plain.answer(_question(text, Style.STANDARD)) for text in self._questions]
        exam = papers(self._questions, answers)
        for paper in exam:
            await sit(paper, self._chat, trial, now_in_berlin().date())
            trial.questions += 1
            step(trial.questions, len(exam))

    async def _word(self, trial: Trial, step: Callable[[int, int], None]) -> None:
        assistant = self._assistant("wording")
        for text in self._questions:
            self._listener.replies.clear()
            answer = await assistant.answer(_question(text, Style.EINFACH))
            replies = [reply for reply in self._listener.replies if reply.text]
            _count_sentences(trial, replies, answer)
            trial.questions += 1
            trial.replies += len(replies)
            trial.seconds += [reply.seconds for reply in replies]
            step(trial.questions, len(self._questions))

    def _assistant(self, use: Use | None) -> Assistant:
        only = {one: frozenset({_STYLE[one].value} if one == use else ()) for one in _STYLE}
        patient = {"model_first_sentence": _PATIENCE_SECONDS, "model_total": _PATIENCE_SECONDS}
        settings = BotSettings.model_validate(
            self._settings.model_dump() | only | patient | {"translating": ()}
        )
        return Assistant(
            self._city,
            self._library,
            self._embedder,
            secret="check",  # noqa: S106  # signs contexts that nobody gets
            clock=now_in_berlin,
            settings=settings,
            model=self._chat if use else None,
        )


def _question(text: str, style: Style) -> Question:
    return Question(text=text, language="de", style=style)


def _count_sentences(trial: Trial, replies: Sequence[Reply], answer: Answer) -> None:
    """A written sentence stands the test where the gate lets it into the answer."""
    written = [s.text for block in answer.blocks for s in block.sentences if s.origin is Origin.MODEL]
    lines = (line for reply in replies for line in reply.text.split("\n"))
    trial.proposed += max(sum(read_line(line) is not None for line in lines), len(written))
    trial.kept += len(written)
    if written:
        trial.readability.append(wiener(" ".join(written)))
