"""Of sixty questions to the sample city none that is clear is asked back, and the unclear ones are."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.assistant import Assistant
from bot.request import Question
from corpus.musterstadt.serve import SampleSite
from evaluation.musterstadt.measuring import NOW, crawl
from evaluation.system import opened

QUESTIONS = tomllib.loads(Path(__file__).with_name("clarifying.toml").read_text(encoding="utf-8"))
FOREIGN = ("Identity card", "Finding a nursery place")


@pytest.fixture(scope="module")
def musterstadt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample city, read once."""
    place = tmp_path_factory.mktemp("musterstadt")
    with SampleSite() as site:
        city = site.city()
        crawl(site, place, place / "data")
        with opened(place / "generations" / city.id, city, lambda: NOW) as system:
            yield system.assistant


async def ask(assistant: Assistant, text: str) -> Answer:
    return await assistant.answer(Question(text=text, language="de"))


def test_half_of_sixty_questions_is_clear() -> None:
    assert [len(set(QUESTIONS[key])) for key in ("clear", "unclear")] == [30, 30]


@pytest.mark.parametrize("text", QUESTIONS["clear"])
async def test_a_clear_question_is_not_asked_back(musterstadt: Assistant, text: str) -> None:
    assert (await ask(musterstadt, text)).status is not Status.CLARIFY


@pytest.mark.parametrize("text", QUESTIONS["unclear"])
async def test_an_unclear_question_is_asked_back_with_services_to_choose(
    musterstadt: Assistant, text: str
) -> None:
    answer = await ask(musterstadt, text)
    assert answer.status is Status.CLARIFY
    assert 2 <= len(answer.choices) <= 4
    labels = [choice.label for choice in answer.choices]
    assert not any("Einfacher Sprache" in label or label.startswith(FOREIGN) for label in labels)
