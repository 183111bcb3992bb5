"""Whatever model is plugged in: nothing reaches the citizen that the sources don't carry."""

import pytest

from bot.answer import Answer, Origin, Status, Style
from bot.request import Question
from corpus.generations.library import Library
from tests.integration.bot.conftest import Make
from tests.integration.bot.hostile import Scripted, hostile_models

NAMES = [name for name, _ in hostile_models()]
QUESTIONS = (
    "Was kostet ein neuer Personalausweis?",
    "Wie beantrage ich einen Personalausweis?",
    "Was kostet die Anmeldung der Wohnung?",
)


def unsupported(answer: Answer, library: Library) -> list[str]:
    """Sentences and facts of the answer that stand in no document."""
    with library.borrow() as generation:
        known = " ".join(" ".join(document.text().split()) for document in generation.documents())
    told = [
        s.text
        for block in answer.blocks
        for s in block.sentences
        if s.origin in {Origin.SOURCE, Origin.MODEL}
    ]
    return [
        text
        for text in [*told, *(fact.value for fact in answer.facts)]
        if " ".join(text.split()) not in known
    ]


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("name", NAMES)
async def test_a_hostile_model_gets_nothing_through_and_the_answer_stays_useful(
    name: str, style: Style, make_assistant: Make, library: Library
) -> None:
    model = dict(hostile_models())[name]
    assistant = make_assistant(model, model_first_sentence=0.3, model_total=0.6)
    for question in QUESTIONS:
        answer = await assistant.answer(Question(text=question, style=style))
        assert answer.status in {Status.ANSWERED, Status.PARTLY_ANSWERED}, question
        assert unsupported(answer, library) == []
        assert answer.sources
    assert model.heard, "the model was asked"


async def test_a_faithful_sentence_is_shown_with_its_original(make_assistant: Make) -> None:
    text = "[1] Den Personalausweis beantragen Sie im Bürgerbüro.\n"
    model = _naming_the_line("Den Personalausweis beantragen Sie persönlich im Bürgerbüro.", text)
    answer = await make_assistant(model).answer(
        Question(text="Wie beantrage ich einen Personalausweis?", style=Style.EINFACH)
    )
    worded = [s for block in answer.blocks for s in block.sentences if s.origin is Origin.MODEL]
    assert [s.text for s in worded] == ["Den Personalausweis beantragen Sie im Bürgerbüro."]
    assert "persönlich" in worded[0].original[0]
    assert answer.generated


class _Naming(Scripted):
    """Finds a line in the prompt and names its number."""

    line: str

    async def _astream(self, messages, stop=None, run_manager=None, **kwargs):  # type: ignore[no-untyped-def]
        prompt = str(messages[-1].content)
        number = next(row.split(":")[0] for row in prompt.splitlines() if self.line in row)
        self.text = self.text.replace("[1]", f"[{number}]")
        async for chunk in super()._astream(messages, stop, run_manager, **kwargs):
            yield chunk


def _naming_the_line(line: str, text: str) -> Scripted:
    return _Naming(line=line, text=text)


async def test_the_model_is_shown_no_personal_data(make_assistant: Make) -> None:
    model = Scripted(text="1")
    await make_assistant(model).answer(
        Question(
            text="Ich heiße Erika Mustermann, IBAN DE89 3704 0044 0532 0130 00. Wie bekomme ich einen Perso?"
        )
    )
    assert model.heard
    assert "Mustermann" not in model.heard[0]
    assert "3704" not in model.heard[0]
