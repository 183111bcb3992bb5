"""Who names a day is told first whether the office is open on it."""

import pytest

from bot.assistant import Assistant
from bot.request import Question
from corpus.records import FactKind
from tests.integration.bot.test_assistant import ask


async def first_line(assistant: Assistant, text: str, language: str = "de") -> str:
    answer = await assistant.answer(Question(text=text, language=language))
    line = answer.facts[0]
    assert (line.kind, line.label) == (FactKind.HOURS, "Bürgerbüro")
    assert any(source.number == line.citation for source in answer.sources)
    return line.value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hat das Bürgerbüro am Sonntag geöffnet?", ": geschlossen"),
        ("Hat das Bürgerbüro an Neujahr offen?", "01.01.2027 ist Feiertag: geschlossen"),
        ("Hat das Bürgerbüro an Heiligabend auf?", "Bitte rufen Sie vorher an."),
        ("Hat das Bürgerbüro am Montag offen?", ": geöffnet 08:00 bis "),
    ],
)
async def test_the_day_comes_first(assistant: Assistant, text: str, told: str) -> None:
    assert told in await first_line(assistant, text)


async def test_the_day_is_told_in_the_citizens_language(assistant: Assistant) -> None:
    assert ": closed" in await first_line(assistant, "Is the Bürgerbüro open on Sunday?", "en")


async def test_who_names_no_day_gets_the_whole_week(assistant: Assistant) -> None:
    answer = await ask(assistant, "Wann hat das Bürgerbüro geöffnet?")
    assert not any("geschlossen" in fact.value or "geöffnet" in fact.value for fact in answer.facts)
