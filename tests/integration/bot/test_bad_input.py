"""Odd input gets a useful answer or one clear sentence."""

import pytest

from bot.answer import Status
from bot.assistant import Assistant
from tests.integration.bot.test_assistant import ask


@pytest.mark.parametrize(
    "text",
    [
        "WAS KOSTET EIN PERSONALAUSWEIS???",
        "p3rs0n4l4usw31s k0st3n",
        "was kostet ein personal\u200bausweis",
        "\u202bwas kostet ein personalausweis\u202c",
        "kosten personalausweiß",
        "how much kostet der Personalausweis please",
    ],
)
async def test_a_question_that_is_hard_to_read_is_answered(assistant: Assistant, text: str) -> None:
    answer = await ask(assistant, text)
    assert "46,00 Euro" in answer.text()


async def test_emoji_alone_get_one_clear_sentence(assistant: Assistant) -> None:
    answer = await ask(assistant, "🤷🤷🤷")
    assert "Bitte schreiben Sie Ihre Frage in Worten." in answer.text()


async def test_a_language_that_is_not_served_is_told_so_in_german_and_english(assistant: Assistant) -> None:
    answer = await ask(assistant, "où puis-je demander un passeport ?")
    assert any("antworte auf Deutsch" in notice for notice in answer.notices)
    assert any("do not speak your language" in notice for notice in answer.notices)
    assert answer.contact


async def test_of_several_questions_the_first_is_answered_and_the_others_stand_ready(
    assistant: Assistant,
) -> None:
    answer = await ask(assistant, "Was kostet ein Personalausweis? Wie melde ich einen Hund an?")
    assert "46,00 Euro" in answer.text()
    assert "Wie melde ich einen Hund an?" in answer.suggestions
    assert any("mehreres gefragt" in notice for notice in answer.notices)


@pytest.mark.parametrize(
    "text", ["Das hilft mir nicht!", "ihr seid unfähig", "This does not help", "бесполезно"]
)
async def test_a_complaint_is_met_with_an_apology_and_a_person(assistant: Assistant, text: str) -> None:
    answer = await ask(assistant, text)
    assert answer.status is Status.SMALL_TALK
    assert answer.contact[-1].telephone == "069 90009-115"
    assert answer.blocks[0].sentences[0].text.startswith(("Das tut mir leid", "I am sorry"))


@pytest.mark.parametrize(
    "text",
    [
        "Welche Grundschule ist für meine Straße zuständig, und wo melde ich mich an?",
        "Wann wird bei mir die Biotonne geleert?",
    ],
)
async def test_what_depends_on_the_address_is_linked_not_guessed(assistant: Assistant, text: str) -> None:
    answer = await ask(assistant, text)
    assert answer.status in {Status.NOT_FOUND, Status.ANSWERED, Status.PARTLY_ANSWERED}
    assert any("hängt von Ihrer Adresse ab" in notice for notice in answer.notices)
    assert any(action.kind == "page" for action in answer.actions)
